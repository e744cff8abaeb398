"""What allauth asks about accounts: who may sign up, what errors say, where one goes afterwards."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.core.internal.httpkit import get_client_ip
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from desk.accounts.backend import find_account
from desk.accounts.delays import Door, address_door, knock, open_doors
from desk.accounts.factors import has_factor, lacks_factor
from desk.accounts.known_browser import door_of, know_browser
from desk.audit.logins import note_delay, note_failure, note_login, set_password
from editorial.rights import role_of

# The same words whether the name exists or not.
NO_MATCH = gettext_lazy("Name and password do not match. Check both and try again.")
# A server on a socket knows no address.
NO_ADDRESS = "0.0.0.0"  # noqa: S104  # nosec B104  # nothing listens there
# Code of the error that says how long to wait; the answer is 429 then (frame.py).
WAIT = "wait"
METHODS = {
    "reauthenticate": gettext_lazy("Use your password"),
    "mfa_reauthenticate": gettext_lazy("Use your authenticator app or a recovery code"),
    "mfa_reauthenticate:webauthn": gettext_lazy("Use your passkey"),
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": gettext_lazy("This account is switched off."),
        "username_password_mismatch": NO_MATCH,
        "email_password_mismatch": NO_MATCH,
        "invalid_login": NO_MATCH,
        "enter_current_password": gettext_lazy("This is not your current password."),
        "incorrect_password": gettext_lazy("This is not your password."),
        "incorrect_code": gettext_lazy("This code is not right, or no longer."),
        "invalid_password_reset": gettext_lazy("This link does not work any more."),
        "rate_limited": gettext_lazy("Too many tries. Wait a minute and try again."),
        "too_many_login_attempts": gettext_lazy("Too many tries. Wait a minute and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return get_client_ip(request) or NO_ADDRESS

    def is_ajax(self, request: HttpRequest) -> bool:
        """Only the button of the passkeys asks by script; elsewhere everybody gets a page."""
        is_button: bool = request.path == reverse("mfa_login_webauthn") and super().is_ajax(request)
        return is_button

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse a try that comes too early; allauth's own limit would lock the account."""
        self.doors = self.doors_of(request, credentials)
        refuse_haste(knock(self.doors))

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        note_failure(self.account_of(credentials), "password")

    def _rollback_login_failed_rl_usage(self) -> None:
        """Called by allauth after the right password."""
        open_doors(self.doors)

    def doors_of(self, request: HttpRequest, credentials: dict[str, Any]) -> tuple[Door, Door]:
        """Name and address of one account are one door; so are all ways to write them."""
        found = self.account_of(credentials)
        name = found.get_username() if found is not None else _typed(credentials)
        own = door_of(request, found.pk) if found is not None else None
        return own or Door("account", name), address_door(self.get_client_ip(request))

    def account_of(self, credentials: dict[str, Any]) -> Any:
        return find_account(_typed(credentials))

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        """Refuse who is no member, or no longer, like accounts that are switched off."""
        if user.is_active and role_of(user) is None:
            from allauth.account.internal.stagekit import clear_login

            clear_login(request)
            return self.respond_user_inactive(request, user)
        response: HttpResponse | None = super().pre_login(request, user, **kwargs)
        return response

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **kwargs)
        know_browser(response, user.pk)
        note_login(request, user)
        if not has_factor(user) and not lacks_factor(user):
            messages.warning(request, _hint())
        return response

    def set_password(self, user: Any, password: str) -> None:
        set_password(user, password, super().set_password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Who logged in a moment ago need not do it again."""
        request = context.request
        records = get_authentication_records(request, request.user)
        limit = time.time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        return not records or records[-1]["at"] < limit

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        return [
            {**method, "description": METHODS.get(method["id"], method["description"])}
            for method in super().get_reauthentication_methods(user)
        ]


def refuse_haste(seconds: int) -> None:
    """Raise a `ValidationError` that says how many seconds to wait, if there are any."""
    if seconds:
        note_delay()
        raise ValidationError(
            ngettext(
                "Too many failed tries. Wait %(seconds)d second, then try again.",
                "Too many failed tries. Wait %(seconds)d seconds, then try again.",
                seconds,
            ),
            code=WAIT,
            params={"seconds": seconds},
        )


def _typed(credentials: dict[str, Any]) -> str:
    return credentials.get("username") or credentials.get("email") or ""


def _hint() -> str:
    return format_html(
        '{} <a href="{}">{}</a>',
        _("Your account is protected by a password only."),
        reverse("mfa_index"),
        _("Add a passkey or an authenticator app"),
    )
