"""The revisions of a record as people look at them: newest first, autosaves folded."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _
from django.utils.translation import override

from editorial.fields import languages
from editorial.guard.folding import fold
from editorial.history.events import (
    Event,
    events_between,
    publications_of,
    say_publishing,
)
from editorial.history.reasons import say_reason
from editorial.history.saying import say_changes
from editorial.models import Record, Revision
from editorial.names import person_name

PER_PAGE = 50


@dataclass
class Line:
    """One revision of the list; `folded` are the autosaves before it that it stands for.

    `after` is what publishing ended since, up to the next line; `published` says what it did.
    """

    pk: int
    at: datetime
    who: str
    reason: str
    what: str
    language: str
    name: str
    is_published: bool
    is_autosave: bool
    is_newest: bool
    earlier: int | None
    published: str = ""
    folded: list["Line"] = field(default_factory=list)
    after: list[Event] = field(default_factory=list)

    @property
    def before(self) -> int | None:
        """The revision that everything this line stands for began from."""
        return self.folded[-1].earlier if self.folded else self.earlier


def revisions_of(record: Record) -> Any:
    return Revision.objects.filter(record=record).select_related("user").order_by("-pk")


def list_revisions(record: Record, number: Any) -> tuple[list[Line], Page[Revision]]:
    """Return the lines of one page of the history, and the page. Five queries."""
    page = Paginator(revisions_of(record).defer("document"), PER_PAGE).get_page(number)
    pks = [revision.pk for revision in page]
    found = Revision.objects.filter(pk__in=pks).values_list("pk", "document")
    documents: dict[int, Any] = dict(found)
    lines = list(_lines(record, list(page), documents))
    shown = group(lines, {revision.pk for revision in fold(page)})
    for line in shown:
        if line.folded and line.before in documents:
            line.what = say_changes(documents[line.before], documents[line.pk])
    tell_publishing(record, shown, page)
    return shown, page


def tell_publishing(record: Record, lines: list[Line], page: Page[Revision]) -> None:
    """Say at each line what publishing did with it and what ended since, up to the next."""
    rows = publications_of(record)
    before = None
    if page.number > 1:
        before = revisions_of(record)[page.start_index() - 2].created_at
    for line in lines:
        if line.is_published:
            line.published = say_publishing(rows, line.language, line.at)
        line.after = events_between(rows, line.at, before)
        before = line.at


def _lines(record: Record, revisions: list[Revision], documents: dict[int, Any]) -> Iterator[Line]:
    newest: set[tuple[str, str]] = set()
    plain = _plain_reasons()
    for place, revision in enumerate(revisions):
        later = revisions[place + 1 :]
        before = next((r for r in later if _is_before(r, revision)), None)
        earlier = before or _earlier(record, revision)
        if earlier is not None and earlier.pk not in documents:
            documents[earlier.pk] = earlier.document
        key = (revision.line, revision.language)
        yield Line(
            pk=revision.pk,
            at=revision.created_at,
            who=person_name(revision.user),
            reason="" if revision.reason in plain else say_reason(revision.reason),
            what=_say(earlier, revision, documents),
            language=revision.language,
            name=revision.name,
            is_published=revision.line == Revision.Line.PUBLISHED,
            is_autosave=revision.is_autosave,
            is_newest=key not in newest,
            earlier=earlier.pk if earlier else None,
        )
        newest.add(key)


def _plain_reasons() -> set[str]:
    """Return how reasons read that say no more than that somebody saved, in every language."""
    found = set()
    for language in languages():
        with override(language):
            found |= {_("Saved in the admin"), _("Edited")}
    return found


def _is_before(earlier: Revision, later: Revision) -> bool:
    return earlier.line == later.line and earlier.language == later.language


def _earlier(record: Record, revision: Revision) -> Revision | None:
    """Return the one before on an older page."""
    mine = Revision.objects.filter(record=record, line=revision.line, language=revision.language)
    return mine.filter(pk__lt=revision.pk).order_by("-pk").first()


def _say(earlier: Revision | None, revision: Revision, documents: dict[int, Any]) -> str:
    if earlier is None:
        return "" if revision.line == Revision.Line.PUBLISHED else _("Begun")
    return say_changes(documents[earlier.pk], documents[revision.pk])


def group(lines: list[Line], heads: set[int]) -> list[Line]:
    """Return the lines that stand for a run each, with the others of the run under them."""
    shown: list[Line] = []
    for line in lines:
        if shown and line.pk not in heads:
            shown[-1].folded.append(line)
        else:
            shown.append(line)
    return shown
