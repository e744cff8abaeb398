"""Everything that keeps a form from being saved, in one list with the fields it leads to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import MultiWidget


@dataclass(frozen=True)
class ErrorLine:
    """`target` is the id of the field or section on the page."""

    label: str
    message: str
    target: str


def error_lines(form: Any, formsets: Iterable[Any]) -> list[ErrorLine]:
    """Return the errors of a form and of its rows, in the order of the page."""
    lines = list(_of_form(form, "", ""))
    for admin_formset in formsets:
        formset, names = admin_formset.formset, admin_formset.opts
        if not formset.is_bound:
            continue
        heading = f"{formset.prefix}-heading"
        title = capital(names.verbose_name_plural)
        lines += [ErrorLine(title, str(e), heading) for e in formset.non_form_errors()]
        for number, row in enumerate(formset.forms):
            title = f"{capital(names.verbose_name)} {number + 1}"
            lines += _of_form(row, title, f"{formset.prefix}-{number}")
    return lines


def _of_form(form: Any, title: str, place: str) -> Iterator[ErrorLine]:
    if not form.is_bound:
        return
    for name, errors in form.errors.items():
        for message in errors:
            if name == NON_FIELD_ERRORS:
                yield ErrorLine(title or "–", str(message), place)
                continue
            field = form[name]
            label = capital(field.label)
            shown = f"{title}, {label}" if title else label
            yield ErrorLine(shown, str(message), target_of(field))


def target_of(field: Any) -> str:
    """Return the id of a bound field on the page: of its first part, if it has several."""
    if isinstance(field.field.widget, MultiWidget):
        return f"{field.auto_id}_0"
    return str(field.id_for_label or field.auto_id)


def capital(text: Any) -> str:
    return f"{str(text)[:1].upper()}{str(text)[1:]}"
