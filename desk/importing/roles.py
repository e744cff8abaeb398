"""From printed rows to roles and company functions."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk.importing.rows import CreditRow
from people.printed.kinds import is_name_like
from people.printed.names import PrintedName, read_names
from people.printed.roles import function_of, read_roles
from people.vocabulary import COMPANY_FUNCTIONS, find_function


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
