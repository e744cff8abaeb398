"""One search over everything the desk holds, in all languages and spellings; where a thing is used.

`entry.py` is the index, `collecting.py` says what stands in it, `indexing.py` keeps it true,
`searching.py` asks it, `showing.py` knows what visitors see of a record.
"""
