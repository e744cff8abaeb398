"""Forms of owners, and the one form of who was invited."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from editorial.fields import languages
from editorial.models import MemberRole
from editorial.names import spoken

ROLES = (
    (MemberRole.OWNER, _("Owner: everything, and who belongs to the house")),
    (MemberRole.EDITOR, _("Editor: all content, publishing, deleting")),
    (MemberRole.TRANSLATOR, _("Translator: texts of certain languages, and publishing them")),
    (MemberRole.VIEWER, _("Viewer: looks at everything, changes nothing")),
)


def named_languages() -> list[tuple[str, str]]:
    return [(code, spoken(code)) for code in languages()]


class RoleForm(forms.Form):
    """What a member may do, and until when."""

    role = forms.ChoiceField(label=_("Role"), choices=ROLES, widget=forms.RadioSelect)
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        required=False,
        choices=named_languages,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The languages in which a translator may write."),
    )
    ends_on = forms.DateField(
        label=_("Last day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Empty for no end."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("role") != MemberRole.TRANSLATOR:
            data["languages"] = []
        elif not data.get("languages"):
            self.add_error("languages", _("Choose at least one language for a translator."))
        return data


class RenewForm(forms.Form):
    """The language of the mail with another link: it is stored nowhere."""

    mail_language = forms.ChoiceField(
        label=_("Language of the mail"),
        choices=named_languages,
        initial=get_language,
        widget=forms.Select({"aria-label": _("Language of the mail")}),
    )


class InviteForm(RoleForm):
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    mail_language = forms.ChoiceField(
        label=_("Language of the mail"), choices=named_languages, initial=get_language
    )
    field_order = ("email", "role", "languages", "ends_on", "mail_language")

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        known = get_user_model()._default_manager.filter(email__iexact=email).first()
        if known is not None:
            raise ValidationError(
                _("“%(name)s” has this address already. Choose the role in the list of members.")
                % {"name": known.get_username()}
            )
        return email

    def clean_ends_on(self) -> Any:
        day = self.cleaned_data["ends_on"]
        if day and day < timezone.localdate():
            raise ValidationError(_("This day has passed."))
        return day


class MemberForm(RoleForm):
    """A member as an owner changes it."""

    name = forms.CharField(label=_("Name"), max_length=150, required=False)
    email = forms.EmailField(label=_("E-mail address"), max_length=254, required=False)
    field_order = ("name", "email", "role", "languages", "ends_on")

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        others = get_user_model()._default_manager.exclude(pk=self.user.pk)
        if email and others.filter(email__iexact=email).exists():
            raise ValidationError(_("Another member has this address."))
        return email


class AcceptForm(forms.Form):
    """User name, name and password of who was invited."""

    username = UsernameField(
        label=_("User name"),
        max_length=150,
        validators=[
            RegexValidator(r"^[\w.+-]+\Z", _("Letters, digits and . + - _ are allowed, no spaces."))
        ],
        help_text=_("You log in with it, or with your e-mail address."),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        help_text=_("As your colleagues read it in the history."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        strip=False,
        help_text=_("At least ten characters; three or four words are good ones."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        self.email = email
        initial = {"username": free_name(email.partition("@")[0])}
        super().__init__(*args, **{"label_suffix": "", "initial": initial, **kwargs})

    def clean_username(self) -> str:
        username: str = self.cleaned_data["username"]
        if get_user_model()._default_manager.filter(username__iexact=username).exists():
            raise ValidationError(_("This user name is taken. Choose another."))
        return username

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        known = {key: data.get(key, "") for key in ("username",)}
        user = get_user_model()(email=self.email, first_name=data.get("name", ""), **known)
        if data.get("password"):
            try:
                validate_password(data["password"], user)
            except ValidationError as error:
                self.add_error("password", error)
        return data


def free_name(wanted: str) -> str:
    """Return a user name that is not taken, made of this one."""
    base = "".join(c for c in wanted if c.isalnum() or c in ".+-_")[:100] or "member"
    users = get_user_model()._default_manager
    name, number = base, 2
    while users.filter(username__iexact=name).exists():
        name, number = f"{base}{number}", number + 1
    return name
