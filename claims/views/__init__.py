"""The claims app's pages, by noun."""
