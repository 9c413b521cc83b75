"""The databases the office can be kept in: each spoken in its own words in one file, and nowhere else."""
