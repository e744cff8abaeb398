"""All texts of one record on one screen: what a translator sees of each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from assets.models import Image
from editorial.documents import upgrade
from editorial.fields import column
from editorial.history.differences import words_of
from editorial.history.naming import Names, label_of
from editorial.history.words import Word
from editorial.kinds import Document, Kind, Part, kind_of
from editorial.models import Record
from editorial.prose import count_words
from editorial.publishing.overview import desk_documents
from editorial.translating.keeping import as_mark, marks_of, origin_of
from editorial.translating.looks import CONFIRMING, EXPLANATIONS, LOOKS, SIGNS
from editorial.translating.marking import WRITTEN
from editorial.translating.states import Look, TextState, text_states
from editorial.translating.texts import part_of
from editorial.translating.writing import Outcome, Result, digest, tidy_text
from films.models import Placement

# So many pictures of a film stand on its screen; the others have screens of their own.
MOST_PICTURES = 60


@dataclass(frozen=True)
class Item:
    """One text of the screen, ready to be shown. `id` names it in forms and in XLIFF."""

    id: str
    record: Record
    state: TextState
    label: str
    place: str
    is_long: bool
    max_length: int | None
    limit: int
    text: str  # what stands in the field: what was typed, if it could not be saved
    outcome: Outcome | None = None

    @property
    def look(self) -> str:
        return self.state.look.value

    @property
    def look_label(self) -> Any:
        return LOOKS[self.state.look]

    @property
    def sign(self) -> str:
        return SIGNS[self.state.look]

    @property
    def explanation(self) -> Any:
        return EXPLANATIONS[self.state.look]

    @property
    def was(self) -> str:
        return digest(self.state.target)

    @property
    def seen(self) -> str:
        return digest(self.state.source)

    @property
    def may_confirm(self) -> bool:
        return self.state.look in CONFIRMING

    @property
    def confirming(self) -> Any:
        """What a human says of the text by confirming it."""
        return CONFIRMING.get(self.state.look, "")

    @property
    def words(self) -> tuple[Word, ...]:
        """What changed in the source since the text was right."""
        former = self.state.former_source
        return words_of(former, self.state.source) if former else ()

    @property
    def reviewer(self) -> str:
        mark = self.state.mark
        return mark.user if mark and self.state.look is not Look.OUTDATED else ""

    @property
    def moment(self) -> datetime | None:
        mark = self.state.mark
        return mark.at if mark and mark.user else None

    @property
    def is_conflict(self) -> bool:
        return self.outcome is not None and self.outcome.result is Result.CONFLICT

    @property
    def meanwhile(self) -> str:
        """Who has written the text that stands there now."""
        mark = self.state.mark
        if mark and mark.how == WRITTEN and mark.user:
            return _("%(who)s has written here meanwhile.") % {"who": mark.user}
        return _("Somebody else has written here meanwhile.")

    @property
    def error(self) -> str:
        wrong = (Result.WRONG, Result.GONE)
        return self.outcome.message if self.outcome and self.outcome.result in wrong else ""

    @property
    def is_held(self) -> bool:
        return self.outcome is not None and self.outcome.result is Result.HELD

    @property
    def source_words(self) -> int:
        return count_words(self.state.source)

    @property
    def target_words(self) -> int:
        return count_words(self.text)

    @property
    def is_over_limit(self) -> bool:
        return bool(self.limit) and self.target_words > self.limit

    @property
    def rows(self) -> int:
        """Lines of the field: as many as the longer of both texts takes."""
        longest = max(len(self.state.source), len(self.text))
        return min(24, max(2, longest // 55 + 1 + self.state.source.count("\n")))


@dataclass(frozen=True)
class Group:
    """Texts that stand together: the record's own, those of a part, those of a picture."""

    title: str
    items: tuple[Item, ...]
    picture: Image | None = None
    key: str = ""


def screen_of(
    record: Record, language: str, outcomes: Iterable[tuple[str, Outcome]] = ()
) -> list[Group]:
    """Return the texts of a record, of a film with those of its pictures, in groups.

    The same number of queries however many texts and pictures there are.
    """
    pictures = pictures_of(record)
    shown = {image.pk: image for image in pictures}
    if record.kind == Record.Kind.IMAGE:
        shown[record.pk] = Image.objects.get(pk=record.pk)
    found: list[Group] = []
    for one, groups in screens_of([record, *(i.record for i in pictures)], language, outcomes):
        if one is record:
            found += [replace(group, picture=shown.get(one.pk)) for group in groups]
        elif groups:
            found.append(Group("", groups[0].items, shown[one.pk], f"picture-{one.pk}"))
    return found


def screens_of(
    records: Iterable[Record], language: str, outcomes: Iterable[tuple[str, Outcome]] = ()
) -> list[tuple[Record, list[Group]]]:
    """Return the texts of records in groups, the pictures of a film not among them."""
    wanted = list(records)
    documents = desk_documents([one.pk for one in wanted])
    marks = marks_of([one.pk for one in wanted])
    told = dict(outcomes)
    found = []
    for one in wanted:
        if one.pk not in documents:
            continue
        kind = kind_of(one.kind)
        document = upgrade(kind, documents[one.pk])
        mine = {place: as_mark(row) for place, row in marks[one.pk].items()}
        states = text_states(kind, document, language, origin_of(one), mine)
        found.append((one, _Maker(one, kind, document, told).groups(states)))
    return found


def pictures_of(record: Record) -> list[Image]:
    """Return the pictures of a film that stand on its screen, each once, in their order."""
    return pictures_in([record])[:MOST_PICTURES]


def pictures_in(records: Iterable[Record]) -> list[Image]:
    """Return all pictures of the films among these, each once, film by film. One query."""
    films = [one.pk for one in records if one.kind == Record.Kind.FILM]
    if not films:
        return []
    placed = Placement.objects.filter(film__in=films).select_related("image__record")
    found = {row.image_id: row.image for row in placed.order_by("film_id", "position", "pk")}
    return list(found.values())


class _Maker:
    """Makes items of the states of one record."""

    def __init__(
        self, record: Record, kind: Kind, document: Document, told: dict[str, Outcome]
    ) -> None:
        self.record, self.kind, self.document, self.told = record, kind, document, told
        self.entries = {
            (part.name, entry["uuid"]): entry
            for part in kind.parts
            if part.owner
            for entry in document.get(part.name, [])
        }
        self._names: Names | None = None

    @property
    def names(self) -> Names:
        if self._names is None:
            self._names = Names(self.kind, (self.document,))
        return self._names

    def groups(self, states: Iterable[TextState]) -> list[Group]:
        found: dict[str, list[Item]] = {}
        for item in self.items(states):
            found.setdefault(item.state.key.part, []).append(item)
        return [
            Group(self._title(self._part(name)), tuple(items), key=name)
            for name, items in found.items()
        ]

    def items(self, states: Iterable[TextState]) -> list[Item]:
        return [self._item(state) for state in states]

    def _part(self, name: str) -> Part:
        part = part_of(self.kind, name)
        assert part is not None  # states come from the parts
        return part

    def _title(self, part: Part) -> str:
        if part is self.kind.main:
            return _("Texts")
        return str(capfirst(part.model._meta.verbose_name_plural))

    def _item(self, state: TextState) -> Item:
        key, part = state.key, self._part(state.key.part)
        name = column(key.field, state.language)
        field: Any = part.model._meta.get_field(name)
        ident = f"{self.record.uuid}/{key}"
        outcome = _today(self.told.get(ident), state.target)
        is_kept = outcome is None or outcome.result is Result.SAVED
        return Item(
            id=ident,
            record=self.record,
            state=state,
            label=label_of(part.model, key.field),
            place=self.names.row(part, self.entries[key.part, key.row], self.document)
            if key.row
            else "",
            is_long=isinstance(field, models.TextField),
            max_length=field.max_length,
            limit=self.kind.limits.get(key.field, 0) if not key.row else 0,
            text=state.target if is_kept or outcome is None else outcome.text,
            outcome=outcome,
        )


def _today(outcome: Outcome | None, target: str) -> Outcome | None:
    """Return what a draft comes to, now that the text may have been written by others."""
    if outcome is None or outcome.result is not Result.HELD:
        return outcome
    if tidy_text(outcome.text) == tidy_text(target):
        return None
    return replace(
        outcome, result=Result.HELD if outcome.was == digest(target) else Result.CONFLICT
    )
