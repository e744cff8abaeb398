"""Which live films show a shared record: that decides where it has a page."""

from collections.abc import Iterable

from django.utils import timezone

from editorial.fields import languages
from editorial.models import Publication, Record, Reference
from editorial.models.window import being_live
from editorial.publishing.window import live_titles
from people.merging.merge import successor_of


def live_references(record_id: int) -> list[Reference]:
    """Return what live films say about a shared record, with their publications."""
    live = being_live(timezone.now(), "publication__")
    found = Reference.objects.filter(live, target=record_id, publication__kind="film")
    found = found.select_related("publication")
    return list(found.defer("publication__parts", "publication__search_text"))


def languages_of(references: Iterable[Reference]) -> list[str]:
    """Return the languages in which a film of these is live."""
    records = {reference.publication.record_id for reference in references}
    live = Publication.objects.live().filter(record__in=records, language__in=languages())
    return sorted(set(live.order_by().values_list("language", flat=True)))


def shown_successor(key: str, kind: str, language: str, usages: tuple[str, ...]) -> Record | None:
    """Return the record into which this one was merged, if its page is there in the language."""
    record = successor_of(key, kind)
    if record is None:
        return None
    films = [r.publication.record_id for r in live_references(record.pk) if r.usage in usages]
    is_shown = live_titles("film", language).filter(record__in=films).exists()
    return record if is_shown else None
