"""allauth's forms in our words, and with a delay after wrong codes instead of a lock."""

from typing import Any

from allauth.account import forms as account
from allauth.core import context
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
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from desk.accounts.adapter import AccountAdapter, refuse_haste
from desk.accounts.codes import use_up
from desk.accounts.delays import Door, address_door, knock, open_doors
from desk.accounts.resetting import ask_for_reset


def call(form: forms.BaseForm, **labels: Any) -> None:
    """Give fields their labels; placeholders repeat them and vanish when somebody types."""
    for name, field in form.fields.items():
        field.label = labels.get(name, field.label)
        field.widget.attrs.pop("placeholder", None)
        field.label_suffix = ""


# Longer ones are no name, address or password of anybody, but work for database and hasher.
LONGEST_NAME = 254
LONGEST_PASSWORD = 1024


def bound_lengths(form: forms.BaseForm) -> None:
    """Refuse at the field what is too long; the browser is not told, it would cut a password."""
    for name, field in form.fields.items():
        longest = LONGEST_PASSWORD if "password" in name else LONGEST_NAME
        field.validators.append(MaxLengthValidator(longest))


class LoginForm(account.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bound_lengths(self)
        call(self, login=_("User name or e-mail address"), password=_("Password"))
        self.fields["password"].help_text = ""
        self.fields["login"].widget.attrs.update(
            {
                "autocomplete": "username webauthn",
                "autocapitalize": "none",
                "autofocus": True,
                "spellcheck": "false",
            }
        )

    def add_prefix(self, field_name: str) -> str:
        """Call the first field what password managers, and Django's own login, call it."""
        return super().add_prefix("username" if field_name == "login" else field_name)


class ReauthenticateForm(account.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bound_lengths(self)
        call(self, password=_("Password"))
        self.fields["password"].help_text = ""


class ChangePasswordForm(account.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bound_lengths(self)
        call(self, oldpassword=_("Current password"), **NEW_PASSWORD)
        self.fields["oldpassword"].help_text = ""

    def clean_oldpassword(self) -> str:
        """Who found a desk unlocked guesses no faster here than at the login."""
        name = {"username": self.user.get_username()}
        doors = AccountAdapter().doors_of(context.request, name)
        refuse_haste(knock(doors))
        password: str = super().clean_oldpassword()
        open_doors(doors)
        return password


class SetPasswordForm(account.SetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bound_lengths(self)
        call(self, **NEW_PASSWORD)


class ResetPasswordForm(account.ResetPasswordForm):
    """Whoever asks, for whatever address: the same work, the same answer, the same limits."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bound_lengths(self)
        call(self, email=_("E-mail address"))

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        address = AccountAdapter().get_client_ip(context.request)
        refuse_haste(knock([Door("mail", email), address_door(address, "mails")]))
        return email

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        email: str = self.cleaned_data["email"]
        ask_for_reset(email)
        return email


class ResetPasswordKeyForm(account.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bound_lengths(self)
        call(self, **NEW_PASSWORD)


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


NEW_PASSWORD = {"password1": _("New password"), "password2": _("New password, once more")}
