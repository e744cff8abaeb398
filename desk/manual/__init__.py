"""The editor's manual inside the admin: the chapters of docs/manual/ in the reader's language."""
