"""Links that let outsiders look at a preview: made, found, opened, revoked.

A link holds 32 random bytes, of which only the SHA-256 is stored: who reads the database cannot
open it. It stays good when the account of its maker ends; owners and editors see and revoke it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.signing import Signer
from django.db.models import Case, QuerySet, When
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from editorial.models import Record, Revision, ShareLink
from editorial.rights import remember_memberships, role_of
from editorial.tokens import hash_token, make_token

# Longer tokens are none of ours; nobody should make us hash a megabyte.
MAX_TOKEN_LENGTH = 100
# Every opening is a write: once a minute tells enough.
NOTE_AFTER = timedelta(minutes=1)
# Files of an open page load for so long; a page that is opened later gets passes of its own.
PASS_LASTS = timedelta(hours=12)
_signer = Signer(salt="editorial.sharing.pass")


@dataclass(frozen=True)
class LinkState:
    """A link in the list; `state` is open, expired or revoked."""

    link: ShareLink
    state: str
    is_orphaned: bool


def make_link(
    record: Record,
    user: Any,
    expires_at: datetime,
    label: str = "",
    revision: Revision | None = None,
    scope: str = ShareLink.Scope.PREVIEW,
) -> tuple[ShareLink, str]:
    """Return a new link and its token, which nobody can read again."""
    token = make_token()
    link = ShareLink.objects.create(
        record=record,
        scope=scope,
        revision=revision,
        token_hash=hash_token(token),
        label=label,
        created_by=user if getattr(user, "pk", None) else None,
        expires_at=expires_at,
    )
    return link, token


def find_link(token: str, scope: str = ShareLink.Scope.PREVIEW) -> ShareLink | None:
    """Return the link of a token, whether it is still open or not; never one that opens another."""
    if not token or len(token) > MAX_TOKEN_LENGTH:
        return None
    found = ShareLink.objects.filter(token_hash=hash_token(token), scope=scope)
    return found.select_related("record", "revision").first()


def is_open(link: ShareLink, now: datetime | None = None) -> bool:
    return link.revoked_at is None and link.expires_at > (now or timezone.now())


def note_opening(link: ShareLink, now: datetime | None = None) -> None:
    """Remember when the link was last opened, to the minute."""
    now = now or timezone.now()
    if link.opened_at is None or now - link.opened_at > NOTE_AFTER:
        ShareLink.objects.filter(pk=link.pk).update(opened_at=now)


def revoke_link(link: ShareLink) -> None:
    if link.revoked_at is None:
        link.revoked_at = timezone.now()
        link.save(update_fields=["revoked_at"])


def open_first() -> QuerySet[ShareLink]:
    """Return all links, those that still work first."""
    is_open_now = When(revoked_at=None, expires_at__gt=timezone.now(), then=0)
    links = ShareLink.objects.select_related("created_by", "revision", "record")
    return links.order_by(Case(is_open_now, default=1), "-pk")


def states_of_links(links: Iterable[ShareLink]) -> list[LinkState]:
    """Return links with their states and whether their maker's account has ended. One query."""
    now = timezone.now()
    states = []
    shown = list(links)
    remember_memberships(link.created_by for link in shown)
    for link in shown:
        state = "revoked" if link.revoked_at else "open" if is_open(link, now) else "expired"
        is_orphaned = state == "open" and role_of(link.created_by) is None
        states.append(LinkState(link, state, is_orphaned))
    return states


# --- passes for files -------------------------------------------------------------------------


def make_pass(link: ShareLink, content: str, now: datetime | None = None) -> str:
    """Return a pass for one file by its `content`: good for this link and a few hours."""
    now = now or timezone.now()
    until = int(min(link.expires_at, now + PASS_LASTS).timestamp())
    return f"{link.pk}.{until}.{_signer.signature(f'{content}.{link.pk}.{until}')}"


def find_pass(text: str, content: str, now: datetime | None = None) -> ShareLink | None:
    """Return the open link whose pass this is, for the file of this content, signed and in time."""
    now = now or timezone.now()
    number, _dot, rest = text.partition(".")
    until, _dot, signature = rest.partition(".")
    if not (number.isdecimal() and until.isdecimal()) or len(number) > 18 or len(until) > 12:
        return None
    expected = _signer.signature(f"{content}.{number}.{until}")
    if not constant_time_compare(signature, expected) or int(until) <= now.timestamp():
        return None
    link = ShareLink.objects.filter(pk=int(number)).first()
    return link if link is not None and is_open(link, now) else None
