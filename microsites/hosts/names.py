"""Names of hosts: as somebody writes them, as the network knows them, as a person reads them."""

import unicodedata

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.utils.translation import gettext as _

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
PUNYCODE = "xn--"
# Full stops of other scripts, which browsers take for ours (UTS 46).
DOTS = str.maketrans(dict.fromkeys("。．｡", "."))
LONGEST_LABEL = 63


def name_of(request: HttpRequest) -> str:
    """Return the name that was asked for, without port and trailing dot; '' if it is no name.

    `X-Forwarded-Host` is not read: anybody may send it.
    """
    return split_domain_port(request.META.get("HTTP_HOST", ""))[0]


def is_company(name: str) -> bool:
    """Tell whether a host shows the company's own site. Patterns of ALLOWED_HOSTS do not count."""
    return name == settings.SITE_HOST or name in settings.ALLOWED_HOSTS


def is_local_site() -> bool:
    """Tell whether the site runs at an address of this machine: hosts of films lead nowhere."""
    return settings.SITE_HOST in LOCAL_HOSTS


def to_ascii(text: str) -> str:
    """Return a host as DNS knows it: lower case, no trailing dot, other letters in punycode.

    What is no host name comes back as it is, for the validator to refuse.
    """
    name = text.strip().translate(DOTS).lower().removesuffix(".")
    if name.isascii():
        return name
    labels = unicodedata.normalize("NFKC", name).split(".")
    if not all(_is_label(label) for label in labels):
        return name
    return ".".join(label if label.isascii() else _encode(label) for label in labels)


def to_readable(host: str) -> str:
    """Return a host with its own letters: `xn--nachtfhre-02a.film` is `nachtfähre.film`."""
    return ".".join(_decode(label) for label in host.split("."))


def check_host(host: str) -> None:
    """Refuse what can be no host of a film, although it is a host. Raises ValidationError."""
    if is_company(host) or host == f"www.{settings.SITE_HOST}":
        raise ValidationError(
            _("%(host)s is the address of the whole site. A microsite needs a host of its own."),
            params={"host": host},
        )
    if host.endswith(".localhost") and not is_local_site():
        raise ValidationError(_("Names that end in .localhost lead to each reader’s own machine."))


def _is_label(label: str) -> bool:
    """Tell whether a label holds only letters, their marks, digits and hyphens (RFC 5890)."""
    return all(sign == "-" or unicodedata.category(sign)[0] in "LMN" for sign in label)


def _encode(label: str) -> str:
    encoded = PUNYCODE + label.encode("punycode").decode("ascii")
    return encoded if len(encoded) <= LONGEST_LABEL else label


def _decode(label: str) -> str:
    if not label.startswith(PUNYCODE):
        return label
    try:
        decoded = label.removeprefix(PUNYCODE).encode("ascii").decode("punycode")
    except UnicodeError:
        return label
    # What would not be written like this by us may look like another name.
    return decoded if to_ascii(decoded) == label and decoded.isprintable() else label
