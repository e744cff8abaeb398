"""Which words may be addresses: the site's own are reserved."""

import re

from django.conf import settings
from django.utils.translation import gettext as _

from pages.legal import usual_words

# First words below /{language}/ that lead to rooms of the site, and the top-level addresses.
RESERVED = frozenset(
    {
        "admin", "api", "companies", "feed", "feeds", "festivals", "films", "healthz", "hosts",
        "i18n", "login", "logout", "media", "microsite", "microsites", "news", "people", "press",
        "preview", "robots", "screenings", "search", "share", "sitemap", "static",
    }
)  # fmt: skip
# Second words of the routes of films: `/{language}/{film}/site/`. Those above are refused anywhere.
BELOW_FILMS = frozenset({"microsite", "press", "site"})
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_LENGTH = 80


def reserved_words() -> frozenset[str]:
    return RESERVED | {code for code, _name in settings.LANGUAGES}


def slug_problem(slug: str) -> str:
    """Return what is wrong with `slug` as an address, or ''."""
    if not slug:
        return _("The address is missing.")
    if len(slug) > MAX_LENGTH:
        return _("The address has %(n)d characters; at most %(max)d are possible.") % {
            "n": len(slug),
            "max": MAX_LENGTH,
        }
    if not SLUG.fullmatch(slug):
        return _(
            "“%(slug)s” cannot be an address. Use small letters, digits and single hyphens."
        ) % {"slug": slug[:40]}
    if slug in reserved_words():
        return _("“%(slug)s” is an address of the site itself. Choose another word.") % {
            "slug": slug
        }
    return ""


def path_problem(path: str) -> str:
    """Return why no page can stand at `path`, or '': below a first word these belong to films."""
    words = path.split("/")
    if len(words) < 2 or words[1] not in BELOW_FILMS:
        return ""
    return _(
        "“%(word)s” cannot stand below another page: what begins with “%(path)s” belongs to the "
        "films’ own sites. Choose another word."
    ) % {"word": words[1], "path": f"{words[0]}/{words[1]}"}


def legal_problem(slug: str) -> str:
    """Return why a film cannot have `slug`, or '': the law wants a page where people look for it.

    Text pages may stand there, and a film that has had the address for long keeps it.
    """
    if slug not in usual_words():
        return ""
    return _(
        "“%(slug)s” is where visitors look for imprint, privacy or accessibility. Only a text page "
        "can have this address. Choose another word."
    ) % {"slug": slug}
