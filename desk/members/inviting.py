"""Invitations: a link that works once and for a week; only the hash of its token is kept."""

from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.models import Invitation, MemberRole, Membership
from editorial.tokens import hash_token, make_token

VALID_FOR = timedelta(days=7)


class Spent(Exception):
    """The invitation was used, taken back or is too old, or never was one."""


def open_invitations(now: datetime | None = None) -> QuerySet[Invitation]:
    """Return what may still be accepted."""
    now = now or timezone.now()
    return Invitation.objects.filter(accepted_at=None, revoked_at=None, expires_at__gt=now)


def invite(
    email: str, role: str, languages: list[str], ends_on: date | None, invited_by: Any
) -> tuple[Invitation, str]:
    """Return a new invitation and its token; earlier ones to the same address end."""
    token = make_token()
    with transaction.atomic():
        open_invitations().filter(email__iexact=email).update(revoked_at=timezone.now())
        invitation = Invitation.objects.create(
            email=email,
            role=role,
            languages=languages if role == MemberRole.TRANSLATOR else [],
            ends_on=ends_on,
            token_hash=hash_token(token),
            invited_by=invited_by,
            expires_at=timezone.now() + VALID_FOR,
        )
        note(Deed.INVITED, by=invited_by, kind="invitation", number=invitation.pk, detail=role)
    return invitation, token


@transaction.atomic
def revoke(invitation: Invitation) -> bool:
    """Take an invitation back; False if it was used or taken back before."""
    mine = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None)
    is_done = bool(mine.update(revoked_at=timezone.now()))
    if is_done:
        note(Deed.INVITATION_REVOKED, kind="invitation", number=invitation.pk)
    return is_done


def find_invitation(token: str) -> Invitation:
    """Return the open invitation of a token. Raises `Spent`, whatever is wrong with it."""
    found = open_invitations().filter(token_hash=hash_token(token)).first()
    if found is None:
        raise Spent
    return found


@transaction.atomic
def accept(invitation: Invitation, username: str, name: str, password: str) -> Any:
    """Make the account of an invitation and return it.

    Raises `Spent` if somebody was faster, or has got the address by now: two accounts of one
    address could neither log in with it nor tell their new passwords apart.
    """
    users = get_user_model()._default_manager
    mine = open_invitations().filter(pk=invitation.pk)
    is_taken = users.filter(email__iexact=invitation.email).exists()
    if is_taken or not mine.update(accepted_at=timezone.now()):
        raise Spent
    first, _space, last = name.strip().rpartition(" ")
    user = users.create_user(
        username,
        invitation.email,
        password,
        first_name=first or last,
        last_name=last if first else "",
        is_staff=True,
    )
    Membership.objects.create(
        user=user,
        role=invitation.role,
        languages=invitation.languages,
        ends_on=invitation.ends_on,
    )
    note(Deed.INVITATION_ACCEPTED, member=user, by=user, detail=invitation.role)
    return user
