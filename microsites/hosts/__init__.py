"""Hosts of single films: who is known, what such a host answers, how its pages are named."""
