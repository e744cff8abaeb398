"""Festivals' public pages: a festival has one if and only if a live film was shown there."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from editorial.cities import city_name
from editorial.names import country_name
from editorial.publishing.window import live_languages
from festivals.models import Festival
from films.festival_run import list_countries, live_references, make_years, name_of
from films.linked_data import festival_linked_data, festivals_linked_data
from pages.rendering import open_window, render_page
from pages.social import Card, tile_card
from people.merging.merge import successor_of
from people.shown import languages_of


def festival_list(request: HttpRequest, language: str) -> HttpResponse:
    """All festivals with films live in the language, by country."""
    open_window()
    others = [(code, reverse("festivals", args=[code])) for code in sorted(live_languages())]
    context = {
        "countries": list_countries(language),
        "linked_data": festivals_linked_data(language),
        "social": Card(_("Festivals")),
    }
    return render_page(request, "festivals/festival_list.html", language, context, others)


def festival_page(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """One festival: by year the films, their sections, premieres and prizes."""
    open_window()
    festival = Festival.objects.filter(record__key=slug).select_related("record").first()
    if festival is None:
        return _lead_on(slug, language)
    references = live_references(festival)
    years = make_years(references, language, festival.country)
    if not years:
        raise Http404
    name = name_of(festival, language)
    tiles = [film.tile for year in years for film in year.films]
    context = {
        "festival": festival,
        "name": name,
        "city": city_name(festival.city, festival.country, language),
        "country": country_name(festival.country, language) if festival.country else "",
        "years": years,
        "linked_data": festival_linked_data(festival, name, language, tiles),
        "social": Card(name, picture=tile_card(tiles)),
    }
    others = [(code, reverse("festival", args=[code, slug])) for code in languages_of(references)]
    return render_page(request, "festivals/festival_detail.html", language, context, others)


def _lead_on(slug: str, language: str) -> HttpResponse:
    """Redirect the address of a festival that was merged into another whose page is there."""
    record = successor_of(slug, "festival")
    festival = Festival.objects.filter(record=record).first() if record else None
    if record is None or festival is None or not make_years(live_references(festival), language):
        raise Http404
    return HttpResponsePermanentRedirect(reverse("festival", args=[language, record.key]))
