"""Headers of pages that are not public: kept by nobody, found by nobody, told to nobody."""

from django.http import HttpResponse

PRIVATE = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


def make_private(response: HttpResponse, language: str) -> HttpResponse:
    for name, value in {**PRIVATE, "Content-Language": language}.items():
        response.headers[name] = value
    return response


def allow_own_frame(response: HttpResponse) -> HttpResponse:
    """Let the desk show this page in a frame: this one answer, and the desk alone."""
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return change_policy(response, frame_ancestors="'self'")


def change_policy(response: HttpResponse, **directives: str) -> HttpResponse:
    """Let this answer's Content Security Policy differ (config/headers.py puts it together)."""
    known = getattr(response, "policy_changes", {})
    named = {name.replace("_", "-"): value for name, value in directives.items()}
    response.policy_changes = {**known, **named}
    return response
