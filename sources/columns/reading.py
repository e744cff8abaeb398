"""A table of credits or festivals as facts, each with the place of its row."""

from collections.abc import Iterable, Iterator
from typing import Any

from people.printed.spelling import fold
from sources.columns.cells import Row
from sources.columns.credit_rows import CreditRows
from sources.columns.festival_rows import read_festival
from sources.columns.layout import Layout, cut_table
from sources.columns.meanings import Meaning
from sources.columns.objects import Cells, Found, NotUnderstood, TableReading, Unread, Why
from sources.columns.values import find_order
from sources.reading.objects import Aside, Fact, Left, Reading

# Characters of a name, a role, a festival: more than any has.
LONGEST = 300
_FREE = (Meaning.NOTE, Meaning.AWARD)


def read_table(text: str, layout: Layout, titles: Iterable[str] = ()) -> TableReading:
    """Return what the table says of the film of these titles; no row is lost.

    Rows go by the column of order where there is one. Raises ValidationError for a table that is
    larger than any film's.
    """
    table = cut_table(text, layout.delimiter)
    done = TableReading(Reading(text))
    if table.note:
        _leave(done, table.note, Aside.DECORATION)
    body = table.rows
    if layout.has_header and body:
        _leave(done, body[0], Aside.HEADING)
        body = body[1:]
    _Table(layout, {fold(title) for title in titles if title}, body, done).read()
    return done


class _Table:
    def __init__(
        self, layout: Layout, titles: set[str], body: tuple[Row, ...], done: TableReading
    ) -> None:
        self.layout, self.titles, self.body, self.done = layout, titles, body, done
        self.credits = CreditRows(layout.place(Meaning.ROLE) is not None)
        self.is_of_festivals = layout.place(Meaning.FESTIVAL) is not None
        self.is_day_first = find_order(_column(body, layout.place(Meaning.DATE)))
        self.said: set[str] = set()

    def read(self) -> None:
        # As a person counts them: what stands above the first row counts, too.
        numbered = list(enumerate(self.body, 1 + len(self.done.reading.left)))
        for number, row in self._in_order(numbered):
            if row.is_empty:
                _leave(self.done, row, Aside.DECORATION)
                continue
            self.done.rows += 1
            try:
                self._say(row, self._read_row(row))
            except NotUnderstood as error:
                self.done.unread.append(Unread(number, _brief(row), error.why))
                aside = Aside.SECOND_TIME if error.why is Why.TWICE else Aside.NO_FACT
                _leave(self.done, row, aside)

    def _in_order(self, rows: list[tuple[int, Row]]) -> Iterator[tuple[int, Row]]:
        place = self.layout.place(Meaning.ORDER)
        if place is None:
            return iter(rows)
        return iter(sorted(rows, key=lambda pair: _number(pair[1], place)))

    def _read_row(self, row: Row) -> list[Found]:
        cells = self._cells(row)
        film = cells[Meaning.FILM]
        if film and self.titles and fold(film) not in self.titles:
            raise NotUnderstood(Why.OTHER_FILM)
        if self.is_of_festivals:
            return read_festival(cells, self.is_day_first)
        return self.credits.read(cells)

    def _cells(self, row: Row) -> Cells:
        cells = Cells()
        for meaning, cell in zip(self.layout.meanings, row.cells, strict=False):
            if not meaning:
                continue
            # Exports write a sign before what a spreadsheet would take for a formula.
            bare = cell[1:] if cell[:1] == "'" and cell[1:2] in "=+-@" else cell
            if bare == cell and cell.startswith(("=", "@")):
                raise NotUnderstood(Why.FORMULA)
            if len(bare) > LONGEST and meaning not in _FREE:
                raise NotUnderstood(Why.TOO_LONG)
            cells[meaning] = bare if meaning in _FREE else _one_line(bare, meaning)
        return cells

    def _say(self, row: Row, found: list[Found]) -> None:
        new = [one for one in found if _key(one) not in self.said]
        if not new:
            raise NotUnderstood(Why.TWICE)
        printed = self.done.reading.text[row.start : row.end]
        for one in new:
            self.said.add(_key(one))
            fact = Fact(one.part, one.values, printed, row.start, row.end, one.is_doubtful)
            self.done.reading.facts.append(fact)


def _one_line(cell: str, meaning: Meaning) -> str:
    """Return a cell without line breaks, but for those that part names or prizes."""
    if meaning in (Meaning.NAME, Meaning.COMPANY):
        return cell
    return " ".join(cell.split())


def _key(found: Found) -> str:
    return f"{found.part}{sorted((name, str(value)) for name, value in found.values.items())}"


def _leave(done: TableReading, row: Row, reason: Aside) -> None:
    done.reading.left.append(Left(row.start, row.end, reason))


def _column(rows: Iterable[Row], place: int | None) -> list[str]:
    if place is None:
        return []
    return [row.cells[place] for row in rows if place < len(row.cells)]


def _number(row: Row, place: int) -> tuple[int, int]:
    """Return where a row stands; one without a number stays behind those with one."""
    cell: Any = row.cells[place].rstrip(".") if place < len(row.cells) else ""
    is_number = cell.isdecimal() and len(cell) < 10
    return (0, int(cell)) if is_number else (1, 0)


def _brief(row: Row) -> str:
    return " · ".join(cell for cell in row.cells if cell)[:120]
