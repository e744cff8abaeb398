"""From printed words to roles and company functions."""

import re
from collections.abc import Callable

from people.printed.kinds import is_company
from people.printed.names import PrintedName
from people.vocabulary import find_function, find_role

_COMPOUND = re.compile(r"\s+(?:and|und|&|\+)\s+|\s*[/,&+]\s*")
_BY_PERSONS = {"producer": "production_company", "co_producer": "co_production"}


def role_key(text: str) -> str:
    """The key of the role that a printed label means, or ''."""
    role = find_role(text)
    return role.key if role else ""


def read_roles(text: str, find: Callable[[str], str] = role_key) -> tuple[tuple[str, str], ...]:
    """'Author and Director' -> two (key, text) pairs; an unknown role has the key ''."""
    if key := find(text):
        return ((key, text),)
    pieces = [piece for piece in _COMPOUND.split(text) if piece]
    known = [(key, piece) for piece in pieces if (key := find(piece))]
    return tuple(known) if known and len(known) == len(pieces) else (("", text),)


def function_of(role_text: str, name: PrintedName) -> str:
    """The company function of a name in a row, or '' when the row is a credit."""
    function = find_function(role_text)
    if function is None:
        role = find_role(role_text)
        key = _BY_PERSONS.get(role.key, "") if role else ""
        return key if is_company(name.text) else ""
    if is_company(name.text) or find_role(role_text) is None:
        return function.key
    return ""
