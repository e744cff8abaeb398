"""What a text of somebody else says about a film, line by line. Nothing here knows the database."""
