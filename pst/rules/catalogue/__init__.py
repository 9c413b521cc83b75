"""Activities already recommended, what is alike, and what makes a design sound."""
