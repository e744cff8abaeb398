"""The headers of old sites: what their pages may do, and to whom their files are given.

Nobody has looked through the scripts of a site that was made by hand twenty years ago. So its
pages are in a sandbox: an origin of their own that has no cookies and no storage, cannot read a
page of this site, call the admin, send a form or lead the window of another page elsewhere.
"""

from collections.abc import Iterable

# Pages may open a window for what they link to; that window is not in the sandbox, so that a
# shop's page works in it. A download needs a right that scripts could use without a click.
SANDBOX = "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox"
# Old pages have their scripts and styles inline, and packed ones unpack themselves by eval.
INLINE = "data: blob: 'unsafe-inline' 'unsafe-eval'"
# A document of the sandbox that also had a Cross-Origin-Opener-Policy would not be shown (HTML,
# 7.5.4: a network error). Every other page of the site has one, which parts their windows.
COMMON = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Permissions-Policy": (
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
}
# For the opaque origin of the sandbox every file is of another origin, even the font beside it.
SHARED = {"Access-Control-Allow-Origin": "*"}


def sandboxed(prefixes: Iterable[str], media_type: str) -> dict[str, str]:
    """Return the headers on the company's host; `prefixes` are the site's own addresses, whole."""
    own = " ".join(prefixes)
    policy = [
        SANDBOX,
        f"default-src {own} {INLINE}",
        "object-src 'none'",
        f"base-uri {own}",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
    # A browser's own reader of PDF does not work in a sandbox, and runs no script of this site.
    if media_type == "application/pdf":
        policy = policy[3:]
    return {
        **COMMON,
        **SHARED,
        "Cross-Origin-Opener-Policy": "unsafe-none",
        "Content-Security-Policy": "; ".join(policy),
    }


def on_own_host() -> dict[str, str]:
    """Return the headers on a host where nothing else is: frames and storage work there."""
    policy = [
        f"default-src 'self' {INLINE}",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'none'",
        "frame-ancestors 'self'",
    ]
    return {
        **COMMON,
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "X-Frame-Options": "SAMEORIGIN",
        "Content-Security-Policy": "; ".join(policy),
    }


def preflight() -> dict[str, str]:
    """Return what a script is told that asks before it fetches (old jQuery marks its requests)."""
    return {
        **SHARED,
        "Access-Control-Allow-Methods": "GET, HEAD",
        "Access-Control-Allow-Headers": "Range, X-Requested-With",
        "Access-Control-Max-Age": "3600",
    }
