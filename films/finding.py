"""The film of an address below a language: its sheet, and where it stands today."""

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from editorial.publishing.window import live_at, was_live
from films.sheet import FilmSheet, live_sheet


def find_film(
    language: str, slug: str, name: str, *rest: str
) -> tuple[FilmSheet, HttpResponse | None]:
    """Return the film's sheet, and a redirect if the slug is not its present one.

    `name` and `rest` are the address asked for: its route and what follows language and slug.
    Raises Http404 where there is no such film.
    """
    publications = live_at(language, slug, "film")
    film = live_sheet(publications, language)
    if film is None:
        return _find_elsewhere(language, slug, name, *rest)
    if film.path != slug:
        own = next(p for p in publications if p.language == language)
        if not was_live(own, slug):
            raise Http404
        return film, _lead_on(film, name, *rest)
    return film, None


def _find_elsewhere(
    language: str, slug: str, name: str, *rest: str
) -> tuple[FilmSheet, HttpResponse]:
    """Return the film that has this slug in another language, and the redirect to its own."""
    for code, _name in settings.LANGUAGES:
        publications = live_at(code, slug, "film") if code != language else []
        theirs = next((p for p in publications if p.language == code), None)
        film = live_sheet(publications, language)
        if film is not None and theirs is not None and was_live(theirs, slug):
            return film, _lead_on(film, name, *rest)
    raise Http404


def _lead_on(film: FilmSheet, name: str, *rest: str) -> HttpResponse:
    return HttpResponseRedirect(reverse(name, args=[film.language, film.path, *rest]))
