"""What spans all records: the address of a film or page, the way into the site."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from editorial.memory import remember
from editorial.models import Publication, Record
from editorial.publishing.window import live_of, titles_at, was_live
from films.views import show_film
from pages.chrome import chrome_for
from pages.legal import find_legal
from pages.negotiation import preferred_language
from pages.redirecting.following import move_for_good
from pages.rendering import open_window
from pages.views import show_legal, show_page


def entrance(request: HttpRequest) -> HttpResponse:
    """Lead to the language that the visitor prefers among those in which something is live."""
    open_window()
    live = chrome_for(request.LANGUAGE_CODE).live_languages
    return HttpResponseRedirect(reverse("home", args=[preferred_language(request, live)]))


def show_address(request: HttpRequest, language: str, path: str) -> HttpResponse:
    """Show the film or page that has this address, or redirect to where it has moved."""
    open_window()
    own = _find_own(language, path)
    if own is None:
        return _moved(request, language, path)
    if own.path != path:
        if not was_live(own, path):
            raise Http404
        return move_for_good(reverse("address", args=[language, own.path]))
    if own.kind == Record.Kind.FILM:
        return show_film(request, language, own.record_id)
    return show_page(request, language, live_of(own.record_id))


def _find_own(language: str, path: str) -> Publication | None:
    """Return what is live in the language of whoever has, or had, this address.

    Only what is found is remembered: what is not, anybody could ask for without end.
    """
    try:
        return remember(("address", language, path), lambda: _read_own(language, path))
    except StopIteration:
        return None


def _read_own(language: str, path: str) -> Publication:
    return next(line for line in titles_at(language, path) if line.language == language)


def _moved(request: HttpRequest, language: str, path: str) -> HttpResponse:
    """Redirect a slug of another language; make what the law asks for if nobody wrote it."""
    for code, _name in settings.LANGUAGES:
        if code == language:
            continue
        own = next((line for line in titles_at(code, path) if line.language == language), None)
        if own is not None:
            return HttpResponseRedirect(reverse("address", args=[language, own.path]))
    legal = find_legal(language, path)
    if legal is None:
        raise Http404
    if not legal.is_made or legal.path != path:
        return HttpResponseRedirect(legal.url)
    return show_legal(request, language, legal)
