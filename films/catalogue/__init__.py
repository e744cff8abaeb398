"""All live films as a list that visitors narrow down: plain links, no script.

`choosing.py` reads what was chosen from the address, `facets.py` counts what could be chosen
next, `views.py` shows the page. Index columns and references alone are read, never a document.
"""
