"""allauth's forms of names and passwords in our words; nothing too long, and wrong ones wait."""

from typing import Any

from allauth.account import forms as account
from allauth.core import context
from django import forms
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from desk.accounts.adapter import AccountAdapter, refuse_haste
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


NEW_PASSWORD = {"password1": _("New password"), "password2": _("New password, once more")}
