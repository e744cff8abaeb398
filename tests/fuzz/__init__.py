"""Cases that nobody thought of: `python -m tests.fuzz`, or `make fuzz`."""
