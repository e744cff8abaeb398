"""What a form that was filled in from a draft holds beyond what is saved: marked and listed."""

from collections.abc import Iterable, Iterator
from typing import Any

from editorial.admin.errors import ErrorLine, capital, target_of

# Fields that hold something unsaved have this attribute: style sheet and tabs look for it.
MARK = "data-typed"


def mark_typed(form: Any, formsets: Iterable[Any]) -> list[ErrorLine]:
    """Mark every field that differs from what is saved; return where they are, without messages."""
    lines = list(_of_form(form, ""))
    for admin_formset in formsets:
        title = capital(admin_formset.opts.verbose_name)
        for number, row in enumerate(admin_formset.formset.forms):
            place = f"{title} {number + 1}"
            found = list(_of_form(row, place))
            if found and row not in admin_formset.formset.initial_forms:
                # Of a new row everything is new: one line leads there.
                found = [ErrorLine(place, "", found[0].target)]
            lines += found
    return lines


def _of_form(form: Any, title: str) -> Iterator[ErrorLine]:
    for name in form.changed_data:
        field = form[name]
        if field.is_hidden:
            continue
        field.field.widget.attrs[MARK] = ""
        label = capital(field.label)
        yield ErrorLine(f"{title}, {label}" if title else label, "", target_of(field))
