"""The pages of the manual; every member may read them."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from desk.manual.chapters import language_of, picture_paths, read_chapters
from editorial.rights import Act, may

# Pictures change with the program alone; an hour is as long as one reads.
KEPT_SECONDS = 3600


@require_safe
def contents(request: HttpRequest) -> HttpResponse:
    check_may(request)
    chapters = read_chapters(language_of(get_language()))
    return _answer(request, "contents", title=_("Manual"), chapters=chapters)


@require_safe
def chapter(request: HttpRequest, slug: str) -> HttpResponse:
    check_may(request)
    language = language_of(get_language())
    chapters = read_chapters(language)
    place = next((n for n, one in enumerate(chapters) if one.slug == slug), None)
    if place is None:
        raise Http404
    return _answer(
        request,
        "chapter",
        title=chapters[place].title,
        chapter=chapters[place],
        chapters=chapters,
        language=language,
        previous=chapters[place - 1] if place else None,
        next=chapters[place + 1] if place + 1 < len(chapters) else None,
    )


@require_safe
def picture(request: HttpRequest, language: str, name: str) -> FileResponse:
    check_may(request)
    path = picture_paths(language_of(language)).get(name)
    if path is None:
        raise Http404
    answer = FileResponse(path.open("rb"), content_type="image/webp")
    answer["Cache-Control"] = f"private, max-age={KEPT_SECONDS}"
    return answer


def check_may(request: HttpRequest) -> None:
    if not may(request.user, Act.VIEW):
        raise PermissionDenied


def _answer(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    context = {**admin.site.each_context(request), **context}
    return TemplateResponse(request, f"desk/manual/{template}.html", context)
