"""The search of the public site."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from desk.search_page.question import clean_query, make_question
from desk.search_page.results import KINDS, find_all, show_groups
from desk.search_page.similar import forgive
from pages.chrome import chrome_for
from pages.paging import newest_films
from pages.rendering import open_window, render_page
from pages.tiles import ordered_tiles

SUGGESTED = 4


def search_entrance(request: HttpRequest) -> HttpResponse:
    """Lead a search without a language to the visitor's."""
    query = {"q": clean_query(request)}
    url = reverse("search", args=[request.LANGUAGE_CODE])
    return HttpResponseRedirect(f"{url}?{urlencode(query)}")


def search(request: HttpRequest, language: str) -> HttpResponse:
    """Whatever is live in the language and has every word of the question, by kind."""
    open_window()
    text = clean_query(request)
    asked = question = make_question(text)
    only = request.GET.get("in", "")
    only = only if only in KINDS else ""
    found = find_all(question, language) if question else None
    if question and not found:
        forgiven = forgive(question, language)
        second = find_all(forgiven, language) if forgiven else None
        if forgiven and second:
            question, found = forgiven, second
    groups = show_groups(question, found, language, only) if found else []
    context = {
        "question": text,
        "groups": groups,
        "headings": group_headings(),
        "counts": {kind: len(getattr(found, kind)) for kind in KINDS} if found else {},
        "total": sum(len(getattr(found, kind)) for kind in KINDS) if found else 0,
        "only": only,
        "is_forgiven": question is not asked,
        "suggested": []
        if groups
        else ordered_tiles(newest_films(language, 0, SUGGESTED), language),
    }
    return render_page(
        request, "desk/search.html", language, context, _others(language, text, only)
    )


def group_headings() -> dict[str, str]:
    return {
        "films": _("Films"),
        "people": _("People"),
        "companies": _("Companies"),
        "festivals": _("Festivals"),
        "screenings": _("Screenings"),
        "pages": _("Pages"),
    }


def _others(language: str, text: str, only: str) -> list[tuple[str, str]]:
    """Return the same question in the other live languages."""
    asked = {name: value for name, value in (("q", text), ("in", only)) if value}
    query = f"?{urlencode(asked)}" if asked else ""
    codes = dict.fromkeys([*chrome_for(language).live_languages, language])
    return [(code, reverse("search", args=[code]) + query) for code in codes]
