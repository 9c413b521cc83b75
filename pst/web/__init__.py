"""What every page needs and no noun: doors, answers, keys, limits, errors."""
