"""Everything at once, for an hour: `python -m tests.soak`, or `make soak`."""
