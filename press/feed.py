"""Press releases for feed readers (Atom, RFC 4287); one appears when its embargo ends."""

from datetime import datetime
from html import escape

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from editorial.memory import remember
from editorial.xml_text import fit_for_xml
from pages.chrome import chrome_for
from pages.fresh import answer_fresh
from pages.rendering import open_window
from press.releases import Release, live_releases

TYPE = "application/atom+xml; charset=utf-8"
MOST_ENTRIES = 30


def feed(request: HttpRequest, language: str) -> HttpResponse:
    """The newest press releases of a language; 404 while there is none."""
    open_window()
    xml, changed = remember(("press feed", language), lambda: _build(language))
    if changed is None:
        raise Http404
    return answer_fresh(request, xml, TYPE, changed)


def _build(language: str) -> tuple[str, datetime | None]:
    releases = live_releases(language)[:MOST_ENTRIES]
    if not releases:
        return "", None
    return write_feed(releases, language), max(release.changed_at for release in releases)


def write_feed(releases: list[Release], language: str) -> str:
    company = fit_for_xml(chrome_for(language).company)
    address = settings.SITE_URL + reverse("press_feed", args=[language])
    with translation.override(language):
        title = _("%(company)s: press releases") % {"company": company}
    made = Atom1Feed(
        title=title,
        link=settings.SITE_URL + reverse("press_room", args=[language]),
        description="",
        language=language,
        author_name=company,
        feed_url=address,
        feed_guid=address,
    )
    for release in releases:
        made.add_item(
            title=fit_for_xml(release.title),
            link=settings.SITE_URL + release.url,
            # Readers take a summary for HTML.
            description=escape(fit_for_xml(release.summary), quote=False),
            unique_id=release.identifier.urn,
            pubdate=release.published_at,
            updateddate=release.changed_at,
            categories=[fit_for_xml(film.title) for film in release.films],
        )
    return made.writeString("utf-8")
