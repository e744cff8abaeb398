"""Second factors of an account: whether it has one, whether it must, and taking them away."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings

# Recovery codes are no factor of their own: they stand in for one that is lost.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_factor(user: Any) -> bool:
    """Tell whether the account has a passkey or an authenticator app. One query."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists()


def lacks_factor(user: Any) -> bool:
    """Tell whether the account must set up a second factor before it may do anything."""
    return settings.REQUIRE_SECOND_FACTOR and user.is_authenticated and not has_factor(user)


def reset_factors(user: Any) -> int:
    """Remove all factors and recovery codes and end all sessions; return how many factors went."""
    removed = Authenticator.objects.filter(user=user, type__in=FACTORS).count()
    Authenticator.objects.filter(user=user).delete()
    for session in UserSession.objects.filter(user=user):
        session.end()
    return removed
