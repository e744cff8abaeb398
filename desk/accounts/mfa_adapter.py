"""What allauth asks about second factors: names, labels, errors."""

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext, gettext_lazy

from desk.accounts.factors import has_factor


class MfaAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": gettext_lazy("This is your only second factor."),
        "cannot_generate_recovery_codes": gettext_lazy(
            "Recovery codes stand in for a second factor: add a passkey or an app first."
        ),
        "incorrect_code": gettext_lazy("This code is not right, or no longer."),
    }

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        if not count:
            return gettext("Passkey")
        return gettext("Passkey %(number)d") % {"number": count + 1}

    def is_mfa_enabled(self, user: Any, types: Any = None) -> bool:
        """Codes alone are no second factor."""
        if types is None:
            return not user.is_anonymous and has_factor(user)
        enabled: bool = super().is_mfa_enabled(user, types)
        return enabled
