"""The public search: all that is live in the visitor's language, in every spelling and script.

`question.py` folds what was typed, `texts.py`, `names.py` and `places.py` ask, `films.py` puts
the films in order, `reasons.py` says why a film was found, `marking.py` marks the words.
"""
