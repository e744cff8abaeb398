"""People, companies and festivals of the sitemap: those whom a live film shows."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, Max, OuterRef
from django.urls import reverse

from desk.sitemap.entries import Entry, Place
from desk.sitemap.films import EVERYTHING, Range
from editorial.fields import languages
from editorial.models import Publication, Reference, Revision
from editorial.models.window import being_live
from films.festival_run import ROWS as FESTIVAL_USAGES
from people.company_films import USAGES as COMPANY_USAGES
from people.views import PERSON_USAGES


@dataclass(frozen=True)
class Shared:
    """A kind of shared record that has pages, and the uses by films that give it one."""

    kind: str
    usages: tuple[str, ...]


PEOPLE = Shared("person", PERSON_USAGES)
COMPANIES = Shared("company", COMPANY_USAGES)
FESTIVALS = Shared("festival", FESTIVAL_USAGES)


def shared_entries(shared: Shared, now: datetime, within: Range = EVERYTHING) -> list[Entry]:
    """Return the records of one kind, in every language in which a film showing them is live.

    One query a language, and one for the moments at which the records themselves changed.
    """
    saved = _saved_at(shared.kind, within)
    found: dict[int, list[Place]] = defaultdict(list)
    for language in languages():
        for target, key, published in _shown(shared, language, now, within):
            changed = max(moment for moment in (published, saved.get(target)) if moment)
            path = reverse(shared.kind, args=[language, key])
            found[target].append(Place(language, path, changed))
    return [Entry(tuple(places)) for places in found.values()]


def _shown(
    shared: Shared, language: str, now: datetime, within: Range
) -> list[tuple[int, str, datetime]]:
    """Return (record, key, when its newest film changed) of what films live in a language show."""
    spoken = Publication.objects.live(now).filter(
        record=OuterRef("publication__record"), kind="film", language=language
    )
    references = Reference.objects.filter(
        being_live(now, "publication__"),
        Exists(spoken),
        publication__kind="film",
        publication__language="",
        target__kind=shared.kind,
        target__pk__range=within,
        usage__in=shared.usages,
    )
    grouped = references.order_by().values("target", "target__key")
    dated = grouped.annotate(changed=Max("publication__publish_at")).order_by("target__key")
    return list(dated.values_list("target", "target__key", "changed"))


def _saved_at(kind: str, within: Range) -> dict[int, datetime]:
    """Return when each record of a kind was last saved."""
    desk = Revision.objects.filter(
        record__kind=kind, record__pk__range=within, line=Revision.Line.DESK
    )
    grouped = desk.order_by().values("record").annotate(saved=Max("created_at"))
    return dict(grouped.values_list("record", "saved"))
