"""What is missing in a language, what has gone stale, and what somebody has looked at."""
