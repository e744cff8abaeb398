"""Where each page of a microsite is previewed: at the desk, and alone in a frame."""

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language

from editorial.fields import languages
from films.models import Film
from microsites.models import MicrositePage

OUTPUT = "microsite"


def reader_language() -> str:
    """Return the language of content in which the desk's reader sees previews first."""
    spoken = (get_language() or "").partition("-")[0]
    return spoken if spoken in languages() else settings.LANGUAGES[0][0]


def preview_url(film: Film, page: MicrositePage | None, name: str = "preview") -> str:
    """Return the address of the page's preview; `preview_page` is the page alone."""
    query = {"language": reader_language(), "page": OUTPUT}
    if page is not None:
        query["microsite"] = str(page.uuid)
    return f"{reverse(name, args=[film.record.uuid])}?{urlencode(query)}"
