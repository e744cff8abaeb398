"""Who runs the background jobs, and what becomes of the jobs of those that were killed."""
