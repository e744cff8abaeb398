"""Addresses of the web as people write them: which of them are taken, and the column they stand in.

A browser follows what this lets through, from our own pages: so only http and https, no name or
password in front of the host, and no sign that nobody sees.
"""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext

LONGEST_URL = 2000


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


def check_address(url: str) -> None:
    """Raise `ValidationError` unless a browser may be sent there."""
    if problem := url_error(url):
        raise ValidationError(problem, code="invalid")


class AddressField(models.URLField):  # type: ignore[type-arg]  # Django's own is generic in stubs only
    """Django's column for addresses, with our rule: Django takes ftp, passwords and hidden signs.

    For migrations it is Django's own; a rule needs none.
    """

    default_validators = [URLValidator(["http", "https"]), check_address]

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", args, kwargs
