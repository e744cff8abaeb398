"""The film of an address below a language: its sheet, and where it stands today."""

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from editorial.models import Publication
from editorial.publishing.window import live_at, was_live
from films.sheet import FilmSheet, live_sheet


def find_film(
    language: str, slug: str, name: str, *rest: str
) -> tuple[FilmSheet, HttpResponse | None]:
    """Return the film's sheet, and a redirect if the slug is not its present one.

    `name` and `rest` are the address asked for: its route and what follows language and slug.
    Raises Http404 where there is no such film.
    """
    publications, moved = find_publications(language, slug, name, *rest)
    film = live_sheet(publications, language)
    if film is None:
        raise Http404
    return film, moved


def find_publications(
    language: str, slug: str, name: str, *rest: str
) -> tuple[list[Publication], HttpResponse | None]:
    """Return the film's live publications, one of `language` among them; else as `find_film`."""
    publications = live_at(language, slug, "film")
    own = _of(publications, language)
    if own is None or _of(publications, "") is None:
        return _find_elsewhere(language, slug, name, *rest)
    if own.path != slug:
        if not was_live(own, slug):
            raise Http404
        return publications, _lead_on(own, name, *rest)
    return publications, None


def _find_elsewhere(
    language: str, slug: str, name: str, *rest: str
) -> tuple[list[Publication], HttpResponse]:
    """Return the film that has this slug in another language, and the redirect to its own."""
    for code, _name in settings.LANGUAGES:
        publications = live_at(code, slug, "film") if code != language else []
        own, theirs = _of(publications, language), _of(publications, code)
        if own is not None and theirs is not None and was_live(theirs, slug):
            return publications, _lead_on(own, name, *rest)
    raise Http404


def _of(publications: list[Publication], language: str) -> Publication | None:
    return next((p for p in publications if p.language == language), None)


def _lead_on(own: Publication, name: str, *rest: str) -> HttpResponse:
    return HttpResponseRedirect(reverse(name, args=[own.language, own.path, *rest]))
