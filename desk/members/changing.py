"""What an owner does with a member: another role, an end, removing, letting in again."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from desk.accounts.factors import reset_factors
from desk.members.rights_told import tell_change
from desk.members.roster import is_last_owner
from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.models import MemberRole, Membership


class LastOwner(ValidationError):
    """Without this owner nobody could look after the members."""

    def __init__(self) -> None:
        text = _("This is the last owner without an end date. Make somebody else owner first.")
        super().__init__(text)


@transaction.atomic
def change_member(user: Any, role: str, languages: list[str], ends_on: Any) -> None:
    """Give an account its role and let it in. Raises `LastOwner`."""
    if (role != MemberRole.OWNER or ends_on) and user.is_active and is_last_owner(user):
        raise LastOwner
    told = tell_change(user, role, languages, ends_on)
    # The role decides alone from now on.
    user.is_superuser = user.is_superuser and role == MemberRole.OWNER and not ends_on
    user.is_active = user.is_staff = True
    user.save(update_fields=["is_superuser", "is_active", "is_staff"])
    facts = {"role": role, "languages": languages, "ends_on": ends_on}
    Membership.objects.update_or_create(user=user, defaults=facts)
    note(Deed.MEMBER_CHANGED, member=user, detail=told)


@transaction.atomic
def remove_member(user: Any) -> None:
    """Close the account: sessions end, second factors go, what was written stays.

    Raises `LastOwner`.
    """
    if is_last_owner(user):
        raise LastOwner
    user.is_active = False
    user.save(update_fields=["is_active"])
    reset_factors(user)
    note(Deed.MEMBER_REMOVED, member=user)
