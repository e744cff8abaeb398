"""While the site is in maintenance, every address answers with a notice in all languages."""

from django.conf import settings
from django.http import HttpResponse
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from desk.backup.maintenance import find_notice

RETRY_SECONDS = 120


def answer_in_maintenance(get_response):
    """Answer 503 while the notice of an upgrade or restore stands.

    That holds for /healthz, too: a site that serves nobody is not healthy.
    """
    notice = find_notice()

    def middleware(request):
        return maintenance_page() if notice.exists() else get_response(request)

    return middleware


def maintenance_page() -> HttpResponse:
    """503 that needs no database, no template and no file."""
    words = [words_in(code) for code, _name in settings.LANGUAGES]
    body = format_html_join("\n", '<section lang="{}"><h1>{}</h1><p>{}</p></section>', words)
    page = format_html(
        '<!doctype html>\n<html lang="{}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n<title>{}</title>\n{}\n</html>\n',
        words[0][0],
        " · ".join(title for _code, title, _text in words),
        body,
    )
    response = HttpResponse(page, status=503)
    response["Retry-After"] = str(RETRY_SECONDS)
    response["Cache-Control"] = "no-store"
    return response


def words_in(code: str) -> tuple[str, str, str]:
    with translation.override(code):
        return (
            code,
            _("Back in a moment"),
            _("This site is being renewed. Please try again in a few minutes."),
        )
