"""Passes: what a page opened by a link adds to the addresses of its files, so that they load.

A pass is signed with the key of the site for one file and a few hours, and worth nothing as soon as
its link is revoked. When the key changes it holds as long as SECRET_KEY_FALLBACKS has the old one.
"""

from datetime import datetime, timedelta

from django.core.signing import Signer
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from editorial.models import ShareLink
from editorial.sharing import is_open

# Files of an open page load for so long; a page that is opened later gets passes of its own.
PASS_LASTS = timedelta(hours=12)
SALT = "editorial.sharing.pass"


def make_pass(link: ShareLink, content: str, now: datetime | None = None) -> str:
    """Return a pass for one file by its `content`: good for this link and a few hours."""
    now = now or timezone.now()
    until = int(min(link.expires_at, now + PASS_LASTS).timestamp())
    return f"{link.pk}.{until}.{Signer(salt=SALT).signature(f'{content}.{link.pk}.{until}')}"


def find_pass(text: str, content: str, now: datetime | None = None) -> ShareLink | None:
    """Return the open link whose pass this is, for the file of this content, signed and in time."""
    now = now or timezone.now()
    number, _dot, rest = text.partition(".")
    until, _dot, signature = rest.partition(".")
    if not (number.isdecimal() and until.isdecimal()) or len(number) > 18 or len(until) > 12:
        return None
    if not _is_signed(f"{content}.{number}.{until}", signature) or int(until) <= now.timestamp():
        return None
    link = ShareLink.objects.filter(pk=int(number)).first()
    return link if link is not None and is_open(link, now) else None


def _is_signed(value: str, signature: str) -> bool:
    signer = Signer(salt=SALT)
    keys = (signer.key, *signer.fallback_keys)
    return any(constant_time_compare(signature, signer.signature(value, key)) for key in keys)
