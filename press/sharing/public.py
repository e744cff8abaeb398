"""The press area for who has a link: no account, no cookie, nothing that others could find."""

import re
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation

from assets.naming import content_of
from editorial.documents import document_of
from editorial.fields import languages
from editorial.kinds import Document
from editorial.models import Record, ShareLink
from editorial.publishing.window import live_of
from editorial.sharing import find_link, is_open, make_pass, note_opening
from films.previewing import complete
from films.sheet.build import live_document
from pages.negotiation import preferred_language
from pages.preview.headers import make_private
from pages.preview.public import say_gone
from pages.rendering import open_window, render_page
from press.area import PressArea, make_area
from press.releases import embargoed_releases

MEDIA = re.compile(r"/media/[^\s,\"]+")


def show_area(request: HttpRequest, token: str) -> HttpResponse:
    """Show what the link leads to; 410 when its time is over, 404 for no link of ours."""
    link = find_link(token, ShareLink.Scope.PRESS)
    if link is None:
        raise Http404
    documents = _documents(link.record) if is_open(link) else {}
    if not documents:
        return say_gone(request)
    codes = [code for code in languages() if code in documents]
    asked = request.GET.get("language", "")
    language = asked if asked in codes else preferred_language(request, codes)
    now = timezone.now()
    open_window()
    area = make_area(documents[language], language, link.record_id, now, is_by_link=True)
    address = reverse("shared_press", args=[token])
    ways = [(code, f"{address}?language={code}") for code in codes]
    with translation.override(language):
        context = _context(area, link, now)
        response = render_page(request, "press/shared.html", language, context, ways)
    response.content = _add_passes(response.content.decode(), link, area)
    if request.method == "GET":
        note_opening(link)
    return make_private(response, language)


def _documents(record: Record) -> dict[str, Document]:
    """Return what is live in each language; of a film that is not live, what is on the desk."""
    if record.binned_at is not None:
        return {}
    live = live_of(record.pk)
    found = {code: live_document(live, code) for code in languages()} if live else {}
    documents = {code: document for code, document in found.items() if document}
    if documents:
        return documents
    desk = document_of(record)
    if desk is None:
        return {}
    written = [code for code in languages() if code in desk["texts"]] or languages()
    return {code: complete(desk, code) for code in written}


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
