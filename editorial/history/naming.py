"""What rows and values are called, for people: looked up in bulk, one query per model."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, cast

from django.db import models
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.text import Truncator, capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.fields import (
    AnyField,
    any_text,
    identity_field,
    is_reference,
    languages,
    neutral_fields,
    translated_fields,
)
from editorial.history.titles import titles_of_missing
from editorial.kinds import Document, Kind, Part
from editorial.models import OwnRow, Record, RecordModel
from editorial.moments import on_the_clock_of
from editorial.names import country_name, language_name

Model = type[models.Model]


def is_picture(field: AnyField) -> bool:
    """Tell whether the field names a picture."""
    target = field.related_model
    return (
        isinstance(target, type)
        and issubclass(target, RecordModel)
        and target.kind == Record.Kind.IMAGE
    )


def target_of(field: AnyField) -> Model:
    return cast(Model, field.related_model)


def label_of(model: Model, name: str) -> str:
    """Return a field's name for people."""
    label = getattr(model._meta.get_field(name), "verbose_name", name)
    return str(capfirst(label))


def texts_of(model: Model) -> list[str]:
    """Return the translated fields in the order of the model."""
    translated = set(translated_fields(model))
    return [field.name for field in model._meta.concrete_fields if field.name in translated]


@dataclass
class Names:
    """Names of everything that some documents of one kind refer to.

    Own rows are named from the documents, where they stand even if they are deleted; later
    documents win. What is a screening's clock follows from its venue.
    """

    kind: Kind
    documents: tuple[Document, ...]
    found: dict[tuple[Model, str], str] = field(default_factory=dict)
    zones: dict[str, str] = field(default_factory=dict)
    own: dict[str, tuple[Part, dict[str, Any], Document]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        wanted: dict[Model, set[str]] = defaultdict(set)
        for document in self.documents:
            for part in self.kind.parts:
                for entry in entries_of(document, part):
                    if "uuid" in entry:
                        self.own[entry["uuid"]] = part, entry, document
                    for reference in references(part):
                        wanted[target_of(reference)].update(_idents(entry.get(reference.name)))
        for model, idents in wanted.items():
            self._look_up(model, idents - self.own.keys())

    def _look_up(self, model: Model, idents: set[str]) -> None:
        if not idents:
            return
        identity = identity_field(model)
        # Without arguments it follows what every row has, so that a name costs no query.
        rows = model._default_manager.filter(**{f"{identity}__in": idents}).select_related()
        for row in rows:
            ident = str(row.uuid) if hasattr(row, "uuid") else str(getattr(row, identity))
            self.found[model, ident] = name_of(row)
            self.zones[ident] = getattr(row, "zone", "")
        missing = {ident for ident in idents if (model, ident) not in self.found}
        if missing and issubclass(model, RecordModel):
            for ident, title in titles_of_missing(missing).items():
                self.found[model, ident] = title

    def plural(self, part: Part) -> str:
        return str(capfirst(part.model._meta.verbose_name_plural))

    def row(self, part: Part, entry: dict[str, Any], document: Document) -> str:
        """Return what a row is called, e.g. Director, Ana Sol."""
        shown = [self._field(part, name, entry, document) for name in part.named_by]
        name = ", ".join(text for text in shown if text)
        return Truncator(name).chars(80) or str(capfirst(part.model._meta.verbose_name))

    def _field(self, part: Part, name: str, entry: dict[str, Any], document: Document) -> str:
        if name in translated_fields(part.model):
            return _any_language(document, part, entry["uuid"], name)
        return self.value(part, part.model._meta.get_field(name), entry.get(name), entry)

    def value(self, part: Part, field: Any, value: Any, entry: dict[str, Any]) -> str:
        """Return a language-neutral value as people read it, '' for none."""
        if value is None or value == "" or value == []:
            return ""
        if is_reference(field):
            return ", ".join(self._target(target_of(field), ident) for ident in _idents(value))
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        if isinstance(field, models.DateTimeField):
            return _show_moment(parse_datetime(str(value)), self._zone(part, entry))
        if isinstance(field, models.DateField):
            return _show_day(parse_date(str(value)))
        shown_as = part.shown_as.get(field.name) or SHOWN_AS.get(field.name, "")
        if isinstance(value, list):
            return ", ".join(show_code(str(item), shown_as) for item in value)
        return show_code(str(value), shown_as)

    def _target(self, model: Model, ident: str) -> str:
        if ident in self.own and issubclass(model, OwnRow):
            return self.row(*self.own[ident])
        return self.found.get((model, ident), ident)

    def _zone(self, part: Part, entry: dict[str, Any]) -> str:
        idents = (entry.get(reference.name) for reference in references(part))
        zones = (self.zones.get(ident, "") for ident in idents if isinstance(ident, str))
        return next((zone for zone in zones if zone), "")


SHOWN_AS = {
    "country": "country",
    "language": "language",
    "dialogue_languages": "language",
    "subtitle_languages": "language",
}


# (name in `Part.shown_as`) -> code in words; rooms further out register theirs.
_words: dict[str, Callable[[str], str]] = {}


def register_words(shown_as: str, say: Callable[[str], str]) -> None:
    """Say how codes of a closed list of another room are told to people."""
    _words[shown_as] = say


def show_code(code: str, shown_as: str) -> str:
    """Return a code in words: a country, a language, a number of seconds."""
    if shown_as in _words:
        return _words[shown_as](code)
    reader = get_language() or languages()[0]
    if shown_as == "country":
        return country_name(code, reader)
    if shown_as == "language":
        return language_name(code, reader)
    if shown_as == "runtime":
        minutes, seconds = divmod(int(code), 60)
        words = _("%(minutes)d:%(seconds)02d min") if seconds else _("%(minutes)d min")
        return words % {"minutes": minutes, "seconds": seconds}
    return code


def _show_moment(moment: datetime | None, zone: str) -> str:
    if moment is None:
        return ""
    return date_format(on_the_clock_of(zone, moment), "DATETIME_FORMAT")


def _show_day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""


def name_of(row: models.Model) -> str:
    """Return what a shared row is called in the reader's language, or in any."""
    if "name" in translated_fields(type(row)):
        return any_text(row, "name") or str(row)
    return str(row)


def entries_of(document: Document, part: Part) -> list[dict[str, Any]]:
    """Return the rows of a part; the main row is one without an identifier."""
    stored = document.get(part.name, [] if part.owner else {})
    return [stored] if isinstance(stored, dict) else list(stored)


def references(part: Part) -> Iterator[AnyField]:
    fields = neutral_fields(part.model, part.owner, part.excluded)
    return (field for field in fields if is_reference(field))


def _idents(value: Any) -> list[str]:
    if value is None:
        return []
    return [str(ident) for ident in value] if isinstance(value, list) else [str(value)]


def _any_language(document: Document, part: Part, uuid: str, name: str) -> str:
    """Return a row's text in the reader's language or in any."""
    reader = (get_language() or "").split("-")[0]
    texts = document.get("texts", {})
    codes: Iterable[str] = sorted(languages(), key=lambda code: code.split("-")[0] != reader)
    found = (texts.get(code, {}).get(part.name, {}).get(uuid, {}).get(name) for code in codes)
    return next((str(text) for text in found if text), "")
