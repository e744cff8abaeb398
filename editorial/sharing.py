"""Links that let outsiders look at a preview: made, found, opened, revoked.

A link holds 32 random bytes, of which only the SHA-256 is stored: who reads the database cannot
open it. It stays good when the account of its maker ends; owners and editors see and revoke it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Case, F, Q, QuerySet, When
from django.utils import timezone

from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.models import Record, Revision, ShareLink
from editorial.rights import remember_memberships, role_of
from editorial.tokens import hash_token, make_token

# By scope.
MADE = {"preview": Deed.PREVIEW_LINK_MADE, "press": Deed.PRESS_LINK_MADE}
ENDED = {"preview": Deed.PREVIEW_LINK_ENDED, "press": Deed.PRESS_LINK_ENDED}
# Longer tokens are none of ours; nobody should make us hash a megabyte.
MAX_TOKEN_LENGTH = 100
# Every opening is a write: once a minute tells enough.
NOTE_AFTER = timedelta(minutes=1)
# Clocks of several machines differ so much; a link made later than that was made by nobody.
CLOCKS_DIFFER = timedelta(minutes=1)


@dataclass(frozen=True)
class LinkState:
    """A link in the list; `state` is one of those of `state_of`."""

    link: ShareLink
    state: str
    is_orphaned: bool


@transaction.atomic
def make_link(
    record: Record,
    user: Any,
    expires_at: datetime,
    label: str = "",
    revision: Revision | None = None,
    scope: str = ShareLink.Scope.PREVIEW,
    max_openings: int | None = None,
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
        max_openings=max_openings,
    )
    note(MADE[scope], record, by=user, detail=f"#{link.pk}")
    return link, token


def find_link(token: str, scope: str = ShareLink.Scope.PREVIEW) -> ShareLink | None:
    """Return the link of a token, whether it is still open or not; never one that opens another."""
    if not token or len(token) > MAX_TOKEN_LENGTH:
        return None
    latest = timezone.now() + CLOCKS_DIFFER
    found = ShareLink.objects.filter(
        token_hash=hash_token(token), scope=scope, created_at__lte=latest
    )
    return found.select_related("record", "revision").first()


def is_open(link: ShareLink, now: datetime | None = None) -> bool:
    """Tell whether the link is in time and not revoked; what it opened stays open meanwhile."""
    return link.revoked_at is None and link.expires_at > (now or timezone.now())


def state_of(link: ShareLink, now: datetime | None = None) -> str:
    """Return open, revoked, expired, or used: opened as often as it may be."""
    if link.revoked_at is not None:
        return "revoked"
    if not is_open(link, now):
        return "expired"
    is_used = link.max_openings is not None and link.openings >= link.max_openings
    return "used" if is_used else "open"


def take_opening(link: ShareLink, now: datetime | None = None) -> bool:
    """Count an opening; False if none is left. Of many at once exactly so many succeed."""
    now = now or timezone.now()
    if link.max_openings is None:
        note_opening(link, now)
        return True
    # The database compares and counts in one statement.
    left = ShareLink.objects.filter(pk=link.pk, openings__lt=F("max_openings"))
    return bool(left.update(openings=F("openings") + 1, opened_at=now))


def note_opening(link: ShareLink, now: datetime | None = None) -> None:
    """Remember when the link was last opened, to the minute."""
    now = now or timezone.now()
    if link.opened_at is None or now - link.opened_at > NOTE_AFTER:
        ShareLink.objects.filter(pk=link.pk).update(opened_at=now)


@transaction.atomic
def revoke_link(link: ShareLink) -> None:
    """Close a link at once; of two who do it, one did."""
    now = timezone.now()
    if ShareLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=now):
        link.revoked_at = now
        note(ENDED[link.scope], link.record, detail=f"#{link.pk}")


def open_first() -> QuerySet[ShareLink]:
    """Return all links, those that still work first."""
    has_openings = Q(max_openings=None) | Q(openings__lt=F("max_openings"))
    is_open_now = When(has_openings, revoked_at=None, expires_at__gt=timezone.now(), then=0)
    links = ShareLink.objects.select_related("created_by", "revision", "record")
    return links.order_by(Case(is_open_now, default=1), "-pk")


def states_of_links(links: Iterable[ShareLink]) -> list[LinkState]:
    """Return links with their states and whether their maker's account has ended. One query."""
    now = timezone.now()
    states = []
    shown = list(links)
    remember_memberships(link.created_by for link in shown)
    for link in shown:
        state = state_of(link, now)
        is_orphaned = state == "open" and role_of(link.created_by) is None
        states.append(LinkState(link, state, is_orphaned))
    return states
