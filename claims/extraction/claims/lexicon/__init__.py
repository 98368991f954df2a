"""Words of claims: data only."""
