"""What became of a record: differences, revisions to look at and restore, the bin."""
