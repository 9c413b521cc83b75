"""The public request form: drafts, answers, sending, the own case."""
