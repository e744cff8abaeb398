"""What every answer tells browsers, unless a view says something of its own.

docs/security/headers.md has the table of answers and their headers.
"""

from django.conf import settings

# Browsers load nothing from elsewhere and run nothing inline; a picture placeholder may be data:.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
# A style sheet or a script that somebody opens by itself is text; a drawing may have its style.
STATIC_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; sandbox"
# Trailers in full and in a corner, a link that is copied, passkeys: nothing else that Chromium 156
# lists (document.featurePolicy.features()) is used. Browsers complain of names that they do not
# know, so that what is younger or gone is left out.
OWN_FEATURES = (
    "autoplay",
    "clipboard-write",
    "fullscreen",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
)
CLOSED_FEATURES = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "compute-pressure",
    "cross-origin-isolated",
    "display-capture",
    "encrypted-media",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "sync-xhr",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)
PERMISSIONS_POLICY = ", ".join(
    [f"{name}=()" for name in CLOSED_FEATURES] + [f"{name}=(self)" for name in OWN_FEATURES]
)
CSP, OPENER = "Content-Security-Policy", "Cross-Origin-Opener-Policy"
HEADERS = {
    "Permissions-Policy": PERMISSIONS_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    OPENER: "same-origin",
    "Origin-Agent-Cluster": "?1",
    "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": settings.X_FRAME_OPTIONS,
    # What nobody said how long to keep is asked for again each time: a page that was withdrawn must
    # not be shown by a cache in between.
    "Cache-Control": "no-cache",
}


def public_headers(get_response):
    """Set the headers of every answer, be it one that another middleware gives."""

    def middleware(request):
        response = get_response(request)
        if CSP not in response.headers:
            response.headers[CSP] = _policy_for(request, response)
        # Of a document in a sandbox browsers may not make a window of its own, and refuse the
        # document (HTML, 7.5.4).
        if "sandbox" in response.headers[CSP]:
            response.headers[OPENER] = "unsafe-none"
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return middleware


def _policy_for(request, response) -> str:
    if request.path_info.startswith(settings.STATIC_URL) and response.status_code < 400:
        return STATIC_POLICY
    # A view that must differ, such as one shown in a frame of the desk, says in what.
    policy = {**POLICY, **getattr(response, "policy_changes", {})}
    return "; ".join(f"{name} {value}" for name, value in policy.items())
