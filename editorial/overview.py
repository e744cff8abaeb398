"""The states of many records at once, for lists and the start page: four queries, no walk.

What is on the desk is read from the latest desk revision, which every change stores.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.documents import hash_of
from editorial.fields import languages
from editorial.kinds import Document
from editorial.models import Publication, Revision
from editorial.names import own_name
from editorial.parts import split


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


def overviews(
    record_ids: Iterable[int], known: dict[int, Document] | None = None
) -> dict[int, Overview]:
    """Return states and desk documents by record; records without a revision are absent.

    `known` are their desk documents, if they have been read already.
    """
    wanted = list(record_ids)
    now = timezone.now()
    documents = known or desk_documents(wanted)
    mine = Publication.objects.filter(record__in=wanted).defer("parts", "search_text")
    counting: dict[int, dict[str, Publication]] = defaultdict(dict)
    for publication in mine.counting(now):
        counting[publication.record_id][publication.language] = publication
    coming = set(mine.scheduled(now).values_list("record_id", "language"))
    return {
        pk: Overview(
            document, _states(document, counting[pk], {c for r, c in coming if r == pk}, now)
        )
        for pk, document in documents.items()
    }


def desk_documents(record_ids: Iterable[int]) -> dict[int, Document]:
    """Return what stands on the desk, by record. One query."""
    mine = Revision.objects.filter(record__in=list(record_ids), line=Revision.Line.DESK)
    latest = mine.order_by().values("record").annotate(latest=Max("pk")).values("latest")
    found = Revision.objects.filter(pk__in=latest)
    return dict(found.values_list("record_id", "document"))


def _states(
    document: Document, mine: Mapping[str, Publication], coming: set[str], now: datetime
) -> tuple[ShortState, ...]:
    facts = mine.get("")
    facts_changed = facts is None or facts.hash != hash_of(split(document, ""))
    return tuple(
        _short_state(
            language,
            mine.get(language),
            language in coming,
            facts_changed or _differs(mine.get(language), document),
            now,
        )
        for language in languages()
    )


def _differs(publication: Publication | None, document: Document) -> bool:
    if publication is None:
        return True
    return publication.hash != hash_of(split(document, publication.language))


def _short_state(
    language: str, publication: Publication | None, is_coming: bool, differs: bool, now: datetime
) -> ShortState:
    is_live = publication is not None and not (
        publication.withdrawn_at and publication.withdrawn_at <= now
    )
    if is_live and is_coming:
        look, label = "live", _("live, update scheduled")
    elif is_live and differs:
        look, label = "changed", _("live, changed")
    elif is_live:
        look, label = "live", _("live")
    elif is_coming:
        look, label = "scheduled", _("scheduled")
    elif publication is not None:
        look, label = "withdrawn", _("withdrawn")
    else:
        look, label = "draft", _("draft")
    return ShortState(language, own_name(language), look, label)
