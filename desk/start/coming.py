"""What comes next: screenings, and what goes live by itself."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from editorial.kinds import kind_of
from editorial.models import Publication
from editorial.moments import on_the_clock_of
from editorial.names import spoken
from films.models import Screening


@dataclass(frozen=True)
class Showing:
    """A screening on the clock of its venue."""

    film: str
    url: str
    local_time: datetime
    place: str


@dataclass(frozen=True)
class Launch:
    """A language of a film or page that goes live at a moment."""

    title: str
    language: str
    url: str
    publish_at: datetime


def showings(limit: int) -> tuple[Showing, ...]:
    """Return the next screenings. One query."""
    rows = Screening.objects.filter(local_time__gte=timezone.now()).order_by("local_time")
    return tuple(
        Showing(
            film=str(row.film),
            url=reverse("admin:films_film_change", args=[row.film_id]) + "#part-screenings",
            local_time=on_the_clock_of(row.venue.zone, row.local_time).replace(tzinfo=None),
            place=", ".join(part for part in (row.venue.name, row.venue.city) if part),
        )
        for row in rows.select_related("film__record", "venue")[:limit]
    )


def launches(limit: int) -> tuple[Launch, ...]:
    """Return what is scheduled, the earliest first. One query."""
    rows = Publication.objects.scheduled().exclude(language="").order_by("publish_at")
    return tuple(
        Launch(
            title=row.title or row.record.key,
            language=spoken(row.language),
            url=_form_of(row),
            publish_at=row.publish_at,
        )
        for row in rows.select_related("record").defer("parts", "search_text")[:limit]
    )


def _form_of(publication: Publication) -> str:
    meta = kind_of(publication.kind).model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[publication.record_id])
