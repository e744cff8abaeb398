"""External links: what they lead to, and which of them is the film's own microsite."""

import re
from urllib.parse import urlsplit

from django.utils.translation import gettext

from desk.importing.objects import LinkKind

LONGEST_URL = 2000

_SHOP_HOSTS = ("amazon.", "thalia.", "jpc.de", "bol.com", "fnac.", "medimops.", "ebay.")
_LABELS: tuple[tuple[LinkKind, str], ...] = (
    ("trailer", r"trailer|teaser"),
    ("watch", r"\bwatch|ansehen|anschauen|\bstream|full film|ganzer film|\bvod\b|mediathek"),
    ("review", r"review|kritik|rezension|besprechung"),
    ("shop", r"\bshop|\bdvd\b|blu-?ray|\bbuy\b|kaufen|bestellen"),
    ("website", r"web ?-?site|webseite|homepage|official|offizielle|film-?seite"),
)


def is_own_microsite(url: str, slug: str, languages: tuple[str, ...]) -> bool:
    """Whether a path such as /en/<slug>/microsite/index.html is the film's own microsite."""
    language = "|".join(re.escape(code) for code in languages)
    path = rf"/(?:(?:{language})/)?{re.escape(slug)}/microsite(?:/[^?#]*)?(?:[?#].*)?"
    return re.fullmatch(path, url.strip(), re.IGNORECASE) is not None


def url_error(url: str) -> str:
    """Why an address is refused, as a sentence for the editor; '' when it is good."""
    if len(url) > LONGEST_URL:
        return gettext("The address is longer than %(limit)s characters.") % {"limit": LONGEST_URL}
    if any(letter.isspace() or not letter.isprintable() for letter in url) or "\\" in url:
        return gettext("The address holds spaces or signs that no address has.")
    try:
        parts = urlsplit(url)
        host, has_login, _ = parts.hostname, "@" in parts.netloc, parts.port
    except ValueError:
        return gettext("This is no web address. Expected one such as https://example.org/film.")
    if not parts.scheme and not parts.netloc:
        return gettext(
            "A path inside this or another site cannot be followed. Expected the full address, "
            "beginning with https://."
        )
    if parts.scheme not in {"http", "https"} or not host:
        return gettext("Only http and https addresses are accepted.")
    if has_login:
        return gettext("The address holds a user name or password. Remove it.")
    return ""


def kind_of_link(url: str, label: str) -> LinkKind:
    """The kind that label or host say; a video without a word about it stays 'other'."""
    lowered = label.lower()
    for kind, words in _LABELS:
        if re.search(words, lowered):
            return kind
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return "shop" if any(f".{name}" in f".{host}" for name in _SHOP_HOSTS) else "other"
