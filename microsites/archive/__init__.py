"""Old sites of a film, kept as they were: served apart from everything else, reported, replaced."""
