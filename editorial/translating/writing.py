"""Texts of one language written into their rows, without overwriting what others wrote meanwhile.

Whoever writes says which text he or she started from, by its digest: if another stands there now,
nothing is written and both are reported.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from editorial.changes import Change, change, require_change
from editorial.documents import upgrade
from editorial.fields import column
from editorial.guard.versions import locked
from editorial.kinds import kind_of
from editorial.models import OwnRow, Record, Revision
from editorial.prose import check_markdown
from editorial.publishing.overview import desk_documents
from editorial.translating.keeping import marks_of, origin_of, renew_states, write_marks
from editorial.translating.marking import REVIEWED, NewMark
from editorial.translating.texts import Key, fields_of, part_of, texts_in

# How far back the source text is looked for that a translator had before him or her.
MOST_REVISIONS = 20


class Result(StrEnum):
    SAVED = "saved"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"  # somebody else has written meanwhile
    WRONG = "wrong"
    GONE = "gone"  # the row is no longer there
    HELD = "held"  # visitors would see it at once: it waits for somebody who says so


@dataclass(frozen=True)
class Wish:
    """A text to be written. `was` is the digest of the text it was made from, `seen` that of the
    source; `made_from` is the source itself, where it is known."""

    key: Key
    text: str
    was: str
    seen: str = ""
    made_from: str | None = None


@dataclass(frozen=True)
class Outcome:
    """What became of a wish; `theirs` is what stands there now, `message` what is wrong."""

    key: Key
    result: Result
    text: str
    theirs: str = ""
    message: str = ""
    was: str = ""


def gone(wish: Wish) -> Outcome:
    """Say of a text that it has no place any more."""
    message = _("This text is no longer there.")
    return Outcome(wish.key, Result.GONE, tidy_text(wish.text), message=message)


def digest(text: str) -> str:
    """Return a short word that tells two texts apart; '' for none."""
    return hashlib.sha256(text.encode()).hexdigest()[:16] if text else ""


def tidy_text(text: str) -> str:
    """Return a text as forms keep it: LF at the end of lines, nothing around it, no NUL."""
    return text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").strip()


def write_texts(record: Record, language: str, wishes: Iterable[Wish]) -> list[Outcome]:
    """Write texts inside the open change; return what became of each.

    One query per part and one per changed row. What is wrong or in conflict is left as it is; the
    rest is written.
    """
    opened = require_change()
    # Two translators who save in the same moment come one after the other.
    locked(record)
    writer = _Writer(record, language, opened)
    outcomes = [writer.take(wish) for wish in wishes]
    wrong = writer.save()
    return [wrong.get(outcome.key, outcome) for outcome in outcomes]


class _Writer:
    """The rows of one record while texts are put into them."""

    def __init__(self, record: Record, language: str, opened: Change) -> None:
        self.record, self.language, self.opened = record, language, opened
        self.kind = kind_of(record.kind)
        self.rows: dict[str, dict[str, models.Model]] = {}
        self.changed: dict[tuple[str, str], list[Outcome]] = {}
        self.sources: Mapping[Key, str] | None = None

    def take(self, wish: Wish) -> Outcome:
        """Put one text into its row."""
        key, text = wish.key, tidy_text(wish.text)
        row = self._row(key)
        if row is None:
            return gone(wish)
        name = column(key.field, self.language)
        theirs = getattr(row, name) or ""
        if text == tidy_text(theirs):
            return Outcome(key, Result.UNCHANGED, text, theirs)
        if digest(theirs) != wish.was:
            return Outcome(key, Result.CONFLICT, text, theirs)
        try:
            value = self._clean(row, name, text)
        except ValidationError as error:
            return Outcome(key, Result.WRONG, text, theirs, " ".join(error.messages))
        setattr(row, name, value)
        outcome = Outcome(key, Result.SAVED, value, theirs)
        self.changed.setdefault((key.part, key.row), []).append(outcome)
        self._note_source(wish)
        return outcome

    def _row(self, key: Key) -> models.Model | None:
        part = part_of(self.kind, key.part)
        if part is None or key.field not in fields_of(part):
            return None
        if key.part not in self.rows:
            manager = part.model._default_manager
            if part is self.kind.main:
                main = manager.filter(pk=self.record.pk).first()
                self.rows[key.part] = {"": main} if main else {}
            else:
                mine = manager.filter(**{part.owner: self.record.pk})
                self.rows[key.part] = {str(cast(OwnRow, row).uuid): row for row in mine}
        return self.rows[key.part].get(key.row)

    def _clean(self, row: models.Model, name: str, text: str) -> str:
        field: models.Field[Any, Any] = row._meta.get_field(name)  # type: ignore[assignment]
        if isinstance(field, models.TextField):
            check_markdown(text)
        else:
            text = " ".join(text.split())
        value: str = field.clean(text, row)
        return value

    def _note_source(self, wish: Wish) -> None:
        """Remember what the text was made from, if that is no longer today's source."""
        made_from = wish.made_from
        if self.language == origin_of(self.record):
            return
        if made_from is None:
            if not wish.seen:
                return
            today = self._sources().get(wish.key, "")
            if digest(today) == wish.seen:
                return
            made_from = former_source(self.record, wish.key, wish.seen)
        self.opened.made_from.setdefault(self.record.pk, {})[wish.key, self.language] = made_from

    def _sources(self) -> Mapping[Key, str]:
        if self.sources is None:
            document = desk_documents([self.record.pk]).get(self.record.pk)
            lifted = upgrade(self.kind, document) if document else None
            self.sources = texts_in(self.kind, lifted, origin_of(self.record))
        return self.sources

    def save(self) -> dict[Key, Outcome]:
        """Save the changed rows; return the texts of rows that do not hold together."""
        wrong: dict[Key, Outcome] = {}
        for (part, ident), outcomes in self.changed.items():
            row = self.rows[part][ident]
            try:
                row.clean()
            except ValidationError as error:
                message = " ".join(error.messages)
                wrong.update(
                    {o.key: replace(o, result=Result.WRONG, message=message) for o in outcomes}
                )
                continue
            row.save()
        return wrong


def former_source(record: Record, key: Key, seen: str) -> str:
    """Return the source text of this digest from the latest revisions, '' if it is not there."""
    kind = kind_of(record.kind)
    mine = Revision.objects.filter(record=record, line=Revision.Line.DESK)
    for revision in mine.order_by("-pk")[:MOST_REVISIONS]:
        text = texts_in(kind, upgrade(kind, revision.document), origin_of(record)).get(key, "")
        if digest(text) == seen:
            return text
    return ""


def confirm(
    record: Record, language: str, seen: Mapping[Key, str], user: Any
) -> tuple[list[Key], list[Key]]:
    """Note that texts are still correct. `seen` is, by place, the digest of the source one looked
    at. Returns what was confirmed, and what was not because the source has changed since."""
    with change(user):
        return _confirm(locked(record), language, seen, user)


def _confirm(
    record: Record, language: str, seen: Mapping[Key, str], user: Any
) -> tuple[list[Key], list[Key]]:
    kind, origin = kind_of(record.kind), origin_of(record)
    document = desk_documents([record.pk]).get(record.pk)
    if document is None or language == origin:
        return [], list(seen)
    lifted = upgrade(kind, document)
    sources, targets = texts_in(kind, lifted, origin), texts_in(kind, lifted, language)
    done = [
        key for key, word in seen.items()
        if key in sources and key in targets and digest(sources[key]) == word
    ]  # fmt: skip
    wanted = {(key, language): NewMark(sources[key], REVIEWED) for key in done}
    write_marks({record.pk: dict(wanted)}, marks_of([record.pk]), user)
    renew_states([record.pk])
    return done, [key for key in seen if key not in done]
