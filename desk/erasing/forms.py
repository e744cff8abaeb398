"""What an editor decides before a person is erased."""

from django import forms
from django.utils.translation import gettext_lazy as _

from desk.erasing.report import ErasureOptions
from desk.erasing.spelling import fold


class ErasureForm(forms.Form):
    """Way, history, and the name typed as a confirmation."""

    mode = forms.ChoiceField(
        label=_("What happens to the credits"),
        choices=[
            ("erase", _("Erase: the credits go with the person")),
            ("anonymise", _("Anonymise: role and part stay, “Name withheld” stands for the name")),
        ],
        initial="erase",
        widget=forms.RadioSelect,
        help_text=_("In both cases everything else that is stored about the person goes."),
    )
    is_redacting = forms.BooleanField(
        label=_("Blank the name in old texts, too"),
        required=False,
        help_text=_("In revisions and in what is no longer live, “[…]” takes its place."),
    )
    confirmation = forms.CharField(
        label=_("Type the person's name to confirm"),
        required=False,
        max_length=200,
        help_text=_("It cannot be undone."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args, name: str, is_final: bool = False, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.name, self.is_final = name, is_final

    def clean_confirmation(self):
        typed = self.cleaned_data["confirmation"]
        if self.is_final and fold(typed) != fold(self.name):
            raise forms.ValidationError(
                _("This is not the name “%(name)s”. Nothing was changed."),
                params={"name": self.name},
            )
        return typed

    def options(self, user, is_dry_run: bool) -> ErasureOptions:
        return ErasureOptions(
            is_anonymous=self.cleaned_data["mode"] == "anonymise",
            is_redacting=self.cleaned_data["is_redacting"],
            is_dry_run=is_dry_run,
            user=user,
        )
