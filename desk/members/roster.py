"""The list of members, and who of them are owners."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import timezone

from editorial.models import MemberRole
from editorial.names import person_name, spoken


@dataclass(frozen=True)
class Member:
    """An account of the desk. `state` is "active", "ended" (by date), or "removed"."""

    pk: int
    name: str
    account: str
    email: str
    role: str
    languages: str
    ends_on: date | None
    last_login: datetime | None
    state: str


def accounts() -> QuerySet[Any]:
    """Return all accounts that are or were somebody's way to the desk."""
    known = Q(is_superuser=True) | Q(is_staff=True) | ~Q(membership=None)
    users = get_user_model()._default_manager
    return users.filter(known).select_related("membership").order_by("-is_active", "username")


def members() -> list[Member]:
    """Return everybody, who is in first. One query."""
    today = timezone.localdate()
    return [_member(user, today) for user in accounts()]


def _member(user: Any, today: date) -> Member:
    membership = getattr(user, "membership", None)
    role = role_in_roster(user)
    ends_on = membership.ends_on if membership and not user.is_superuser else None
    is_translator = role is MemberRole.TRANSLATOR
    return Member(
        pk=user.pk,
        name=person_name(user),
        account=user.get_username(),
        email=user.email,
        role=str(role.label) if role else "",
        languages=", ".join(spoken(code) for code in membership.languages)
        if membership and is_translator
        else "",
        ends_on=ends_on,
        last_login=user.last_login,
        state=_state(user, role, ends_on, today),
    )


def _state(user: Any, role: MemberRole | None, ends_on: date | None, today: date) -> str:
    if not user.is_active or role is None:
        return "removed"
    return "ended" if ends_on and ends_on < today else "active"


def role_in_roster(user: Any) -> MemberRole | None:
    """Return the role that the account has or had, whether or not it is still in force."""
    if user.is_superuser:
        return MemberRole.OWNER
    membership = getattr(user, "membership", None)
    return MemberRole(membership.role) if membership else None


def lasting_owners() -> QuerySet[Any]:
    """Return the owners whose membership has no end: one of them must always remain."""
    owner = Q(membership__role=MemberRole.OWNER, membership__ends_on=None)
    users = get_user_model()._default_manager
    return users.filter(Q(is_superuser=True) | owner, is_active=True)


def is_last_owner(user: Any) -> bool:
    """Tell whether the desk would have no owner without this one.

    Inside a transaction the owners stay locked, so that two cannot remove each other.
    """
    users = get_user_model()._default_manager
    list(users.filter(pk__in=lasting_owners().values("pk")).select_for_update())
    owners = set(lasting_owners().values_list("pk", flat=True))
    return owners == {user.pk}
