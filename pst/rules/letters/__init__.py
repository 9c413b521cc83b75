"""The letter: how its numbers are written."""
