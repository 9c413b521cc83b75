"""Signing up and in: passwords, sessions, links."""
