"""Form fields that speak the editor's way of writing."""

from babel import Locale, UnknownLocaleError
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from editorial.prose import check_markdown


class ProseField(forms.CharField):
    """Markdown as it is pasted: a stray NUL is dropped, what would stall a page is refused.

    Browsers send CRLF at the end of a line; texts have LF, or every save would be a change.
    """

    default_validators = [check_markdown]

    def to_python(self, value):
        if isinstance(value, str):
            value = value.replace("\x00", "").replace("\r\n", "\n")
        return super().to_python(value)

    def has_changed(self, initial, data):
        return super().has_changed(initial, self.to_python(data))


class ListField(forms.CharField):
    """A list of names, one a line."""

    separator = "\n"
    widget = forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})

    def __init__(self, *args, encoder=None, decoder=None, **kwargs):
        super().__init__(*args, **kwargs)

    def prepare_value(self, value):
        return self.separator.join(value) if isinstance(value, list) else value

    def to_python(self, value):
        if isinstance(value, list):
            return value
        return [word.strip() for word in self.split(value or "") if word.strip()]

    def split(self, value: str) -> list[str]:
        return value.splitlines()

    def has_changed(self, initial, data):
        return self.to_python(initial) != self.to_python(data)


class LanguageCodesField(ListField):
    """A list of languages as ISO 639 codes, with commas between them: ru, kk."""

    separator = ", "
    widget = forms.TextInput

    def split(self, value: str) -> list[str]:
        return value.replace(";", ",").replace("\n", ",").split(",")

    def validate(self, value):
        super().validate(value)
        for code in value:
            try:
                Locale.parse(code, sep="-")
            except (UnknownLocaleError, ValueError):
                raise ValidationError(
                    _("“%(code)s” is no language code. Write them like this: ru, kk.")
                    % {"code": code[:20]}
                ) from None
