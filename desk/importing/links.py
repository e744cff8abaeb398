"""External links: what they lead to, and which of them is the film's own microsite."""

import re
from urllib.parse import urlsplit

from desk.importing.objects import LinkKind
from editorial.addresses import url_error as url_error

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


def kind_of_link(url: str, label: str) -> LinkKind:
    """The kind that label or host say; a video without a word about it stays 'other'."""
    lowered = label.lower()
    for kind, words in _LABELS:
        if re.search(words, lowered):
            return kind
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return "shop" if any(f".{name}" in f".{host}" for name in _SHOP_HOSTS) else "other"
