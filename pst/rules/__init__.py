"""What the law and the office have decided: values in, values out. No web, no tables, no clock, no files."""
