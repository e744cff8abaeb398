"""What spans all records: the address of a film or page, the ways into the site, search."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from editorial.models import Record
from editorial.publishing.window import live_at, live_titles, was_live
from films.views import show_film
from pages.chrome import chrome_for
from pages.legal import find_legal
from pages.negotiation import preferred_language
from pages.redirecting.following import move_for_good
from pages.rendering import open_window, render_page
from pages.tiles import make_tiles
from pages.views import show_legal, show_page
from people.finding import find_people

# Longer questions are cut: nobody types them, and they only cost time.
MAX_QUERY_LENGTH = 100
MAX_WORDS = 8


def entrance(request: HttpRequest) -> HttpResponse:
    """Lead to the language that the visitor prefers among those in which something is live."""
    open_window()
    live = chrome_for(request.LANGUAGE_CODE).live_languages
    return HttpResponseRedirect(reverse("home", args=[preferred_language(request, live)]))


def search_entrance(request: HttpRequest) -> HttpResponse:
    """Lead a search without a language to the visitor's."""
    query = {"q": clean_query(request)}
    url = reverse("search", args=[request.LANGUAGE_CODE])
    return HttpResponseRedirect(f"{url}?{urlencode(query)}")


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


def clean_query(request: HttpRequest) -> str:
    """Return the question without control characters, cut to a sensible length."""
    text = request.GET.get("q", "")[: MAX_QUERY_LENGTH * 4]
    return " ".join("".join(c for c in text if c.isprintable()).split())[:MAX_QUERY_LENGTH]


def search(request: HttpRequest, language: str) -> HttpResponse:
    """Films, people and pages live in the language that contain every word of the question."""
    open_window()
    question = clean_query(request)
    words = question.casefold().split()[:MAX_WORDS]
    tiles, pages, found_people = [], [], []
    if words:
        films, found = live_titles("film", language), live_titles("page", language)
        for word in words:
            films = films.filter(search_text__contains=word)
            found = found.filter(search_text__contains=word)
        tiles, pages = make_tiles(films[:50], language), list(found[:20])
        found_people = find_people(words, language)
    context = {
        "question": question,
        "tiles": tiles,
        "found_pages": pages,
        "found_people": found_people,
    }
    return render_page(request, "desk/search.html", language, context)
