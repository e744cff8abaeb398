"""What a source says becomes claims and, where the film lacks it, rows."""
