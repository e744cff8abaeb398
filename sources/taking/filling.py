"""A claim's values written into what the film has: fields that are empty, and corrections."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from editorial.fields import column, columns, languages
from films.models import CompanyCredit, Country, Credit, Film, Selection, Version
from people.spelling import words_of
from sources.taking.choices import Values
from sources.taking.days import read_day, read_screening
from sources.taking.rows import save_row, spoken_column


class Filler:
    """Writes into one film, inside a change. Everything raises ValidationError for bad values."""

    def __init__(self, film: Film, language: str) -> None:
        self.film, self.language = film, language

    def fill(self, part: str, field: str, value: Any) -> bool:
        """Set a single field that the film lacks; tell whether there was anything to write."""
        if part == "countries":
            self._set_countries(value)
        elif part == "versions":
            return self._fill_version(field, value)
        elif part == "texts":
            language, _slash, name = field.partition("/")
            self._set(self.film, column(name, language), value)
            if name == "title" and not getattr(self.film, column("slug", language)):
                self._set(self.film, column("slug", language), self.film.record.key)
        else:
            self._set(self.film, field, value)
        return True

    def _set_countries(self, codes: list[str]) -> None:
        Country.objects.filter(film=self.film).exclude(code__in=codes).delete()
        known = {row.code: row for row in Country.objects.filter(film=self.film)}
        for place, code in enumerate(codes):
            row = known.get(code) or Country(film=self.film, code=code)
            row.position = place
            save_row(row)

    def _fill_version(self, field: str, value: Any) -> bool:
        row = Version.objects.filter(film=self.film).order_by("-is_main", "position", "pk").first()
        row = row or Version(film=self.film, is_main=True)
        if field == "note":
            field = column("note", self.language)
            known = [getattr(row, name) for name in columns("note") if getattr(row, name)]
            new = new_words(value, known)
            if not new:
                return False
            value = ", ".join(part for part in (getattr(row, field), new) if part)
        setattr(row, field, value)
        save_row(row)
        return True

    def _set(self, row: Any, name: str, value: Any) -> None:
        setattr(row, name, row._meta.get_field(name).clean(value, row))
        row.save()

    def fill_row(self, row: models.Model, values: Values) -> None:
        """Give a row what it lacks."""
        for name, value in values.items():
            if name == "date":
                row.date, row.precision = read_day(value)  # type: ignore[attr-defined]
            elif name == "shown_on":
                row.shown_on = read_screening(value)  # type: ignore[attr-defined]
            else:
                limit = 120 if name == "section" else None
                setattr(row, spoken_column(type(row), name, self.language), value[:limit])
        save_row(row)

    def replace_character(self, row: Any, ours: str, theirs: str) -> None:
        """Give a credit the fuller name of its character, in each language that has the other."""
        for code in languages():
            if getattr(row, column("character", code)) == ours:
                setattr(row, column("character", code), theirs)
        save_row(row)

    def correct_row(self, row: Any, values: Values, former: Values) -> None:
        """Write corrections over what a row says now; a name is how somebody is credited here."""
        for name, value in values.items():
            if name == "name" and isinstance(row, Credit | CompanyCredit):
                self._correct_name(row, value)
            elif name == "character":
                self.replace_character(row, former["character"], value)
            elif name == "date" and isinstance(row, Selection):
                row.shown_on = read_screening(value) or row.shown_on
            elif name == "date":
                row.date, row.precision = read_day(value)
            else:
                self._correct_text(row, name, former[name], value)
        save_row(row)

    def _correct_name(self, row: Any, name: str) -> None:
        if getattr(row, "is_group", False):
            for code in languages():
                if getattr(row, column("group", code)):
                    setattr(row, column("group", code), name)
            return
        owner = getattr(row, "person", None) or row.company
        row.credited_as = name if owner.name != name else ""

    def _correct_text(self, row: Any, name: str, former: Any, value: Any) -> None:
        """Write a field, of a translated one each language that says the former."""
        known = {field.name for field in row._meta.get_fields()}
        spoken = [column(name, code) for code in languages() if column(name, code) in known]
        saying = [own for own in spoken if getattr(row, own) == former]
        for own in saying or [spoken_column(type(row), name, self.language)]:
            setattr(row, own, value)


def new_words(note: str, known: Iterable[str]) -> str:
    """Return the pieces of a remark that say something new, whatever the case of their letters."""
    told = {word for text in known for word in words_of(text)}
    pieces = [piece.strip() for piece in note.split(",")]
    return ", ".join(piece for piece in pieces if piece and not set(words_of(piece)) <= told)
