"""Slugs of films and pages: what an address may be made of."""

import re
import unicodedata

from django.utils.translation import gettext

LONGEST_SLUG = 80
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED_SLUGS = frozenset(
    {
        "accounts", "admin", "api", "assets", "companies", "feed", "feeds", "festivals",
        "film", "films", "healthz", "login", "logout", "media", "microsite", "microsites",
        "page", "pages", "people", "press", "preview", "robots", "screenings", "search",
        "share", "sitemap", "static", "well-known",
    }
)  # fmt: skip

_TRANSLITERATION = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l",
        "đ": "d", "ð": "d", "þ": "th", "ı": "i", "'": "", "’": "", "&": " and ",
    }
)  # fmt: skip


def slugify_title(title: str) -> str:
    """The slug that a title suggests; '' when it has no Latin letter and no digit."""
    text = unicodedata.normalize("NFC", title).casefold().translate(_TRANSLITERATION)
    latin = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", latin)
    slug = "-".join(words)
    return slug if len(slug) <= LONGEST_SLUG else slug[:LONGEST_SLUG].rpartition("-")[0]


def slug_error(slug: str, reserved: frozenset[str]) -> str:
    """Why a slug is refused, as a sentence for the editor; '' when it is good."""
    if len(slug) > LONGEST_SLUG:
        message = gettext("The slug has %(length)s characters, expected at most %(limit)s.")
        return message % {"length": len(slug), "limit": LONGEST_SLUG}
    if not SLUG.fullmatch(slug):
        return gettext(
            "The slug holds other signs than a-z, 0-9 and single hyphens. "
            "Write a slug such as “night-train”."
        )
    if slug in reserved:
        return gettext("This slug is reserved for an address of the site itself. Choose another.")
    return ""
