"""Commands for the office's console, cron, and checks from outside."""
