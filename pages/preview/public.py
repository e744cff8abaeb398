"""The preview for outsiders: an address that nobody can guess, without account or cookie."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from assets.naming import content_of
from editorial.fields import languages
from editorial.models import ShareLink
from editorial.passes import make_pass
from editorial.sharing import find_link, note_opening, state_of
from pages.negotiation import preferred_language
from pages.preview.bar import bar_context, counterparts, show_record, switcher
from pages.preview.headers import make_private
from pages.preview.rewriting import Pass, rewrite_links
from pages.preview.view import View
from pages.rendering import open_window, render_page


def show_shared(request: HttpRequest, token: str) -> HttpResponse:
    """Show what the link leads to; 410 when its time is over, 404 for no link or page of ours."""
    link = find_link(token)
    if link is None:
        raise Http404
    state = state_of(link)
    shown = show_record(link.record, link.revision) if state == "open" else None
    if shown is None or link.record.binned_at is not None:
        return say_gone(request, link, state)
    codes = shown.written_languages
    asked = request.GET.get("language", "")
    language = asked if asked in codes else preferred_language(request, codes)
    output = shown.output(request.GET.get("page", ""))
    if output is None:
        raise Http404

    part = shown.part(output.key, request.GET.get(output.key, ""), language)
    view = View(language, output.key, part)

    def address(other: View) -> str:
        return f"{reverse('shared_preview', args=[token])}?{other.query}"

    open_window()
    bar = bar_context(shown, view, address, codes, expires_at=link.expires_at, is_shared=True)
    ways = switcher(codes, view, address)
    with translation.override(language):
        response = output.render(request, shown.document, language, bar, ways)
        html = response.content.decode()
    response.content = rewrite_links(html, counterparts(shown, view, address), pass_giver(link))
    if request.method == "GET":
        note_opening(link)
    return make_private(response, language)


def pass_giver(link: ShareLink) -> Pass:
    """Return what adds a pass to a file's address, made once for each content."""
    passes: dict[str, str] = {}

    def give(url: str) -> str:
        content = content_of(url)
        if content not in passes:
            passes[content] = make_pass(link, content)
        return f"{url}?pass={passes[content]}"

    return give


def say_gone(
    request: HttpRequest, link: ShareLink, state: str, addresses: Mapping[str, str] | None = None
) -> HttpResponse:
    """410: the link was good once; the page says why it is no longer, and whom to write to.

    `state` is what `state_of` says: of a link that is open, what it led to is gone. `addresses` are
    the public pages of what it led to, by language.
    """
    open_window()
    language = preferred_language(request, languages())
    context = {
        "state": state,
        "expires_at": link.expires_at,
        "public_url": (addresses or {}).get(language, ""),
    }
    with translation.override(language):
        response = render_page(request, "pages/preview_gone.html", language, context, [], 410)
    return make_private(response, language)
