"""What the catalogue and its tools ask."""
