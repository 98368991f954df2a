"""The desk: the pages on which a claim is checked and signed off."""
