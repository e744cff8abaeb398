"""The states of many records at once, for lists and the start page: five queries, no walk.

What is on the desk is read from the latest desk revision, which every change stores.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.fields import languages
from editorial.kinds import Document
from editorial.models import Publication, Revision
from editorial.names import spoken
from editorial.publishing.comparing import differing
from editorial.publishing.states import LanguageState


@dataclass(frozen=True)
class ShortState:
    """One language of a record in a word: `look` is live, changed, scheduled, draft, withdrawn."""

    language: str
    name: str
    look: str
    label: str


@dataclass(frozen=True)
class Overview:
    document: Document
    states: tuple[ShortState, ...]


def overviews(record_ids: Iterable[int]) -> dict[int, Overview]:
    """Return states and desk documents by record; records without a revision are absent."""
    wanted = list(record_ids)
    now = timezone.now()
    documents = desk_documents(wanted)
    mine = Publication.objects.filter(record__in=wanted).defer("parts", "search_text")
    counting: dict[int, dict[str, Publication]] = defaultdict(dict)
    for publication in mine.counting(now):
        counting[publication.record_id][publication.language] = publication
    coming = set(mine.scheduled(now).values_list("record_id", "language"))
    changed = differing(
        (publication, document)
        for pk, document in documents.items()
        for publication in counting[pk].values()
    )
    return {
        pk: Overview(
            document, _states(counting[pk], changed, {c for r, c in coming if r == pk}, now)
        )
        for pk, document in documents.items()
    }


def shorten(state: LanguageState) -> ShortState:
    """Return a state that has been looked up with everything else in a word."""
    is_coming = state.scheduled_at is not None
    return _in_a_word(state.language, state.state, is_coming, state.has_changes)


def desk_documents(record_ids: Iterable[int]) -> dict[int, Document]:
    """Return what stands on the desk, by record. One query."""
    mine = Revision.objects.filter(record__in=list(record_ids), line=Revision.Line.DESK)
    latest = mine.order_by().values("record").annotate(latest=Max("pk")).values("latest")
    found: Any = Revision.objects.filter(pk__in=latest).values_list("record_id", "document")
    return dict(found)


def _states(
    mine: Mapping[str, Publication], changed: set[int], coming: set[str], now: datetime
) -> tuple[ShortState, ...]:
    facts = mine.get("")
    facts_changed = _differs(facts, changed)
    return tuple(
        _short_state(
            language,
            mine.get(language),
            language in coming,
            facts_changed or _differs(mine.get(language), changed),
            now,
        )
        for language in languages()
    )


def _differs(publication: Publication | None, changed: set[int]) -> bool:
    return publication is None or publication.pk in changed


def _short_state(
    language: str, publication: Publication | None, is_coming: bool, differs: bool, now: datetime
) -> ShortState:
    if publication is None:
        state = "draft"
    elif publication.withdrawn_at and publication.withdrawn_at <= now:
        state = "withdrawn"
    else:
        state = "live"
    return _in_a_word(language, state, is_coming, differs)


def _in_a_word(language: str, state: str, is_coming: bool, differs: bool) -> ShortState:
    """Return the short state of what is draft, live or withdrawn."""
    look = state
    if state == "live":
        look = "changed" if differs and not is_coming else "live"
    elif is_coming:
        look = "scheduled"
    labels = {
        "draft": _("draft"),
        "live": _("live, update scheduled") if is_coming else _("live"),
        "changed": _("live, changed"),
        "scheduled": _("scheduled"),
        "withdrawn": _("withdrawn"),
    }
    return ShortState(language, spoken(language), look, labels[look])
