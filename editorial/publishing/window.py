"""What visitors may see: the only way public code reaches films and pages."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from editorial.models import Publication
from editorial.models.window import PublicationQuerySet


def live_at(
    language: str, path: str, kind: str = "", now: datetime | None = None
) -> list[Publication]:
    """Return all live publications of the record that has, or once had, this path. One query."""
    found = (
        Publication.objects.live(now)
        .filter(record__addresses__language=language, record__addresses__path=path)
        .select_related("record")
        .defer("search_text")
    )
    return list(found.filter(kind=kind) if kind else found)


def titles_at(language: str, path: str, now: datetime | None = None) -> list[Publication]:
    """Return what `live_at` does, without reading documents: to see who has this address."""
    found = Publication.objects.live(now).filter(
        record__addresses__language=language, record__addresses__path=path
    )
    return list(found.select_related("record").defer("parts", "search_text"))


def live_of(record: int, now: datetime | None = None) -> list[Publication]:
    """Return all live publications of a record, none if it is live in no language. One query."""
    found = Publication.objects.live(now).filter(record=record).select_related("record")
    publications = list(found.defer("search_text"))
    return publications if any(p.language for p in publications) else []


def was_live(publication: Publication, path: str, now: datetime | None = None) -> bool:
    """Tell whether the record ever had this path: a scheduled one must not be announced."""
    earlier = Publication.objects.filter(
        record=publication.record_id,
        language=publication.language,
        path=path,
        publish_at__lte=now or timezone.now(),
        cancelled_at=None,
    )
    return earlier.exists()


def live_titles(kind: str, language: str, now: datetime | None = None) -> PublicationQuerySet:
    """Return the live publications of one language, for lists: no document is read."""
    return (
        Publication.objects.live(now)
        .filter(kind=kind, language=language)
        .select_related("record")
        .defer("parts", "search_text")
    )


def live_facts(record_ids: Iterable[int], now: datetime | None = None) -> dict[int, Publication]:
    """Return the live language-neutral publications by record, for lists."""
    found = Publication.objects.live(now).filter(record__in=record_ids, language="")
    listed = found.defer("parts", "search_text")
    return {publication.record_id: publication for publication in listed}


def first_moment(language: str, now: datetime | None = None) -> Subquery:
    """Return, as a column of publications, when the record first went live in a language."""
    earlier = Publication.objects.filter(
        record=OuterRef("record"),
        language=language,
        publish_at__lte=now or timezone.now(),
        cancelled_at=None,
    )
    return Subquery(earlier.order_by("publish_at").values("publish_at")[:1])


def live_neutral(now: datetime | None = None) -> PublicationQuerySet:
    """Return the neutral publications of records that are live in some language."""
    now = now or timezone.now()
    spoken = Publication.objects.live(now).filter(record=OuterRef("record")).exclude(language="")
    return Publication.objects.live(now).filter(Exists(spoken), language="")


def live_languages(kind: str = "film", now: datetime | None = None) -> set[str]:
    """Return the languages in which anything of this kind is live."""
    now = now or timezone.now()
    live = Publication.objects.live(now).filter(kind=kind).exclude(language="")
    return set(live.order_by().values_list("language", flat=True).distinct())
