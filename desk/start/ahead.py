"""Films and pages whose desk is ahead of what visitors see, and those that were never published."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.db.models import F, Max, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from desk.cockpit.records import titles_of
from desk.start.blocks import MOST, Block, Item, block_of, form_url
from editorial.fields import languages
from editorial.kinds import kind_of
from editorial.models import Publication, Record, Revision
from editorial.names import spoken
from editorial.publishing.comparing import differing
from editorial.publishing.overview import desk_documents
from editorial.rights import Act, languages_of, may, role_of

KINDS = (Record.Kind.FILM, Record.Kind.PAGE)


def ahead(user: Any) -> Block | None:
    """Return what is live and has changed since; a translator's own texts only. Six queries."""
    records = _candidates()
    documents = desk_documents([record.pk for record in records])
    rows = Publication.objects.live().filter(record__in=documents).defer("parts", "search_text")
    live: dict[int, dict[str, Publication]] = defaultdict(dict)
    for publication in rows:
        live[publication.record_id][publication.language] = publication
    outdated = differing((publication, documents[publication.record_id]) for publication in rows)
    asks = _asking(user)
    changed = {}
    for record in records:
        codes = asks(live[record.pk], outdated) if record.pk in documents else []
        if codes:
            changed[record] = codes
    titles = titles_of(changed)
    return block_of(
        "ahead",
        _("Changed since it was published"),
        (
            Item(
                titles.get(record.pk, record.key),
                form_url(kind_of(record.kind).model, record.pk),
                ", ".join(map(spoken, codes)),
            )
            for record, codes in changed.items()
        ),
    )


def unpublished(user: Any) -> Block | None:
    """Return what was never published nor scheduled, the newest first. Three queries."""
    if not may(user, Act.EDIT) and may(user, Act.TRANSLATE, _first(languages_of(user))):
        return None  # a translator does not publish what is new
    known = Publication.objects.filter(cancelled_at=None).exclude(language="").values("record")
    rows = Record.objects.filter(kind__in=KINDS, binned_at=None, version__gt=0)
    records = list(rows.exclude(pk__in=known).order_by("-pk")[: MOST + 1])
    titles = titles_of(records)
    return block_of(
        "unpublished",
        _("Never published"),
        (
            Item(titles[record.pk], form_url(kind_of(record.kind).model, record.pk))
            for record in records
            if record.pk in titles
        ),
    )


def _first(codes: list[str]) -> str:
    return codes[0] if codes else ""


def _candidates() -> list[Record]:
    """Return live records that were written after one of their languages was published."""
    published = (
        Revision.objects.filter(record=OuterRef("record"), line=Revision.Line.PUBLISHED)
        .filter(language=OuterRef("language"))
        .order_by("-pk")
        .values("version")[:1]
    )
    stale = (
        Publication.objects.live()
        .filter(kind__in=KINDS)
        .exclude(language="")
        .alias(shown=Subquery(published))
        .filter(Q(shown=None) | Q(shown__lt=F("record__version")))
    )
    rows = Record.objects.filter(pk__in=stale.values("record"), binned_at=None)
    latest = Max("revisions__pk", filter=Q(revisions__line=Revision.Line.DESK))
    return list(rows.annotate(latest=latest).order_by("-latest")[: MOST + 1])


Asking = Callable[[dict[str, Publication], set[int]], list[str]]


def _asking(user: Any) -> Asking:
    """Return what tells the languages in which the user has something to publish."""
    role = role_of(user)
    mine = set(languages_of(user)) if role == "translator" else set(languages())
    with_facts = role != "translator"

    def changed(live: dict[str, Publication], outdated: set[int]) -> list[str]:
        spoken = [code for code in languages() if code in live and code in mine]
        if with_facts and ("" not in live or live[""].pk in outdated):
            return spoken
        return [code for code in spoken if live[code].pk in outdated]

    return changed
