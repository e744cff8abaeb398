"""What the values of a claim can be; anything else in the database says nothing."""

from collections.abc import Iterator
from typing import Any

# What each part may say; the type of a value goes with its name, most are texts.
SHAPES = {
    part: frozenset(fields.split())
    for part, fields in {
        "facts": "year category",
        "countries": "codes",
        "versions": "runtime_seconds colour dialogue_languages subtitle_languages"
        " has_no_dialogue format aspect_ratio sound note technical",
        "credits": "role role_text name kind other_name character credited_as",
        "characters": "name character",
        "companies": "function name",
        "selections": "festival city country country_printed section date premiere note",
        "awards": "name body festival year result recipient",
        "releases": "country date status kind month",
        "press_items": "title author date outlet url",
        "quotes": "text",
        "production_notes": "text",
        "internal_texts": "text",
        "titles": "title kind language country",
        "external_ids": "scheme value",
        "links": "url label kind",
        "texts": "language field text",
        "mentions": "name",
    }.items()
}
NUMBERS = frozenset(("year", "month", "runtime_seconds"))
LISTS = frozenset(("codes", "dialogue_languages", "subtitle_languages"))
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


def unsound_values(part: str, values: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Yield the names of what a part cannot say, each with whether the part knows the name.

    None says nothing and is sound.
    """
    for name, value in values.items():
        is_known = name in SHAPES[part]
        if not is_known or (value is not None and not _is_sound(name, value)):
            yield name, is_known


def is_plain(value: Any) -> bool:
    """Tell whether a value can be that of a point: text, number, yes or no, or texts."""
    if isinstance(value, list):
        return all(isinstance(one, str) for one in value)
    is_small = not isinstance(value, int) or abs(value) < LARGEST
    return value is None or (isinstance(value, str | int) and is_small)
