"""Reading of content folders: text files in, frozen objects and a list of problems out.

Nothing in here knows the database. `folder.read_folder` is the door; the loader turns its result
into rows. What could not be placed is left out and named with file, line, key and value.
"""
