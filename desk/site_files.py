"""The small files that machines ask for: robots, health, security contact."""

from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from editorial.fields import languages
from microsites.hosts.known import make_origin
from pages.models import Profile


def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt (RFC 9309): no desk, no links for outsiders, no searches; where the sitemap is."""
    searches = [reverse("search", args=[code]) for code in languages()]
    closed = [reverse("admin:index"), "/preview/", "/press/", reverse("search_entrance"), *searches]
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in closed),
        "",
        f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def health(request: HttpRequest) -> HttpResponse:
    """200 if the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    response = HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response


def security_contact(request: HttpRequest) -> HttpResponse:
    """security.txt (RFC 9116): whom to tell of a gap, in which languages, valid for half a year."""
    own = getattr(request, "own_host", "")
    origin = make_origin(own) if own else settings.SITE_URL
    expires = timezone.now() + timedelta(days=180)
    fields = [
        ("Contact", _contact_uri()),
        ("Expires", expires.strftime("%Y-%m-%dT00:00:00Z")),
        ("Preferred-Languages", ", ".join(languages())),
        ("Canonical", f"{origin}/.well-known/security.txt"),
        ("Policy", settings.SECURITY_POLICY),
    ]
    text = "".join(f"{name}: {value}\n" for name, value in fields if value)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _contact_uri() -> str:
    """Return whom to tell; a mail address becomes a URI, as section 2.5.3 wants it."""
    profile = Profile.objects.first()
    company = profile.email if profile else ""
    contact = settings.SECURITY_CONTACT or company or settings.DEFAULT_FROM_EMAIL
    return contact if contact.startswith(("https://", "mailto:", "tel:")) else f"mailto:{contact}"
