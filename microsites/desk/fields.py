"""How the columns of a microsite are asked for: languages side by side, pickers, days, phases."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from editorial.admin.form_moments import DayField
from editorial.admin.pickers import Picker
from editorial.form_fields import ProseField
from editorial.names import spoken
from microsites.choices import PhaseKey

# Pickers complete a name; of these a film has so few that a list shows them all.
LISTED = frozenset({"trailer", "file", "page"})
LONG = frozenset({"text"})


class PhasesField(forms.MultipleChoiceField):
    """Phases of a film's life, ticked; none ticked is always."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, encoder: Any = None, decoder: Any = None, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "choices": PhaseKey.choices, "required": False})

    def clean(self, value: Any) -> list[str]:
        chosen = set(super().clean(value))
        return [key for key in PhaseKey.values if key in chosen]


class CountryField(forms.CharField):
    """An ISO code in whatever letters it was typed."""

    def to_python(self, value: Any) -> str:
        return super().to_python(value).upper()


def make_field(column: models.Field[Any, Any], **kwargs: Any) -> Any:
    """Return the form field of a column; for `modelform_factory`."""
    if isinstance(column, models.JSONField):
        return column.formfield(form_class=PhasesField, **kwargs)
    if isinstance(column, models.ForeignKey) and column.name not in LISTED:
        kwargs["widget"] = Picker(column, admin.site)
    elif isinstance(column, models.TextField):
        kwargs |= {"form_class": ProseField, "widget": forms.Textarea({"rows": 6})}
    elif isinstance(column, models.DateField):
        day = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        kwargs |= {"form_class": DayField, "widget": day}
    elif isinstance(column, models.URLField):
        kwargs |= {"assume_scheme": "https", "widget": forms.URLInput({"placeholder": "https://"})}
    elif column.name == "country":
        kwargs["form_class"] = CountryField
    elif column.name == "background_colour":
        kwargs["widget"] = forms.TextInput({"placeholder": "#1a2b3c", "size": 8})
    field: Any = column.formfield(**kwargs)
    field.label = capfirst(field.label)
    if language := getattr(column, "language", ""):
        field.widget.attrs["lang"] = language
        name = capfirst(column.translated_field.verbose_name)  # type: ignore[attr-defined]
        field.label = f"{name} ({spoken(language)})"
    return field


def check_days(first: Any, last: Any) -> None:
    """Raise ValidationError if the last day lies before the first."""
    if first and last and last < first:
        raise ValidationError(_("The last day lies before the first."))
