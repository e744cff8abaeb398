"""What is probably not shown although somebody wanted it, or shown in halves.

Texts and facts of a record are two publications; visitors see a language only if both count.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q
from django.utils import timezone

from desk.doctor.finding import Finding, admin_url
from editorial.models import Address, Publication, Record
from editorial.models.window import NEVER

# Who takes languages off on purpose does it once; a slip takes them all at one go.
AT_ONCE = timedelta(minutes=5)
# Older ones somebody would have missed.
RECENT = timedelta(days=30)


def find_publications() -> Iterator[Finding]:
    yield from _texts_without_facts()
    yield from _facts_without_texts()
    yield from _all_withdrawn_at_once()
    yield from _lost_addresses()
    yield from _followed_by_nothing()


def _texts_without_facts() -> Iterator[Finding]:
    facts = Publication.objects.live().filter(record=OuterRef("record"), language="")
    titles = Publication.objects.live().exclude(language="").filter(~Exists(facts))
    found = titles.order_by("record", "language").values_list("record", "language")
    for record, language in found.iterator():
        what = f"the texts in “{language}” are live without facts: visitors get “not found”"
        yield _of(record, what, "publish the language again.")


def _facts_without_texts() -> Iterator[Finding]:
    """Whoever has withdrawn the languages on purpose leaves their publications behind."""
    titles = Publication.objects.filter(record=OuterRef("record"), cancelled_at=None)
    facts = Publication.objects.live().filter(language="", kind=Record.Kind.FILM)
    alone = facts.filter(~Exists(titles.exclude(language="")))
    for record in alone.order_by().values_list("record", flat=True).iterator():
        what = "the facts are live, but no language is or will be: nobody sees the film"
        yield _of(record, what, "publish a language.")


def _all_withdrawn_at_once() -> Iterator[Finding]:
    now = timezone.now()
    open_ones = Publication.objects.filter(
        Q(publish_at__gt=now) | Q(withdrawn_at=None), record=OuterRef("record"),
        cancelled_at=None, followed_at__gt=now,
    ).exclude(language="")  # fmt: skip
    ended = Publication.objects.filter(
        withdrawn_at__gt=now - RECENT, cancelled_at=None, followed_at__gt=F("withdrawn_at")
    )
    found = (
        ended.exclude(language="").filter(~Exists(open_ones)).order_by().values("record")
        .annotate(first=Min("withdrawn_at"), last=Max("withdrawn_at"), count=Count("language"))
        .filter(count__gt=1)
    )  # fmt: skip
    for row in found.iterator():
        if row["last"] - row["first"] <= AT_ONCE and row["last"] <= now:
            what = f"all {row['count']} languages were withdrawn at {row['last']:%Y-%m-%d %H:%M}"
            yield _of(row["record"], what, "publish them again, if that was a slip.")


def _lost_addresses() -> Iterator[Finding]:
    """What is live has an address that belongs to its record; else it leads elsewhere."""
    own = Address.objects.filter(
        record=OuterRef("record"), language=OuterRef("language"), path=OuterRef("path")
    )
    titles = Publication.objects.live().exclude(language="").exclude(path="").filter(~Exists(own))
    for record, language, path in titles.values_list("record", "language", "path").iterator():
        what = f"/{language}/{path}/ is live, but the address is not noted as its own"
        yield _of(record, what, "publish the language again, which claims it.")


def _followed_by_nothing() -> Iterator[Finding]:
    """`followed_at` says when the next one begins; if none does, visitors see nothing from then."""
    next_ones = Publication.objects.filter(
        record=OuterRef("record"), language=OuterRef("language"), cancelled_at=None,
        publish_at=OuterRef("followed_at"),
    ).exclude(pk=OuterRef("pk"))  # fmt: skip
    lost = Publication.objects.filter(followed_at__lt=NEVER, cancelled_at=None)
    for record, language in lost.filter(~Exists(next_ones)).values_list("record", "language"):
        what = f"a publication in “{language or 'facts'}” ended for one that never came"
        yield _of(record, what, "publish the language again.")


def _of(pk: int, what: str, remedy: str) -> Finding:
    record: Any = Record.objects.get(pk=pk)
    url = admin_url(f"{_app_of(record.kind)}_change", pk)
    return Finding("publications", what, str(record), f"Open {url}, and {remedy}")


def _app_of(kind: str) -> str:
    return "films_film" if kind == Record.Kind.FILM else "pages_page"
