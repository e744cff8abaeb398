"""Import, export and backup of a catalogue of any size, each command in a process of its own.

`command.py` runs the steps and takes their time and memory; `importing.py` is the import as a
process that tells how long its transactions were; `row_by_row.py` is the other way to do it.
"""
