"""A row of a table of credits as facts."""

import re
from typing import Any

from people.printed.names import PrintedName
from people.printed.roles import function_of, read_roles
from people.vocabulary import find_function
from sources.columns.meanings import Meaning
from sources.columns.objects import Cells, Found, NotUnderstood, Why
from sources.reading.names import read_printed

_PARTED = re.compile(r"\s*[;\n|]\s*")


class CreditRows:
    """Reads rows in their order: a role that is not repeated goes on being meant."""

    def __init__(self, has_roles: bool) -> None:
        self.has_roles = has_roles
        self.role = ""

    def read(self, cells: Cells) -> list[Found]:
        """Return the facts of a row. Raises NotUnderstood."""
        role = cells[Meaning.ROLE_KEY] or cells[Meaning.ROLE] or cells[Meaning.FUNCTION]
        is_doubtful = False
        if role:
            self.role = role
        elif self.has_roles and not cells[Meaning.CHARACTER] and not cells[Meaning.COMPANY]:
            role, is_doubtful = self.role, bool(self.role)
        people = _people_of(cells)
        if not people and not cells[Meaning.COMPANY]:
            raise NotUnderstood(Why.NO_NAME)
        found = self._companies(cells, role)
        for printed in people:
            found += self._person(printed, role, cells, is_doubtful)
        return found

    def _companies(self, cells: Cells, role: str) -> list[Found]:
        names = [name for name in _PARTED.split(cells[Meaning.COMPANY]) if name]
        # Beside a person a company says where he or she works, unless it has a function.
        if not names or (_people_of(cells) and not cells[Meaning.FUNCTION]):
            return []
        printed = cells[Meaning.FUNCTION] or role
        function = find_function(printed)
        key = function.key if function else function_of(printed, PrintedName(names[0], "company"))
        if not key:
            raise NotUnderstood(Why.NO_FUNCTION if printed else Why.NO_ROLE)
        return [Found("companies", {"function": key, "name": name}) for name in names]

    def _person(self, printed: str, role: str, cells: Cells, is_doubtful: bool) -> list[Found]:
        character = cells[Meaning.CHARACTER]
        if not role and not character:
            raise NotUnderstood(Why.NO_ROLE)
        names = read_printed(printed)
        if not names:
            raise NotUnderstood(Why.NO_NAME)
        roles = read_roles(role) if role else (("actor", ""),)
        found = []
        for name in names:
            function = function_of(role, PrintedName(name.name, name.kind)) if role else ""  # type: ignore[arg-type]
            if function:
                found.append(Found("companies", {"function": function, "name": name.name}))
                continue
            for key, text in roles:
                values: dict[str, Any] = {
                    "role": key,
                    "role_text": "" if key else text,
                    "name": name.name,
                    "kind": name.kind,
                    "other_name": name.other_name,
                    "character": character or name.character,
                }
                if cells[Meaning.CREDITED_AS] and len(names) == 1:
                    values["credited_as"] = cells[Meaning.CREDITED_AS]
                found.append(Found("credits", values, is_doubtful or name.is_doubtful))
        return found


def _people_of(cells: Cells) -> list[str]:
    """Return the printed names of a row, one or several in a cell."""
    both = f"{cells[Meaning.GIVEN_NAME]} {cells[Meaning.FAMILY_NAME]}".strip()
    whole = cells[Meaning.NAME] or both
    return [name for name in _PARTED.split(_turn(whole)) if name]


def _turn(name: str) -> str:
    """Write "Gnädig, Fredericke" as names are spoken; a list of full names stays."""
    pieces = [piece.strip() for piece in name.split(",")]
    if len(pieces) == 2 and all(pieces) and " " not in pieces[0] and len(pieces[1].split()) <= 2:
        return f"{pieces[1]} {pieces[0]}"
    return name
