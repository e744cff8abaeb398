"""Who may do what, asked in one place by every door: form, list, desk, preview, export, action.

A member is owner, editor, translator or viewer. A translator writes texts of his or her own
languages and publishes them, nothing else; an editor writes everything but accounts.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django.utils import timezone

from editorial.fields import languages
from editorial.models import MemberRole, Membership


class Act(StrEnum):
    """What somebody wants to do with content."""

    VIEW = "view"
    TRANSLATE = "translate"  # texts of one language
    EDIT = "edit"  # facts, rows, files
    PUBLISH = "publish"  # with a language: its texts; without: facts too
    DELETE = "delete"
    SHARE = "share"  # links for outsiders
    EXPORT = "export"
    MANAGE = "manage"  # members, invitations, erasing


ALLOWED = {
    MemberRole.OWNER: frozenset(Act),
    MemberRole.EDITOR: frozenset(Act) - {Act.MANAGE},
    MemberRole.TRANSLATOR: frozenset({Act.VIEW, Act.TRANSLATE, Act.PUBLISH, Act.EXPORT}),
    MemberRole.VIEWER: frozenset({Act.VIEW}),
}
BY_LANGUAGE = frozenset({Act.TRANSLATE, Act.PUBLISH, Act.EXPORT})


def role_of(user: Any) -> MemberRole | None:
    """Return the user's role, None for who is no member (any more). One query, remembered."""
    if not getattr(user, "is_active", False) or not user.is_authenticated:
        return None
    if user.is_superuser:
        return MemberRole.OWNER
    member = membership_of(user)
    if member is None or (member.ends_on and member.ends_on < timezone.localdate()):
        return None
    return MemberRole(member.role)


def membership_of(user: Any) -> Membership | None:
    if not hasattr(user, "_membership"):
        user._membership = Membership.objects.filter(user=user.pk).first()
    found: Membership | None = user._membership
    return found


def remember_memberships(users: Iterable[Any]) -> None:
    """Read the memberships of many users for `role_of`. One query."""
    asked = [user for user in users if user is not None]
    found = Membership.objects.filter(user__in={user.pk for user in asked})
    by_user = {member.user_id: member for member in found}
    for user in asked:
        user._membership = by_user.get(user.pk)


def languages_of(user: Any) -> list[str]:
    """Return the languages whose texts the user may write, in the order of the settings."""
    role = role_of(user)
    if role in (MemberRole.OWNER, MemberRole.EDITOR):
        return languages()
    member = membership_of(user) if role is MemberRole.TRANSLATOR else None
    return [code for code in languages() if member and code in member.languages]


def may(user: Any, act: Act, language: str = "") -> bool:
    """Tell whether the user may do this; for a translator the language decides.

    Without a language a translator is asked about nothing but looking.
    """
    role = role_of(user)
    if role is None or act not in ALLOWED[role]:
        return False
    if role is MemberRole.TRANSLATOR and act in BY_LANGUAGE:
        return language in languages_of(user)
    return True
