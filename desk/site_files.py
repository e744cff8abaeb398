"""The small files that machines ask for: robots, health, security contact."""

from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from editorial.fields import languages
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
    """security.txt (RFC 9116)."""
    profile = Profile.objects.first()
    mail = profile.email if profile and profile.email else settings.DEFAULT_FROM_EMAIL
    expires = (timezone.now() + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
    spoken = ", ".join(languages())
    text = f"Contact: mailto:{mail}\nExpires: {expires}\nPreferred-Languages: {spoken}\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
