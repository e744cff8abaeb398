"""The press area for who has a link: no account, no cookie, nothing that others could find."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone, translation

from assets.naming import content_of
from editorial.documents import document_of
from editorial.fields import languages
from editorial.kinds import Document
from editorial.models import Record, ShareLink
from editorial.passes import make_pass
from editorial.publishing.window import live_of
from editorial.sharing import find_link, state_of, take_opening
from films.previewing import complete
from films.sheet.build import live_document
from pages.negotiation import preferred_language
from pages.preview.headers import make_private
from pages.preview.public import say_gone
from pages.rendering import open_window, render_page
from press.area import PressArea, make_area
from press.near import find_country
from press.releases import embargoed_releases

MEDIA = re.compile(r"/media/[^\s,\"]+")


@dataclass(frozen=True)
class Shown:
    """The documents of a film by language, and its public press areas: none if it is not live."""

    documents: dict[str, Document]
    addresses: dict[str, str]

    @property
    def codes(self) -> list[str]:
        return [code for code in languages() if code in self.documents]


def show_area(request: HttpRequest, token: str) -> HttpResponse:
    """Show what the link leads to; 410 when its time is over, 404 for no link of ours.

    When everything that it opens is public it leads there.
    """
    link = find_link(token, ShareLink.Scope.PRESS)
    if link is None:
        raise Http404
    state, shown = state_of(link), _find_shown(link.record)
    if state != "open" or not shown.documents:
        return say_gone(request, link, state, shown.addresses)
    asked = request.GET.get("language", "")
    language = asked if asked in shown.codes else preferred_language(request, shown.codes)
    now = timezone.now()
    open_window()
    document, is_live = shown.documents[language], bool(shown.addresses)
    country = find_country(request.headers.get("Accept-Language", ""), language)
    area = make_area(document, language, link.record_id, now, is_live, True, country)
    if is_live and not _hides_anything(area, now):
        return make_private(HttpResponseRedirect(shown.addresses[language]), language)
    if request.method == "GET" and not take_opening(link, now):
        return say_gone(request, link, "used", shown.addresses)
    response = _render(request, area, link, token, shown.codes)
    return make_private(response, language)


def _render(
    request: HttpRequest, area: PressArea, link: ShareLink, token: str, codes: list[str]
) -> HttpResponse:
    language, address = area.film.language, reverse("shared_press", args=[token])
    # Where openings are counted nobody spends one by changing the language: all texts are there.
    codes = codes if link.max_openings is None else []
    ways = [(code, f"{address}?language={code}") for code in codes]
    with translation.override(language):
        context = _context(area, link, timezone.now())
        response = render_page(request, "press/shared.html", language, context, ways)
    response.content = _add_passes(response.content.decode(), link, area)
    return response


def _find_shown(record: Record) -> Shown:
    """Return what is live in each language; of a film that is not live, what is on the desk."""
    if record.binned_at is not None:
        return Shown({}, {})
    live = live_of(record.pk)
    found = {code: live_document(live, code) for code in languages()} if live else {}
    documents = {code: document for code, document in found.items() if document}
    if documents:
        paths = {row.language: row.path for row in live if row.language in documents}
        area = {code: reverse("press_area", args=[code, path]) for code, path in paths.items()}
        return Shown(documents, area)
    desk = document_of(record)
    if desk is None:
        return Shown({}, {})
    written = [code for code in languages() if code in desk["texts"]] or languages()
    return Shown({code: complete(desk, code) for code in written}, {})


def _hides_anything(area: PressArea, now: datetime) -> bool:
    """Tell whether the link shows what the public press areas do not."""
    if any(picture.is_by_link for picture in area.pictures):
        return True
    record = area.record
    return any(embargoed_releases(code, record, now) for code in languages())


def _context(area: PressArea, link: ShareLink, now: datetime) -> dict[str, Any]:
    embargoed = embargoed_releases(area.film.language, link.record_id, now)
    shared = {"expires_at": link.expires_at, "embargoed": embargoed}
    return {"area": area, "film": area.film, "shared": shared}


def _add_passes(html: str, link: ShareLink, area: PressArea) -> str:
    """Return the page with a pass at each file of a picture that the area shows, and no other."""
    film = area.film
    sheets = [p.sheet for p in area.pictures] + [*film.stills, *film.posters]
    known = {sheet.picture.sha256[:24] for sheet in sheets}
    passes: dict[str, str] = {}

    def give(match: re.Match[str]) -> str:
        url = match.group(0)
        content = content_of(url.partition("?")[0])
        if content not in known:
            return url
        if content not in passes:
            passes[content] = make_pass(link, content)
        return f"{url}{'&amp;' if '?' in url else '?'}pass={passes[content]}"

    return MEDIA.sub(give, html)
