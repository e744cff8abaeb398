"""Who is meant by what somebody typed, and whether the password is right: one check, always."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model


class NameOrMailBackend(AuthenticationBackend):
    """Lets a member in by user name or e-mail address.

    allauth's own backend checks the password of an account found by its address twice, that of an
    unknown one once: a watch would tell them apart. Here it is once for both; for an unknown name
    the base class runs the hasher on nothing.
    """

    def _authenticate(self, request: Any, **credentials: Any) -> Any:
        typed = credentials.get("username") or credentials.get("email") or ""
        return self._check_password(find_account(typed), credentials.get("password") or "")


def find_account(typed: str) -> Any:
    """Return the account of this user name, or the only one of this e-mail address, or None."""
    users = get_user_model()._default_manager
    by_name = users.filter(username__iexact=typed).order_by("pk").first() if typed else None
    if by_name is not None or "@" not in typed:
        return by_name
    by_mail = list(users.filter(email__iexact=typed)[:2])
    return by_mail[0] if len(by_mail) == 1 else None
