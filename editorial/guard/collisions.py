"""The places on which two editors must agree, as people read them."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from editorial.fields import column, translated_fields
from editorial.guard.combining import Combination, value_hash
from editorial.guard.joining import TEXTS, document_path, part_joined
from editorial.history.differences import Difference, Word, differences, words_of
from editorial.kinds import Document, Kind
from editorial.merging import MISSING, Conflict, Path
from editorial.models import Record, Revision
from editorial.names import person_name, spoken


@dataclass(frozen=True)
class Collision:
    """One place. `written` is set where an editor may write something new; it holds that text."""

    number: int
    path: Path
    shown: str
    place: str
    label: str
    language: str
    ancestor: str
    theirs: str
    mine: str
    their_words: tuple[Word, ...]
    my_words: tuple[Word, ...]
    written: str | None
    problem: str = ""

    @property
    def language_name(self) -> str:
        return spoken(self.language) if self.language else ""


class Reader:
    """Says what stands at a place in the three states."""

    def __init__(self, combination: Combination) -> None:
        kind = self.kind = combination.kind
        self.combination = combination
        self.documents = [
            part_joined(kind, side)
            for side in (combination.ancestor, combination.theirs, combination.mine)
        ]
        ancestor, theirs, mine = self.documents
        self.by_them = differences(ancestor, theirs)
        self.by_me = differences(ancestor, mine)

    def read(self, number: int, conflict: Conflict, text: str | None, problem: str) -> Collision:
        path = document_path(conflict.path)
        field = field_at(self.kind, path)
        is_text = field is not None and not field.choices and isinstance(field, WRITABLE)
        them, me = (_at(found, path) for found in (self.by_them, self.by_me))
        known = them or me
        is_row = len(path) == 2 and path[0] in {part.name for part in self.kind.parts[1:]}
        if is_row:
            them = me = None
        language = path[1] if path[0] == TEXTS else ""
        before = known.before if known else ""
        ancestor, theirs, mine = (
            before,
            them.after if them else self._say(conflict.theirs, path, self.by_them, before),
            me.after if me else self._say(conflict.ours, path, self.by_me, before),
        )
        words = [words_of(ancestor, side) if is_text else () for side in (theirs, mine)]
        return Collision(
            number=number,
            path=conflict.path,
            shown=value_hash(conflict.theirs),
            place=known.place if known else self._place(path),
            label=known.label if known else str(field.verbose_name) if field else "",
            language=language,
            ancestor=ancestor,
            theirs=theirs,
            mine=mine,
            their_words=words[0],
            my_words=words[1],
            written=(mine if text is None else text) if is_text else None,
            problem=problem,
        )

    def _say(self, value: Any, path: Path, found: list[Difference], before: str) -> str:
        """Return a side that is no single difference: a row deleted, changed, or left as it was."""
        if value is MISSING:
            return _("deleted") if len(path) == 2 and path[0] != self.kind.main.name else ""
        if isinstance(value, dict):
            own = [difference for difference in found if path[-1] in difference.path]
            return "\n".join(_say_one(difference) for difference in own) or before
        return str(value)

    def _place(self, path: Path) -> str:
        """Return the name of the row that a path leads to."""
        uuids = {row["uuid"]: part for part in self.kind.parts[1:]
                 for document in self.documents for row in document[part.name]}  # fmt: skip
        part = next((uuids[step] for step in path if step in uuids), None)
        return str(part.model._meta.verbose_name) if part else ""


WRITABLE = (models.CharField, models.TextField)
MOST_NAMED = 4


def _at(found: list[Difference], path: Path) -> Difference | None:
    return next((difference for difference in found if difference.path == path), None)


def _say_one(difference: Difference) -> str:
    name = difference.label
    if difference.language:
        name = f"{name} ({difference.language_name})"
    return f"{name}: {difference.after or '–'}"


def field_at(kind: Kind, path: Path) -> Any:
    """Return the model field that a path in the document leads to, None for a whole row."""
    is_text = path[0] == TEXTS
    name = path[2] if is_text else path[0]
    part = next((part for part in kind.parts if part.name == name), None)
    if part is None or (part is not kind.main and len(path) < 3):
        return None
    if is_text:
        return part.model._meta.get_field(column(path[-1], path[1]))
    if path[-1] in translated_fields(part.model):
        return None
    return part.model._meta.get_field(path[-1])


def collisions(
    combination: Combination, conflicts: list[Conflict], texts: dict[Path, tuple[str, str]]
) -> list[Collision]:
    """Return the conflicts to show; `texts` is what was written for some, with what is wrong."""
    reader = Reader(combination)
    return [
        reader.read(number, conflict, *texts.get(conflict.path, (None, "")))
        for number, conflict in enumerate(conflicts)
    ]


def others_since(record: Record, version: int | None, user: Any) -> str:
    """Return who saved the record after a version; '' if it was the same user elsewhere."""
    desk = Revision.objects.filter(record=record, line=Revision.Line.DESK)
    saved = desk.filter(version__gt=version or 0).exclude(user=None).exclude(user=user.pk)
    names = {revision.user_id: person_name(revision.user) for revision in
             saved.select_related("user").defer("document").order_by("pk")}  # fmt: skip
    return ", ".join(names.values())


def say_meanwhile(who: str, before: Document, after: Document) -> str:
    """Return one sentence about what was put together with the editor's own changes."""
    names: dict[str, None] = {}
    for difference in differences(before, after):
        name = difference.place or difference.label
        language = f" ({difference.language_name})" if difference.language else ""
        names.setdefault(f"{name}{language if not difference.place else ''}")
    shown = ", ".join(list(names)[:MOST_NAMED])
    what = f"{shown} …" if len(names) > MOST_NAMED else shown
    if who:
        text = _("%(who)s meanwhile changed: %(what)s. Both were kept.")
        return text % {"who": who, "what": what}
    return _("Meanwhile changed in another window: %(what)s. Both were kept.") % {"what": what}
