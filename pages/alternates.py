"""The same page in other languages, as search engines read it (hreflang)."""

from collections.abc import Mapping

from django.conf import settings
from django.urls import reverse

# Whoever speaks none of the site's languages is led here (Google: "x-default").
DEFAULT = "x-default"


def make_alternates(addresses: Mapping[str, str], origin: str = "") -> tuple[tuple[str, str], ...]:
    """Return (language, absolute URL) of every language of a page, and of the default.

    `addresses` are paths by language, on the host of `origin` or else on that of the site. The
    default of the home pages is the entrance, which chooses by the visitor's browser; of other
    pages the first language in the order of `LANGUAGES`. A page of one language has no alternates.
    """
    spoken = [code for code, _name in settings.LANGUAGES if code in addresses]
    if len(spoken) < 2:
        return ()
    origin = origin or settings.SITE_URL
    found = [(code, origin + addresses[code]) for code in spoken]
    first = spoken[0]
    is_home = addresses[first] == reverse("home", args=[first])
    default = origin + (reverse("entrance") if is_home else addresses[first])
    return (*found, (DEFAULT, default))
