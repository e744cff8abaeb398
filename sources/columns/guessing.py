"""What the columns of a table probably are: by their headers, else by what stands in them."""

import re
from collections.abc import Callable
from itertools import islice

from people.printed.kinds import is_company, is_name_like
from people.printed.roles import role_key
from people.printed.spelling import fold
from people.vocabulary import find_function
from sources.columns.cells import find_delimiter
from sources.columns.layout import Layout, Table, cut_table, fold_headers
from sources.columns.meanings import Meaning, find_meaning
from sources.columns.values import read_country, read_day

_SAMPLE = 60
# Of the cells of a column that are filled, how many have to be of a kind.
_MOST = 0.6
_FESTIVAL = re.compile(r"festival|filmfest|filmtage|\bfest\b|berlinale|\biff\b|mostra", re.I)
_LETTERS = re.compile(r"[^\W\d_]")


def guess_layout(text: str, delimiter: str = "", has_header: bool | None = None) -> Layout:
    """Return the probable layout; what is named is taken as it is. Raises ValidationError."""
    delimiter = delimiter or find_delimiter(text)
    table = cut_table(text, delimiter)
    if has_header is None:
        has_header = looks_like_header(table)
    first = table.rows[0] if table.rows and has_header else None
    columns = columns_of(table, has_header)
    found = [Meaning.NOTHING] * table.width
    for place, cell in enumerate(first.cells if first else ()):
        meaning = _settle(cell, columns[place])
        if meaning not in found:
            found[place] = meaning
    _settle_names(found)
    _guess_rest(found, columns)
    return Layout(delimiter, has_header, tuple(found), fold_headers(first) if first else ())


def looks_like_header(table: Table) -> bool:
    """Tell whether the first row has names of columns: half of them are known, or it is of
    another kind than what stands below it."""
    if len(table.rows) < 2:
        return False
    first = table.rows[0].cells
    cells = [cell for cell in first if cell]
    known = [cell for cell in cells if find_meaning(cell)]
    if known and 2 * len(known) >= len(cells):
        return True
    below = columns_of(table, has_header=True)
    return any(
        _are(below[place], fits) and not fits(cell)
        for _meaning, fits in _KINDS[:5]
        for place, cell in enumerate(first)
        if cell
    )


def columns_of(table: Table, has_header: bool) -> list[list[str]]:
    """Return the filled cells of the first rows, by column."""
    rows = list(islice(table.rows[1 if has_header else 0 :], _SAMPLE))
    return [
        [row.cells[place] for row in rows if place < len(row.cells) and row.cells[place]]
        for place in range(table.width)
    ]


def _settle(header: str, cells: list[str]) -> Meaning:
    """Return what a header means; one that has two meanings says it by what stands below it."""
    meaning = find_meaning(header)
    # "Rolle" is who somebody plays, or what he or she does.
    if fold(header) == "rolle" and _are(cells, lambda cell: bool(role_key(cell))):
        return Meaning.ROLE
    if meaning is Meaning.FUNCTION and _are(cells, lambda cell: bool(role_key(cell))):
        return Meaning.ROLE
    if meaning is Meaning.NAME and cells and all(is_company(cell) for cell in cells):
        return Meaning.COMPANY
    return meaning


def _settle_names(found: list[Meaning]) -> None:
    """ "Vorname, Name": the second is the family's."""
    if Meaning.GIVEN_NAME in found and Meaning.NAME in found and Meaning.FAMILY_NAME not in found:
        found[found.index(Meaning.NAME)] = Meaning.FAMILY_NAME
    has_person = {Meaning.NAME, Meaning.FAMILY_NAME} & set(found)
    if has_person and Meaning.FUNCTION in found and Meaning.ROLE not in found:
        found[found.index(Meaning.FUNCTION)] = Meaning.ROLE
    if Meaning.FESTIVAL in found and Meaning.CHARACTER in found:
        found[found.index(Meaning.CHARACTER)] = Meaning.NOTHING


def _guess_rest(found: list[Meaning], columns: list[list[str]]) -> None:
    for meaning, fits in _KINDS:
        if meaning in found or not _is_wanted(meaning, found):
            continue
        for place, cells in enumerate(columns):
            if found[place] is Meaning.NOTHING and _are(cells, fits):
                found[place] = meaning
                break


def _is_wanted(meaning: Meaning, found: list[Meaning]) -> bool:
    people = {Meaning.NAME, Meaning.FAMILY_NAME, Meaning.COMPANY}
    if meaning is Meaning.FESTIVAL:
        return not (people | {Meaning.ROLE}) & set(found)
    if meaning in (Meaning.ROLE, Meaning.FUNCTION, Meaning.NAME):
        return Meaning.FESTIVAL not in found and not (
            meaning is Meaning.NAME and people & set(found)
        )
    return Meaning.FESTIVAL in found


def _are(cells: list[str], fits: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(fits, cells)) >= _MOST * len(cells)


# In this order: what is surest first.
_KINDS: tuple[tuple[Meaning, Callable[[str], bool]], ...] = (
    (Meaning.ROLE, lambda cell: bool(role_key(cell))),
    (Meaning.FUNCTION, lambda cell: find_function(cell) is not None),
    (Meaning.FESTIVAL, lambda cell: bool(_FESTIVAL.search(cell))),
    (Meaning.DATE, lambda cell: bool(read_day(cell)[0])),
    (Meaning.COUNTRY, lambda cell: bool(read_country(cell))),
    (Meaning.NAME, lambda cell: bool(_LETTERS.search(cell)) and is_name_like(cell, fewest=2)),
)
