"""The preview at the desk: a page of the admin with the real page in a frame."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation

from editorial.fields import languages
from editorial.kinds import kind_of
from editorial.models import Record, Revision
from editorial.rights import Act, may
from pages.preview.bar import Shown, bar_context, counterparts, show_record, switcher
from pages.preview.days import day_choice
from pages.preview.headers import allow_own_frame, change_policy, make_private
from pages.preview.rewriting import rewrite_links
from pages.preview.view import View, further_query, read_day
from pages.rendering import open_window

WIDTHS = ("desktop", "phone")


def show_frame(request: HttpRequest, uuid: str) -> HttpResponse:
    """The page of the desk: what is shown, languages, outputs, widths, the frame."""
    shown = find_shown(request, uuid)
    view = read_view(request, shown)
    language = view.language
    width = request.GET.get("width", "")
    width = width if width in WIDTHS else WIDTHS[0]

    def address(width: str = width, **changes: Any) -> str:
        return frame_url(shown, replace(view, **changes), width)

    record = shown.record
    kind = kind_of(record.kind)
    opts = kind.model._meta
    query = query_of(shown, view)
    inner = f"{reverse('preview_page', args=[record.uuid])}?{query}&width={width}"
    shared = query_of(shown, replace(view, on=None))
    findings = kind.checklist(shown.document, language)
    context = {
        **admin.site.each_context(request),
        "opts": opts,
        "original": kind.model._default_manager.filter(pk=record.pk).first(),
        "title": translation.gettext("Preview"),
        "shown": shown,
        "language": language,
        "width": width,
        "inner_url": inner + further_query(request.GET),
        "pages": [(o.label, address(key=o.key, part=""), o.key == view.key) for o in shown.outputs],
        "languages": [(code, address(language=code), code == language) for code in languages()],
        "phone_url": address(width="phone"),
        "desktop_url": address(width="desktop"),
        "desk_url": f"{reverse('preview', args=[record.uuid])}?{view.query}",
        "form_url": reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[record.pk]),
        "links_url": f"{reverse('preview_links', args=[record.uuid])}?{shared}",
        "days": day_choice(shown, view, address),
        "fields": [*fields_of(shown, view), ("width", width)],
        "may_share": may(request.user, Act.SHARE),
        "blocking": [finding for finding in findings if finding.is_blocking],
        "hints": [finding for finding in findings if not finding.is_blocking],
    }
    response = TemplateResponse(request, "admin/editorial/preview.html", context)
    return change_policy(response, frame_src="'self'")


def show_inner(request: HttpRequest, uuid: str) -> HttpResponse:
    """The real page, to be shown in the desk's frame."""
    shown = find_shown(request, uuid)
    view = read_view(request, shown)
    width = request.GET.get("width", "")

    def address(other: View) -> str:
        return frame_url(shown, other, width)

    open_window()
    output = shown.output(view.key)
    bar = bar_context(shown, view, address, languages())
    ways = switcher(languages(), view, address)
    with translation.override(view.language):
        response = output.render(request, shown.document, view.language, bar, ways)
        html = response.content.decode()
    response.content = rewrite_links(html, counterparts(shown, view, address), target="_top")
    return allow_own_frame(make_private(response, view.language))


def find_shown(request: HttpRequest, uuid: str) -> Shown:
    """Return what is asked for, or raise 403 or 404."""
    if not may(request.user, Act.VIEW):
        raise PermissionDenied
    record = get_object_or_404(Record, uuid=uuid)
    number = request.GET.get("revision", "")
    revision = None
    if number:
        # A number that no database knows would be an error there.
        if not number.isdecimal() or len(number) > 18:
            raise Http404
        revision = get_object_or_404(Revision, pk=int(number), record=record)
    shown = show_record(record, revision)
    if shown is None:
        raise Http404
    return shown


def read_view(request: HttpRequest, shown: Shown) -> View:
    """Return what is asked for; language, output and page are the first ones for nonsense."""
    code = request.GET.get("language", "")
    language = code if code in languages() else shown.written_languages[0]
    output = shown.output(request.GET.get("page", "")) or shown.outputs[0]
    part = shown.part(output.key, request.GET.get(output.key, ""), language)
    return View(language, output.key, part, read_day(request.GET) if output.marks else None)


def query_of(shown: Shown, view: View) -> str:
    revision = f"&revision={shown.revision.pk}" if shown.revision else ""
    return view.query + revision


def fields_of(shown: Shown, view: View) -> list[tuple[str, str]]:
    """Return the query without its day, for the form that asks for another one."""
    return parse_qsl(query_of(shown, replace(view, on=None)))


def frame_url(shown: Shown, view: View, width: str) -> str:
    base = reverse("preview", args=[shown.record.uuid])
    extra = f"&width={width}" if width in WIDTHS else ""
    return f"{base}?{query_of(shown, view)}{extra}"
