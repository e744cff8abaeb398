"""The credits desk: all credits of a film on one page, saved row by row, pasted as a list."""
