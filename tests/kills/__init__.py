"""Processes killed with kill -9 in the middle of what they do: `python -m tests.kills`.

Each operation is tried at instants spread over its duration. Afterwards its result is there whole
or not at all, the database is sound, and what was acknowledged is kept.
"""
