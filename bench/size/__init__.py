"""A plausible catalogue of any size, and what its pages cost.

`making.py` writes it past the door, in bulk; `publishing.py` stores documents, revisions and
publications as the door would have; `asking.py` asks pages and lists.
"""
