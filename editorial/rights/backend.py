"""Django's questions for permissions, answered by the role alone.

Groups and permissions of single accounts decide nothing. This backend stands first and has the
last word: where it says no, no other backend is asked. It lets nobody in by itself.
"""

from functools import cache
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import models

from editorial.fields import translated_fields
from editorial.kinds import all_kinds
from editorial.models import MemberRole
from editorial.rights.roles import Act, languages_of, may, role_of

CONTENT = frozenset({"films", "people", "festivals", "pages", "assets", "editorial", "desk"})
# What stands in these rooms and is the owner's alone.
MANAGED = frozenset(
    {"desk.erasure", "editorial.auditentry", "editorial.membership", "editorial.invitation"}
)
SHARED = frozenset({"editorial.sharelink"})
ACTS = {"view": Act.VIEW, "add": Act.EDIT, "change": Act.EDIT, "delete": Act.DELETE}


class RoleBackend:
    """Permissions such as `films.change_film`, for the admin and everything that asks Django."""

    def authenticate(self, request: Any, **credentials: Any) -> None:
        """Let nobody in: names and passwords are the business of the other backends."""

    def has_perm(self, user: Any, permission: str, obj: Any = None) -> bool:
        """Tell whether the role allows it. Raises `PermissionDenied` if not: none else is asked."""
        if not is_allowed(user, permission):
            raise PermissionDenied
        return True

    def has_module_perms(self, user: Any, app_label: str) -> bool:
        """Tell whether the user may look into a room. Raises `PermissionDenied` if not."""
        if not may(user, Act.VIEW if app_label in CONTENT else Act.MANAGE):
            raise PermissionDenied
        return True


def is_allowed(user: Any, permission: str) -> bool:
    """Tell whether the user's role allows `<app>.<action>_<model>`."""
    app_label, _dot, codename = permission.partition(".")
    action, _line, name = codename.partition("_")
    label = f"{app_label}.{name}"
    if app_label not in CONTENT or label in MANAGED or action not in ACTS:
        return may(user, Act.MANAGE)
    if label in SHARED:
        return may(user, Act.SHARE)
    if action == "change" and role_of(user) is MemberRole.TRANSLATOR:
        return bool(languages_of(user)) and has_texts(label)
    return may(user, ACTS[action])


@cache
def has_texts(label: str) -> bool:
    """Tell whether forms of a model hold translated text: its own, or that of its rows."""
    try:
        model = apps.get_model(label)
    except LookupError:
        return False
    return bool(translated_fields(model)) or any(
        translated_fields(part.model) and owner_of(part.model, part.owner) is model
        for kind in all_kinds()
        for part in kind.parts
        if part.owner
    )


def owner_of(model: type[models.Model], path: str) -> Any:
    """Return the model to which a row belongs directly, by its look-up to the main row."""
    return model._meta.get_field(path.partition("__")[0]).related_model
