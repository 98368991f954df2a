"""Words and symbols of figures: data only."""
