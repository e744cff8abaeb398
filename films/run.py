"""A film's way through the festivals as its page tells it: counted, and by year."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import npgettext

from editorial.texts import Text
from films.sheet.objects import AwardSheet, FilmSheet, SelectionSheet

# Smaller numbers the list below tells at a glance.
WORTH_COUNTING = 5


@dataclass(frozen=True)
class Count:
    number: int
    label: str


@dataclass(frozen=True)
class Stop:
    """A festival in one year, or whoever else gave a prize; `selection` is None for the latter."""

    name: Text
    slug: str
    selection: SelectionSheet | None
    awards: tuple[AwardSheet, ...]


@dataclass(frozen=True)
class RunYear:
    year: int | None
    stops: tuple[Stop, ...]


@dataclass(frozen=True)
class FestivalRun:
    counts: tuple[Count, ...]
    years: tuple[RunYear, ...]

    def __bool__(self) -> bool:
        return bool(self.years)


def make_run(film: FilmSheet) -> FestivalRun:
    """Return counts and years, the newest first; what has no year comes last."""
    stops: dict[int | None, list[Stop]] = defaultdict(list)
    for selection in film.selections:
        won = tuple(award for award in film.awards if award.selection == selection.uuid)
        name = Text(selection.festival)
        stops[selection.year].append(Stop(name, selection.slug, selection, won))
    known = {selection.uuid for selection in film.selections}
    for award in film.awards:
        if award.selection not in known:
            name = Text(award.festival) if award.festival else award.body
            stops[award.year].append(Stop(name, award.festival_slug, None, (award,)))
    years = sorted(stops, key=lambda year: -(year or 0))
    return FestivalRun(_count(film), tuple(RunYear(y, tuple(_order(stops[y]))) for y in years))


def _order(stops: list[Stop]) -> list[Stop]:
    """Return prizes and premieres first, then the order of the desk."""

    def rank(stop: Stop) -> int:
        if any(award.result == "won" for award in stop.awards):
            return 0
        has_premiere = stop.selection is not None and stop.selection.premiere
        return 1 if stop.awards or has_premiere else 2

    return sorted(stops, key=rank)


def _count(film: FilmSheet) -> tuple[Count, ...]:
    festivals = {s.slug for s in film.selections}
    festivals |= {award.festival_slug for award in film.awards if award.festival_slug}
    countries = {s.country_code for s in film.selections if s.country_code}
    results = [award.result for award in film.awards]
    won, mentions = results.count("won"), results.count("mention")
    nominations = results.count("nominated")
    counts = (
        Count(len(festivals), npgettext("below a number", "festival", "festivals", len(festivals))),
        Count(len(countries), npgettext("below a number", "country", "countries", len(countries))),
        Count(won, npgettext("below a number", "prize", "prizes", won)),
        Count(
            mentions, npgettext("below a number", "special mention", "special mentions", mentions)
        ),
        Count(nominations, npgettext("below a number", "nomination", "nominations", nominations)),
    )
    shown = tuple(count for count in counts if count.number)
    return shown if any(count.number >= WORTH_COUNTING for count in shown) else ()
