"""Sources at the desk: a text comes in, is read, confirmed row by row, and taken back as one."""
