"""What spans all records: the address of a film or page, the way into the site."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from editorial.models import Record
from editorial.publishing.window import live_at, was_live
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
    publications = live_at(language, path)
    own = next((p for p in publications if p.language == language), None)
    if own is None:
        return _moved(request, language, path)
    if own.path != path:
        if not was_live(own, path):
            raise Http404
        return move_for_good(reverse("address", args=[language, own.path]))
    show = show_film if own.kind == Record.Kind.FILM else show_page
    return show(request, language, publications)


def _moved(request: HttpRequest, language: str, path: str) -> HttpResponse:
    """Redirect a slug of another language; make what the law asks for if nobody wrote it."""
    for code, _name in settings.LANGUAGES:
        if code == language:
            continue
        own = next((p for p in live_at(code, path) if p.language == language), None)
        if own is not None:
            return HttpResponseRedirect(reverse("address", args=[language, own.path]))
    legal = find_legal(language, path)
    if legal is None:
        raise Http404
    if not legal.is_made or legal.path != path:
        return HttpResponseRedirect(legal.url)
    return show_legal(request, language, legal)
