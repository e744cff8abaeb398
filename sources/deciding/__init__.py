"""One value is chosen among those that sources tell, or the point is marked as disputed."""
