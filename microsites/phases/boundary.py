"""The next midnight at which live microsites change by themselves."""

from datetime import date, datetime, time

from django.db.models import Q
from django.utils import timezone

from editorial.models import Publication
from editorial.publishing.window import live_neutral
from microsites.phases.days import change_days

PARTS = ("releases", "screenings", "blocks", "entries")
# Days by publication and its contents: documents of thousands of films are read once.
_known: dict[tuple[int, str], frozenset[date]] = {}


def next_change(now: datetime) -> datetime | None:
    """Return the next midnight, on the company's clock, after which a live page may differ."""
    today = timezone.localdate(now)
    films = live_neutral(now).filter(kind="film").order_by()
    # Of most films the last day has long passed.
    coming = films.filter(Q(changes_until=None) | Q(changes_until__gt=today))
    live = dict.fromkeys(coming.values_list("pk", "hash"))
    if not live and not films.exists():
        return None
    _read(live)
    days = {day for key in live for day in _known[key] if day > today}
    days.add(date(today.year + 1, 1, 1))
    return timezone.make_aware(datetime.combine(min(days), time()))


def _read(live: dict[tuple[int, str], None]) -> None:
    """Learn the days of publications that are new, and forget those that are live no longer."""
    for key in _known.keys() - live.keys():
        _known.pop(key, None)
    new = [pk for pk, digest in live if (pk, digest) not in _known]
    if not new:
        return
    names = [f"parts__{name}" for name in PARTS]
    rows = Publication.objects.filter(pk__in=new).order_by()
    for pk, digest, *values in rows.values_list("pk", "hash", *names):
        document = {name: value or [] for name, value in zip(PARTS, values, strict=True)}
        _known[pk, digest] = frozenset(change_days(document))
