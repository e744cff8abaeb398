"""import_record: the record or review of a film, pasted into a file, becomes claims and rows."""
