"""A colour as text beside the browser's own picker: either may be used, with and without script."""

import re
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

SHORT = re.compile(r"#?([0-9a-f])([0-9a-f])([0-9a-f])\Z")
LONG = re.compile(r"#?([0-9a-f]{6})\Z")


def read_colour(text: str) -> str:
    """Return `#rrggbb` for what people write: `#ABC`, `1A2B3C`. Anything else as it is."""
    typed = text.strip().lower()
    if found := SHORT.match(typed):
        return "#" + "".join(digit * 2 for digit in found.groups())
    if found := LONG.match(typed):
        return f"#{found[1]}"
    return typed


class ColourInput(forms.TextInput):
    """Text and picker; `usual` is the colour that an empty text means.

    The picker always has a colour, so it only counts if it was moved and the text was not. Both
    are compared with the text that the page was made with, which is sent along.
    """

    input_type = "text"

    def __init__(self, usual: str, attrs: dict[str, Any] | None = None) -> None:
        shown = {"size": 9, "placeholder": usual, "spellcheck": "false", "autocomplete": "off"}
        super().__init__({**shown, **(attrs or {})})
        self.usual = usual

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        text = read_colour(data.get(name) or "")
        was, picked = (data.get(f"{name}-{part}", "") for part in ("was", "pick"))
        is_typed = text != read_colour(was)
        is_picked = LONG.match(picked) and picked != self._shown(was)
        return picked if is_picked and not is_typed else text

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data

    def _shown(self, value: str) -> str:
        colour = read_colour(value or "")
        return colour if LONG.match(colour) else self.usual

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        text = super().render(name, value, {**(attrs or {}), "data-colour": ""}, renderer)
        return format_html(
            '<span class="colour-field">{}'
            '<input type="color" name="{}-pick" value="{}" aria-label="{}" data-pick>'
            '<input type="hidden" name="{}-was" value="{}"></span>',
            text, name, self._shown(value), _("Choose by eye"), name, value or "",
        )  # fmt: skip


class ColourField(forms.CharField):
    """`#rrggbb`, or empty for the usual colour."""

    def __init__(self, usual: str, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "widget": ColourInput(usual)})

    def to_python(self, value: Any) -> str:
        return read_colour(super().to_python(value))
