"""allauth's forms of second factors in our words: a code works once, and wrong ones wait."""

from typing import Any

from allauth.mfa.base import forms as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.utils.translation import gettext_lazy as _

from desk.accounts.adapter import AccountAdapter, refuse_haste
from desk.accounts.codes import use_up
from desk.accounts.delays import Door, knock, open_doors
from desk.accounts.forms import call


class DelayedCodeForm(forms.Form):
    """A wrong code makes the next one wait: six digits are guessed in a million tries."""

    user: Any
    authenticator: Authenticator

    def clean_code(self) -> str:
        doors = [Door("factor", str(self.user.pk))]
        refuse_haste(knock(doors))
        code: str = super().clean_code()  # type: ignore[misc]
        is_app = self.authenticator.type == Authenticator.Type.TOTP
        if is_app and not use_up(self.authenticator, code):
            self._emit_authentication_failed(self.authenticator)  # type: ignore[attr-defined]
            raise AccountAdapter().validation_error("incorrect_code")
        open_doors(doors)
        return code


class AuthenticateForm(DelayedCodeForm, mfa.AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        call(self, code=_("Code of the app, or a recovery code"))


class ReauthenticateCodeForm(DelayedCodeForm, mfa.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        call(self, code=_("Code of the app, or a recovery code"))


class ActivateAppForm(ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        call(self, code=_("Code that the app shows now"))
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


# What the libraries behind raise at half a character, a missing key, ten thousand brackets.
JUNK = (LookupError, UnicodeError, RecursionError, AttributeError, TypeError)


class JunkRefused(forms.Form):
    """What no browser says of a passkey is a wrong passkey."""

    def _clean_fields(self) -> None:
        try:
            super()._clean_fields()  # type: ignore[misc]
        except JUNK:
            self._refuse()

    def _clean_form(self) -> None:
        try:
            super()._clean_form()  # type: ignore[misc]
        except JUNK:
            self._refuse()

    def _refuse(self) -> None:
        self.add_error("credential", AccountAdapter.error_messages["incorrect_code"])
        # The page would read it once more, to show it.
        self.data = {**self.data.dict(), self.add_prefix("credential"): "null"}


class LoginPasskeyForm(JunkRefused, LoginWebAuthnForm):
    """The form of the button “Log in with a passkey”."""


class AuthenticatePasskeyForm(JunkRefused, AuthenticateWebAuthnForm):
    """The second step by passkey."""


class ReauthenticatePasskeyForm(JunkRefused, ReauthenticateWebAuthnForm):
    """“Is it you?”, answered by passkey."""


class AddPasskeyForm(JunkRefused, AddWebAuthnForm):
    """Only passkeys: a key that knows who you are is a login and a second factor at once."""

    passwordless = forms.BooleanField(
        label=_("Log in without a password"),
        initial=True,
        required=False,
        help_text=_(
            "The device asks for a fingerprint, a face or a PIN instead. Without the tick, the key "
            "is asked for after the password."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        call(self, name=_("Name"))
        self.fields["name"].help_text = _("By which you recognise the device, such as “Phone”.")
        self.fields["name"].max_length = 80


class RenamePasskeyForm(EditWebAuthnForm):
    name = forms.CharField(label=_("Name"), max_length=80)
