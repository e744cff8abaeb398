"""Sources and what they say, for tests."""

from sources.comparing.film import compare_film
from sources.comparing.renewing import renew_standings
from sources.models import Claim, Source


def add_source(title="Harbour Post", **facts):
    return Source.objects.create(title=title, **{"language": "en", **facts})


def say(film, source, part, printed="", **values):
    """Let a source say something of a film, as an import desk does."""
    claim = Claim.objects.create(
        source=source, record=film.record, part=part, values=values, printed=printed
    )
    renew_standings([film.record.pk])
    return claim


def point_of(film, key):
    return next(point for point in compare_film(film.record).points if point.key == key)


def keys_of(film):
    return [point.key for point in compare_film(film.record).points]
