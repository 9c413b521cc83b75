"""Complaints: intake, dialogue, handling, the box."""
