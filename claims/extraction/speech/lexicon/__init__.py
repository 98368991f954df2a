"""Words of reported speech: data only."""
