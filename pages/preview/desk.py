"""The preview at the desk: a page of the admin with the real page in a frame."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode

from editorial.fields import languages
from editorial.kinds import kind_of
from editorial.models import Record, Revision
from editorial.rights import Act, may
from pages.preview.bar import Shown, bar_context, counterparts, show_record, switcher
from pages.preview.headers import allow_own_frame, change_policy, make_private
from pages.preview.rewriting import rewrite_links
from pages.rendering import open_window

WIDTHS = ("desktop", "phone")


def show_frame(request: HttpRequest, uuid: str) -> HttpResponse:
    """The page of the desk: what is shown, languages, outputs, widths, the frame."""
    shown = find_shown(request, uuid)
    language, key = read_choice(request, shown)
    width = request.GET.get("width", "")
    width = width if width in WIDTHS else WIDTHS[0]

    def address(**changes: str) -> str:
        choice = {"language": language, "page": key, "width": width, **changes}
        return frame_url(shown, **choice)

    record = shown.record
    kind = kind_of(record.kind)
    opts = kind.model._meta
    inner = reverse("preview_page", args=[record.uuid])
    links = reverse("preview_links", args=[record.uuid])
    findings = kind.checklist(shown.document, language)
    context = {
        **admin.site.each_context(request),
        "opts": opts,
        "original": kind.model._default_manager.filter(pk=record.pk).first(),
        "title": translation.gettext("Preview"),
        "shown": shown,
        "language": language,
        "width": width,
        "inner_url": f"{inner}?{query_of(shown, language, key)}&width={width}",
        "pages": [(o.label, address(page=o.key), o.key == key) for o in shown.outputs],
        "languages": [(code, address(language=code), code == language) for code in languages()],
        "phone_url": address(width="phone"),
        "desktop_url": address(width="desktop"),
        "desk_url": reverse("preview", args=[record.uuid]) + f"?language={language}&page={key}",
        "form_url": reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[record.pk]),
        "links_url": f"{links}?{query_of(shown, language, key)}",
        "may_share": may(request.user, Act.SHARE),
        "blocking": [finding for finding in findings if finding.is_blocking],
        "hints": [finding for finding in findings if not finding.is_blocking],
    }
    response = TemplateResponse(request, "admin/editorial/preview.html", context)
    return change_policy(response, frame_src="'self'")


def show_inner(request: HttpRequest, uuid: str) -> HttpResponse:
    """The real page, to be shown in the desk's frame."""
    shown = find_shown(request, uuid)
    language, key = read_choice(request, shown)
    width = request.GET.get("width", "")

    def address(code: str, page: str) -> str:
        return frame_url(shown, language=code, page=page, width=width)

    open_window()
    output = shown.output(key)
    bar = bar_context(shown, language, key, address, languages())
    with translation.override(language):
        response = output.render(
            request, shown.document, language, bar, switcher(languages(), key, address)
        )
        html = response.content.decode()
    response.content = rewrite_links(html, counterparts(shown, address), target="_top")
    return allow_own_frame(make_private(response, language))


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


def read_choice(request: HttpRequest, shown: Shown) -> tuple[str, str]:
    """Return language and output as they were asked for, or the first ones."""
    code = request.GET.get("language", "")
    language = code if code in languages() else shown.written_languages[0]
    output = shown.output(request.GET.get("page", "")) or shown.outputs[0]
    return language, output.key


def query_of(shown: Shown, language: str, key: str) -> str:
    query = {"language": language, "page": key}
    if shown.revision is not None:
        query["revision"] = str(shown.revision.pk)
    return urlencode(query)


def frame_url(shown: Shown, language: str, page: str, width: str) -> str:
    base = reverse("preview", args=[shown.record.uuid])
    extra = f"&width={width}" if width in WIDTHS else ""
    return f"{base}?{query_of(shown, language, page)}{extra}"
