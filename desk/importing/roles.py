"""From printed rows to roles and company functions."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk.importing.kinds import is_company, is_name_like
from desk.importing.names import PrintedName, read_names
from desk.importing.rows import CreditRow
from people.vocabulary import COMPANY_FUNCTIONS, find_function, find_role

_COMPOUND = re.compile(r"\s+(?:and|und|&|\+)\s+|\s*[/,&+]\s*")
_BY_PERSONS = {"producer": "production_company", "co_producer": "co_production"}


@dataclass(frozen=True)
class CreditLine:
    """One name in one role in one language. `role_key` is '' when the role is not known."""

    role_key: str
    role_text: str
    name: PrintedName
    row: CreditRow


@dataclass(frozen=True)
class CompanyLine:
    function: str
    name: str
    row: CreditRow


def read_roles(text: str) -> tuple[tuple[str, str], ...]:
    """'Author and Director' -> two (key, text) pairs; an unknown role has the key ''."""
    if role := find_role(text):
        return ((role.key, text),)
    pieces = [piece for piece in _COMPOUND.split(text) if piece]
    roles = [find_role(piece) for piece in pieces]
    known = [(role.key, piece) for role, piece in zip(roles, pieces, strict=True) if role]
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


def sort_rows(rows: Iterable[CreditRow]) -> tuple[list[CreditLine], list[CompanyLine]]:
    """Credits and companies out of printed rows."""
    credit_lines: list[CreditLine] = []
    companies: list[CompanyLine] = []
    for row in rows:
        for name in row.names:
            if function := function_of(row.role_text, name):
                companies.append(CompanyLine(function, name.with_remark, row))
            else:
                roles = read_roles(row.role_text)
                credit_lines += [CreditLine(key, text, name, row) for key, text in roles]
    return credit_lines, companies


def _phrases() -> list[str]:
    endings = (" by", " by the", " von", " vom", " mit", " durch", " des", " der", " with", " of")
    words = [word for entry in COMPANY_FUNCTIONS.values() for word in (entry.en, *entry.aliases)]
    words += [entry.de for entry in COMPANY_FUNCTIONS.values()]
    return sorted({word for word in words if word.lower().endswith(endings)}, key=len, reverse=True)


_LABELLED = re.compile(r"(?P<label>[^:]{2,60}):\s+(?P<name>.+)")
_PHRASED = re.compile(
    rf"(?P<label>{'|'.join(re.escape(phrase) for phrase in _phrases())})\s+(?P<name>.+)",
    re.IGNORECASE,
)


def rows_in_prose(text: str, key: str, file: str, line: int | None) -> Iterator[CreditRow]:
    """Rows out of lines such as 'Supported by X' or 'Koproduzent: X'; other lines give none."""
    for index, printed in enumerate(re.split(r"[\n;]", text)):
        printed = " ".join(printed.split())
        match = _LABELLED.fullmatch(printed) or _PHRASED.fullmatch(printed)
        if match is None or find_function(match["label"]) is None or len(match["name"]) > 120:
            continue
        names = read_names(re.sub(r"^(?:the|der|dem|den|die)\s+", "", match["name"].rstrip(". ")))
        if names and all(is_name_like(name.text, fewest=1) for name in names):
            yield CreditRow(match["label"], names, key, index, file, line)
