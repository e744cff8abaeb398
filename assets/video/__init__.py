"""Videos: what is in them, how they are prepared for the web, what a page gets."""
