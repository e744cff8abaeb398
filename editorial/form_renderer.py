"""Simple fields of forms as text put together: the same to the letter as Django's templates.

A film's form has some 450 fields, and a template with two more inside for each, and for each
choice, was a third of the time that it took.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.formats import localize
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString

FOLDER = "django/forms/widgets/"
INPUTS = (
    "checkbox", "color", "date", "datetime", "email", "file", "hidden", "input", "number",
    "password", "search", "tel", "text", "time", "url",
)  # fmt: skip
Widget = Mapping[str, Any]


class FormRenderer(DjangoTemplates):
    """Writes simple fields itself and leaves the others to their templates."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        write = WRITERS.get(template_name)
        if write is None:
            return super().render(template_name, context, request)
        text = write(context["widget"])
        return super().render(template_name, context, request) if text is None else text


def input_of(widget: Widget) -> str:
    value = widget["value"]
    said = "" if value is None else f' value="{_formatted(value)}"'
    named = f'type="{_shown(widget["type"])}" name="{_shown(widget["name"])}"'
    return f"<input {named}{said}{_attributes(widget)}>"


def textarea(widget: Widget) -> str:
    text = _shown(widget["value"]) if widget["value"] else ""
    return f'<textarea name="{_shown(widget["name"])}"{_attributes(widget)}>\n{text}</textarea>'


def select(widget: Widget) -> str | None:
    """Return None where a choice has a template of its own."""
    groups = widget["optgroups"]
    options = [option for _name, choices, _index in groups for option in choices]
    if any(option["template_name"] != OPTION for option in options):
        return None
    body = "".join(_group(name, choices) for name, choices, _index in groups)
    return f'<select name="{_shown(widget["name"])}"{_attributes(widget)}>{body}\n</select>'


def _group(name: Any, choices: Iterable[Widget]) -> str:
    options = "".join(f"\n  {_option(choice)}" for choice in choices)
    if not name:
        return options
    return f'\n  <optgroup label="{_shown(name)}">{options}\n  </optgroup>'


def _option(choice: Widget) -> str:
    facts = f'value="{_formatted(choice["value"])}"{_attributes(choice)}'
    return f"<option {facts}>{_shown(choice['label'])}</option>\n"


def _attributes(widget: Widget) -> str:
    return "".join(
        f" {_shown(name)}" if value is True else f' {_shown(name)}="{_formatted(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def _formatted(value: Any) -> str:
    """Return what the filter `stringformat` shows."""
    return value if isinstance(value, SafeString) else escape(f"{value}")


def _shown(value: Any) -> str:
    return conditional_escape(value if isinstance(value, str) else str(localize(value)))


OPTION = f"{FOLDER}select_option.html"
WRITERS: dict[str, Callable[[Widget], str | None]] = {
    f"{FOLDER}textarea.html": textarea,
    f"{FOLDER}select.html": select,
    **{f"{FOLDER}{name}.html": input_of for name in INPUTS},
}
