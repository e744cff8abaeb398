"""The calendar of screenings: a page, and feeds for people's own calendars."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from editorial.memory import remember
from editorial.publishing.window import live_languages
from films.calendar import FilmScreening, recent_and_upcoming, upcoming
from films.finding import find_film
from films.icalendar_feed import write_calendar
from films.linked_data import calendar_linked_data
from films.programme import choose, facets_of, group_by_month
from pages.fresh import answer_fresh
from pages.rendering import open_window, page_query, render_page
from pages.social import Card, tile_card

PER_PAGE = 100


def calendar_page(request: HttpRequest, language: str) -> HttpResponse:
    """All screenings to come, by month and day, narrowed to a country or a city if asked."""
    open_window()
    country, city = _asked(request)
    entries = upcoming(language)
    chosen = choose(entries, country, city)
    page = Paginator(chosen, PER_PAGE).get_page(request.GET.get("page"))
    films = {entry.film.key: entry.film for entry in entries}
    context = {
        "months": group_by_month(page.object_list, language),
        "page": page,
        "total": len(entries),
        "facets": facets_of(entries, country, city, language),
        "films": sorted(films.values(), key=lambda film: film.title.casefold()),
        "linked_data": calendar_linked_data(language, page.object_list),
        "social": Card(_("Screenings"), picture=tile_card(films.values())),
        "canonical_query": page_query(page.number) if len(chosen) == len(entries) else "",
    }
    return render_page(request, "films/screenings.html", language, context, _others(country, city))


def calendar_feed(request: HttpRequest, language: str) -> HttpResponse:
    """Screenings of all films as iCalendar, of one country or city if asked."""
    open_window()
    country, city = _asked(request)
    entries = choose(recent_and_upcoming(language), country, city)
    # As the site calls it: what was asked for may be any text.
    place = _place(entries[0], country, city) if entries else ""
    name = _("Screenings: %(place)s") % {"place": place} if place else _("Screenings")
    return _feed(request, entries, name, language)


def film_feed(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Screenings of one film as iCalendar."""
    open_window()
    film, moved = find_film(language, slug, "film_ics")
    if moved:
        return moved
    entries = [entry for entry in recent_and_upcoming(language) if entry.film.key == film.key]
    name = _("%(title)s: screenings") % {"title": film.title.value}
    return _feed(request, entries, name, language)


def _place(entry: FilmScreening, country: str, city: str) -> str:
    """Return the name of the place that a choice was narrowed to, '' for everywhere."""
    if city:
        return entry.city
    return entry.country if country else ""


def _others(country: str, city: str) -> list[tuple[str, str]]:
    """Return the same choice in every live language; cities are known by all their names."""
    asked = {name: value for name, value in (("country", country), ("city", city)) if value}
    query = f"?{urlencode(asked)}" if asked else ""
    return [(code, reverse("screenings", args=[code]) + query) for code in sorted(live_languages())]


def _asked(request: HttpRequest) -> tuple[str, str]:
    """Return country and city as they were asked for, cut to what such names may be."""
    country, city = request.GET.get("country", ""), request.GET.get("city", "")
    return country.strip().upper()[:4], city.strip()[:120]


def _feed(
    request: HttpRequest, entries: list[FilmScreening], name: str, language: str
) -> HttpResponse:
    """Answer with the feed, written once for each choice: calendars ask for it every few hours."""
    key = ("screenings.ics", language, name, tuple(entry.uuid for entry in entries))
    feed = remember(key, lambda: write_calendar(entries, name, language).decode())
    response = answer_fresh(request, feed, "text/calendar; charset=utf-8", None)
    response.headers["Content-Disposition"] = 'inline; filename="screenings.ics"'
    return response
