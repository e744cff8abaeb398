"""What the values of a claim can be; anything else in the database says nothing."""

from typing import Any

NUMBERS = frozenset(("year", "month", "runtime_seconds"))
LISTS = frozenset(("codes", "dialogue_languages"))
FLAGS = frozenset(("has_no_dialogue",))
# More than any year, month or number of seconds of a film.
LARGEST = 10**7


def sound_values(values: Any) -> dict[str, Any]:
    """Return the values that have the shape of their field: text, number, list of texts or True.

    A claim written by hand or by another program must not stop a page.
    """
    if not isinstance(values, dict):
        return {}
    return {name: value for name, value in values.items() if _is_sound(name, value)}


def _is_sound(name: str, value: Any) -> bool:
    if name in NUMBERS:
        return isinstance(value, int) and not isinstance(value, bool) and 0 < value < LARGEST
    if name in LISTS:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if name in FLAGS:
        return value is True
    return isinstance(value, str)
