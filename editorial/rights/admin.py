"""Forms cut down to what a role may write: everything stays in sight, own texts alone are fields.

`editorial.rights.bounds` holds the same law behind every door; this is its face.
"""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.db import models
from django.utils.text import capfirst

from editorial.admin.worded_fields import worded
from editorial.fields import column, languages, translated_fields
from editorial.names import spoken
from editorial.rights.roles import Act, languages_of, may


def is_bound(user: Any) -> bool:
    """Tell whether a user may not write everything."""
    return not may(user, Act.EDIT)


def own_columns(model: type[models.Model], user: Any) -> frozenset[str]:
    """Return the columns of a model that hold the user's languages."""
    codes = languages_of(user)
    return frozenset(column(name, code) for name in translated_fields(model) for code in codes)


class OwnFields:
    """A form that has lost every field but the `own` ones, whatever put it there."""

    own: frozenset[str] = frozenset()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in [name for name in self.fields if name not in self.own]:
            del self.fields[name]

    def add_error(self, field, error):
        """Say what is wrong with a field that is not there above the form."""
        if hasattr(error, "error_dict"):
            for name, errors in error.error_dict.items():
                self.add_error(None if name == NON_FIELD_ERRORS else name, ValidationError(errors))
            return
        super().add_error(field if field in self.fields else None, error)


def cut_form(form: type[Any], model: type[models.Model], user: Any) -> type[Any]:
    """Return the form class as this user may fill it in."""
    if not is_bound(user):
        return form
    return type(form)(form.__name__, (OwnFields, form), {"own": own_columns(model, user)})


class RightsMixin:
    """Forms and rows of an admin that follow the role of who looks at them."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return cut_form(form, self.model, request.user)

    def cut_down(self, request, context) -> None:
        """Show as text what this user may not write, and nothing that only an editor fills in."""
        if not is_bound(request.user):
            return
        show_only(context["adminform"], self)
        for rows in context["inline_admin_formsets"]:
            show_only(rows, rows.opts)


class RowRightsMixin:
    """Rows whose forms follow the role of who looks at them."""

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form = cut_form(formset.form, self.model, request.user)
        return formset


def show_only(shown: Any, options: Any) -> None:
    """Cut an admin form or formset, which has `fieldsets` and `readonly_fields`, down."""
    form = shown.form if hasattr(shown, "form") else shown.formset.empty_form
    own = set(form.fields)
    form._meta.labels = {**(form._meta.labels or {}), **labels_of(options.model)}
    fieldsets = []
    for title, facts in shown.fieldsets:
        names = [kept for name in facts["fields"] if (kept := _kept(name, own, options))]
        if names:
            shown_names = [_worded(name, own, options.model) for name in names]
            fieldsets.append((title, {**facts, "fields": shown_names}))
    shown.fieldsets = fieldsets
    named = [name for _title, facts in fieldsets for name in _flat(facts["fields"])]
    shown.readonly_fields = [name for name in named if name not in own]


def labels_of(model: type[models.Model]) -> dict[str, str]:
    """Return the label of each language column: what a form calls it, not “title [en]”."""
    return {
        column(name, code): f"{capfirst(model._meta.get_field(name).verbose_name)} ({spoken(code)})"
        for name in translated_fields(model)
        for code in languages()
    }


def _flat(names) -> list[str]:
    return [n for name in names for n in (name if isinstance(name, list | tuple) else [name])]


def _kept(name: Any, own: set[str], options: Any) -> Any:
    """Return the name, or the names of a line, of what can be shown; None if nothing can."""
    if isinstance(name, list | tuple):
        return tuple(n for n in name if _kept(n, own, options)) or None
    return name if name in own or _can_be_shown(name, options) else None


def _worded(name: Any, own: set[str], model: type[models.Model]) -> Any:
    """Return the name, or the names of a line, with what is only looked at said in words."""
    if isinstance(name, list | tuple):
        return tuple(_worded(n, own, model) for n in name)
    return name if name in own else worded(model, name)


def _can_be_shown(name: str, options: Any) -> bool:
    if callable(name) or hasattr(options, name):
        return True
    try:
        options.model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
