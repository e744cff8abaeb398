"""Hostile input, tried at the doors a user has: `python -m tests.bad_input MANIFEST`."""
