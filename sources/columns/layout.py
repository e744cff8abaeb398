"""How a table is read: the sign between cells, whether there are headers, what each column is."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from people.printed.spelling import fold
from sources.columns.cells import DELIMITERS, Row, find_delimiter, is_note_of_excel, read_rows
from sources.columns.meanings import CREDITS, FESTIVALS, Meaning

MOST_ROWS = 5_000
MOST_COLUMNS = 100


@dataclass(frozen=True)
class Layout:
    """`meanings` are by column from the left; `headers` are folded, to know them again."""

    delimiter: str
    has_header: bool
    meanings: tuple[Meaning, ...]
    headers: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "delimiter": self.delimiter,
            "has_header": self.has_header,
            "meanings": [str(meaning) for meaning in self.meanings],
            "headers": list(self.headers),
        }

    def place(self, meaning: Meaning) -> int | None:
        return self.meanings.index(meaning) if meaning in self.meanings else None

    def check(self) -> None:
        """Raise ValidationError unless rows can be read by it."""
        chosen = [meaning for meaning in self.meanings if meaning]
        for meaning in chosen:
            if chosen.count(meaning) > 1:
                raise ValidationError(
                    _("Two columns are “%(name)s”. Choose one of them.")
                    % {"name": names_of_meanings()[meaning]}
                )
        people = {Meaning.NAME, Meaning.GIVEN_NAME, Meaning.FAMILY_NAME, Meaning.COMPANY}
        has_people = bool(people & set(chosen))
        if Meaning.FESTIVAL in chosen and has_people:
            raise ValidationError(
                _("Festivals and credits do not stand in one table. Choose columns of one of them.")
            )
        if Meaning.FESTIVAL not in chosen and not has_people:
            raise ValidationError(_("Say which column has the names, or which one the festivals."))
        jobs = {Meaning.ROLE, Meaning.ROLE_KEY, Meaning.CHARACTER, Meaning.FUNCTION}
        if has_people and not jobs & set(chosen):
            raise ValidationError(_("Say which column has the roles, characters or functions."))


def read_layout(value: Any) -> Layout | None:
    """Return what `as_json` gave; None for anything else."""
    if not isinstance(value, dict) or value.get("delimiter") not in DELIMITERS:
        return None
    try:
        meanings = tuple(Meaning(word) for word in value.get("meanings", ()))
    except ValueError:
        return None
    headers = tuple(str(word) for word in value.get("headers", ()))
    return Layout(value["delimiter"], bool(value.get("has_header")), meanings, headers)


@dataclass(frozen=True)
class Table:
    """All rows of a text; `note` is the first line by which Excel names its sign."""

    rows: tuple[Row, ...]
    note: Row | None = None

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


def cut_table(text: str, delimiter: str = "") -> Table:
    """Return the rows. Raises ValidationError for more rows or columns than a film can have."""
    found = list(islice(read_rows(text, delimiter or find_delimiter(text)), MOST_ROWS + 2))
    if len(found) > MOST_ROWS + 1:
        raise ValidationError(
            _("The table has more than %(most)d rows. Leave out those of other films.")
            % {"most": MOST_ROWS}
        )
    note = found.pop(0) if found and is_note_of_excel(found[0]) else None
    table = Table(tuple(found), note)
    if table.width > MOST_COLUMNS:
        raise ValidationError(
            _("The table has %(count)d columns, more than the %(most)d that are read. Leave out"
              " those that are not needed.")
            % {"count": table.width, "most": MOST_COLUMNS}
        )  # fmt: skip
    return table


def fold_headers(row: Row) -> tuple[str, ...]:
    return tuple(fold(cell) for cell in row.cells)


def names_of_meanings() -> dict[Meaning, str]:
    """Return what people read for each meaning, in their language."""
    return {
        Meaning.FILM: _("Film (rows of others are left aside)"),
        Meaning.ROLE: pgettext("column of a table", "Role"),
        Meaning.ROLE_KEY: _("Key of the role"),
        Meaning.NAME: _("Name"),
        Meaning.GIVEN_NAME: _("First name"),
        Meaning.FAMILY_NAME: _("Last name"),
        Meaning.CHARACTER: pgettext("column of a table", "Character"),
        Meaning.CREDITED_AS: _("Credited as"),
        Meaning.COMPANY: _("Company"),
        Meaning.FUNCTION: _("Function of the company"),
        Meaning.ORDER: _("Order"),
        Meaning.FESTIVAL: _("Festival"),
        Meaning.DATE: _("Date"),
        Meaning.YEAR: _("Year"),
        Meaning.CITY: _("City"),
        Meaning.COUNTRY: _("Country"),
        Meaning.SECTION: _("Section"),
        Meaning.PREMIERE: _("Premiere"),
        Meaning.AWARD: _("Prize"),
        Meaning.RESULT: _("Result"),
        Meaning.RECIPIENT: _("Recipient"),
        Meaning.NOTE: _("Note"),
    }


def meaning_choices() -> list[Any]:
    """Return the choices of a column, credits and festivals apart."""
    names = names_of_meanings()
    return [
        ("", _("not used")),
        (Meaning.FILM.value, names[Meaning.FILM]),
        (_("Credits"), [(one.value, names[one]) for one in CREDITS]),
        (_("Festivals"), [(one.value, names[one]) for one in FESTIVALS]),
    ]
