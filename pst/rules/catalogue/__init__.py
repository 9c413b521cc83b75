"""What is alike: searches as people type them, and activities that resemble each other."""
