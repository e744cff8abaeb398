"""The bin: deleted records for some weeks, and the files that nothing needs any more."""
