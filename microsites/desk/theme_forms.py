"""The form of a microsite's look. What cannot be read is refused, with what would do instead."""

from functools import partial
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from microsites.desk.colour_field import ColourField
from microsites.desk.fields import make_field
from microsites.models import Theme
from microsites.theming import font_choices
from microsites.theming.checking import find_better, find_mistakes
from microsites.theming.ready import HOUSE, resolve

GROUPS = (
    (_("Behind everything"), ("background_colour", "background_image", "background_mode")),
    (_("Under the texts"), ("surface_colour", "surface_opacity")),
    (_("Colours"), ("text_colour", "heading_colour", "link_colour", "accent_colour")),
    (_("Letters"), ("heading_font", "body_font")),
    (_("Form"), ("layout", "navigation", "width")),
)
FIELDS = tuple(name for _label, names in GROUPS for name in names)
FONTS = ("heading_font", "body_font")


def make_look_field(column: Any, **kwargs: Any) -> Any:
    if column.name.endswith("_colour"):
        label, help_text = capfirst(column.verbose_name), column.help_text
        return ColourField(
            HOUSE[column.name], label=label, help_text=help_text, required=False,
            max_length=20, validators=column.validators[:1],
        )  # fmt: skip
    if column.name in FONTS:
        label, help_text = capfirst(column.verbose_name), column.help_text
        choices = partial(_fonts, HOUSE[column.name])
        return forms.ChoiceField(choices=choices, label=label, help_text=help_text, required=False)
    return make_field(column, **kwargs)


def _fonts(usual: str) -> list[tuple[str, str]]:
    fonts = font_choices()
    return [("", gettext("The usual: %(font)s") % {"font": dict(fonts)[usual]}), *fonts]


class ThemeForm(forms.ModelForm):
    """A look. `wanted` is what was chosen, `better` what would have to differ to be readable."""

    wanted: dict[str, Any] = {}
    better: dict[str, Any] = {}

    class Meta:
        model = Theme
        fields = FIELDS
        formfield_callback = make_look_field

    @property
    def groups(self) -> list[tuple[Any, list[Any]]]:
        return [(label, [self[name] for name in names]) for label, names in GROUPS]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self.wanted = said(data)
        if self.errors:
            return data
        for field, mistake in find_mistakes(self.wanted).items():
            self.add_error(field, mistake)
        if self.errors:
            self.better = find_better(resolve(self.wanted))
        return data

    @property
    def proposals(self) -> list[tuple[Any, str, Any]]:
        """Return (label, field, value) of everything that would make the look readable."""
        return [(self.fields[name].label, name, value) for name, value in self.better.items()]

    @property
    def take_all(self) -> str:
        """Return all proposals together, as the button of the page sends them."""
        return ",".join(f"{name}={value}" for name, value in self.better.items())


def said(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values that somebody chose; what is empty means the usual."""
    return {name: value for name, value in values.items() if value not in (None, "")}


def take_proposals(data: Any, proposals: str) -> Any:
    """Return what was sent with the proposed values ("field=value,…") put in."""
    taken = data.copy()
    for pair in proposals.split(","):
        name, _equals, value = pair.partition("=")
        if name in FIELDS:
            taken[name] = value
    return taken
