"""Activities already recommended, and formats that come in and go out."""
