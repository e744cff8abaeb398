"""What a page calls for in each phase, from the record; the most important first."""

from datetime import date

from django.utils.translation import gettext as _

from films.choices import LinkKind
from films.sheet import FilmSheet
from films.sheet.objects import LinkSheet, ScreeningSheet
from films.sheet.words import show_date
from microsites.choices import CallKind, PhaseKey
from microsites.phases.festivals import coming_screenings
from microsites.phases.home import home_links
from microsites.phases.objects import Call
from microsites.phases.releases import AHEAD

# So many offers of one sort; the block below has all of them.
TICKETS, OFFERS = 2, 3
KINDS = {LinkKind.WATCH.value: CallKind.WATCH, LinkKind.SHOP.value: CallKind.BUY}
# What each phase calls for, in this order.
ORDER = {
    PhaseKey.ANNOUNCED: ("trailer", "press"),
    PhaseKey.PRODUCTION: ("trailer", "press"),
    PhaseKey.FESTIVALS: ("tickets", "trailer", "screenings", "press"),
    PhaseKey.CINEMA: ("tickets", "screenings", "trailer"),
    PhaseKey.HOME: ("offers", "trailer", "tickets"),
    PhaseKey.ARCHIVE: ("tickets", "trailer", "press"),
}


def make_calls(
    film: FilmSheet,
    key: str,
    today: date,
    country: str = "",
    has_offers: bool = False,
    entered: tuple[Call, ...] = (),
) -> tuple[Call, ...]:
    """Return the calls of a phase. Offers are left out until the film can be seen at home.

    `entered` are those of the microsite's own blocks; they stand behind those of the record.
    """
    made = {
        "tickets": lambda: _tickets(film, today, country),
        "offers": lambda: _offers(film, entered) if has_offers else (),
        "trailer": lambda: _inner(film.trailers, _("Watch the trailer"), "trailer"),
        "screenings": lambda: _inner(_near(film, today), _("All screenings"), "screenings"),
        "press": lambda: _inner(film.quotes, _("Press reviews"), "press"),
    }
    return tuple(call for name in ORDER[PhaseKey(key)] for call in made[name]())


def _inner(found: tuple[object, ...], label: str, kind: str) -> tuple[Call, ...]:
    return (Call(label, "", kind),) if found else ()


def _near(film: FilmSheet, today: date) -> tuple[ScreeningSheet, ...]:
    """Return the screenings of the next twelve weeks: nobody books further ahead."""
    coming = coming_screenings(film, today)
    return tuple(s for s in coming if s.starts_at.date() - today <= AHEAD)


def _tickets(film: FilmSheet, today: date, country: str) -> tuple[Call, ...]:
    """Return the next screenings with tickets, those of the phase's country first."""
    sold = [screening for screening in _near(film, today) if screening.tickets_url]
    near = sorted(sold, key=lambda screening: bool(country) and screening.country_code != country)
    calls = []
    for screening in near[:TICKETS]:
        day = show_date(screening.starts_at.date(), "day", film.language)
        where = ", ".join(part for part in (screening.city or screening.venue, day) if part)
        label = _("Tickets: %(where)s") % {"where": where}
        calls.append(Call(label, screening.tickets_url, CallKind.TICKETS))
    return tuple(calls)


def _offers(film: FilmSheet, entered: tuple[Call, ...]) -> tuple[Call, ...]:
    links = home_links(film)
    labels = [link.label for link in links]
    recorded = tuple(
        Call(_name(link, labels.count(link.label) > 1), link.url, KINDS[link.kind])
        for link in links
    )
    known = {link.url for link in links}
    return (*recorded, *(call for call in entered if call.url not in known))[:OFFERS]


def _name(link: LinkSheet, is_ambiguous: bool) -> str:
    """Return the label, with where it leads if another link is called the same."""
    return f"{link.label} ({link.host})" if is_ambiguous and link.host else link.label
