"""What officers do with a submission."""
