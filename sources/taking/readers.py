"""Readers for texts that are not of others: rooms above register how they read their own forms."""

from collections.abc import Callable

from sources.reading.objects import Reading

# Tells whether a text has this form.
Detect = Callable[[str], bool]
# Reads a text about the film of this key, in the language given ('' if nobody knows it).
Read = Callable[[str, str, str], Reading]

_readers: list[tuple[Detect, Read]] = []


def register_reader(detect: Detect, read: Read) -> None:
    """Have texts of a form read by `read`; the first registered that detects it reads it."""
    if (detect, read) not in _readers:
        _readers.append((detect, read))


def find_reader(text: str) -> Read | None:
    return next((read for detect, read in _readers if detect(text)), None)
