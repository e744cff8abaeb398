"""The small files that machines ask for: sitemap, robots, health, security contact."""

from datetime import timedelta
from xml.sax.saxutils import escape

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from editorial.fields import languages
from editorial.models import Publication
from pages.models import Profile


def sitemap(request: HttpRequest) -> HttpResponse:
    """Every live film and page in each of its live languages (sitemaps.org, with hreflang)."""
    entries: dict[int, list[tuple[str, str, str]]] = {}
    live = Publication.objects.live().filter(language__in=languages()).exclude(path="")
    rows = live.order_by("kind", "path").values_list("record_id", "language", "path", "publish_at")
    for record, language, path, changed in rows:
        url = settings.SITE_URL + reverse("address", args=[language, path])
        entries.setdefault(record, []).append((language, url, changed.date().isoformat()))
    homes = sorted({language for places in entries.values() for language, _u, _c in places})
    lines = [_entry([(code, settings.SITE_URL + reverse("home", args=[code]), "")
                     for code in homes])] if homes else []  # fmt: skip
    lines += [_entry(places) for places in entries.values()]
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' + "".join(lines) + "</urlset>\n"
    )
    return HttpResponse(xml, content_type="application/xml")


def _entry(places: list[tuple[str, str, str]]) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(url)}"/>'
        for language, url, _changed in places
    )
    return "".join(
        f"<url><loc>{escape(url)}</loc>"
        + (f"<lastmod>{changed}</lastmod>" if changed else "")
        + f"{links}</url>\n"
        for _language, url, changed in places
    )


def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")


def health(request: HttpRequest) -> HttpResponse:
    """200 if the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    response = HttpResponse("ok\n", content_type="text/plain")
    response["Cache-Control"] = "no-store"
    return response


def security_contact(request: HttpRequest) -> HttpResponse:
    """security.txt (RFC 9116)."""
    profile = Profile.objects.first()
    mail = profile.email if profile and profile.email else settings.DEFAULT_FROM_EMAIL
    expires = (timezone.now() + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
    spoken = ", ".join(languages())
    text = f"Contact: mailto:{mail}\nExpires: {expires}\nPreferred-Languages: {spoken}\n"
    return HttpResponse(text, content_type="text/plain")
