"""Rows of a form at the price of those that are there.

For every table Django makes form classes, an empty row and its HTML anew at each look, though they
depend on the editor's role and language alone. They are kept in the process; with `DEBUG` they are
made anew, so that a changed template shows.
"""

from collections.abc import Callable, Hashable, Iterator
from itertools import islice
from typing import Any, TypeVar

from django import forms
from django.conf import settings
from django.contrib.admin.helpers import InlineAdminFormSet
from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.admin.widgets import AutocompleteMixin
from django.utils.translation import get_language

from editorial.rights import languages_of, role_of

T = TypeVar("T")
Look = tuple[Hashable, ...]
_made: dict[Look, Any] = {}


def make_once(key: Look, make: Callable[[], T]) -> T:
    if settings.DEBUG:
        return make()
    if key not in _made:
        _made[key] = make()
    found: T = _made[key]
    return found


def look_of(user: Any) -> Look:
    """Return what rows without content depend on, beside the table they stand in."""
    return get_language(), role_of(user), tuple(languages_of(user))


class SparingRows:
    """For an admin; stands before Django's class."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        if "fields" not in kwargs:
            return super().get_form(request, obj, change=change, **kwargs)
        read = tuple(self.get_readonly_fields(request, obj))
        rights = change and self.has_change_permission(request, obj)
        key = (type(self), kwargs.get("form"), tuple(kwargs["fields"]), read, change, rights)
        make = super().get_form
        return make_once(
            (*key, *look_of(request.user)), lambda: make(request, obj, change=change, **kwargs)
        )

    def get_inline_instances(self, request, obj=None):
        """Return the tables that the user may see; Django's copies every widget for each."""
        look = look_of(request.user)
        shown = []
        for table in self.get_inlines(request, obj):
            key = (type(self), table, "table", *look)
            inline = make_once(key, lambda made=table: made(self.model, self.admin_site))
            may_add = inline.has_add_permission(request, obj)
            if not may_add:
                inline.max_num = 0
            if may_add or inline.has_view_or_change_permission(request, obj):
                shown.append(inline)
        return shown

    def get_formsets_with_inlines(self, request, obj=None):
        look = look_of(request.user)
        for inline in self.get_inline_instances(request, obj):
            if not getattr(inline, "row_fields", ()):
                yield inline.get_formset(request, obj), inline
                continue
            key = (type(self), type(inline), obj is None, *look)
            yield make_once(key, lambda i=inline: i.get_formset(request, obj)), inline

    def get_inline_formsets(self, request, formsets, inline_instances, obj=None):
        look = look_of(request.user)
        groups = super().get_inline_formsets(request, formsets, inline_instances, obj)
        return [ShownRows(group, look) for group in groups]


class ShownRows(InlineAdminFormSet):
    """One table of a form, about to be shown."""

    def __init__(self, group: InlineAdminFormSet, look: Look) -> None:
        vars(self).update(vars(group))
        rights = (group.has_add_permission, group.has_change_permission,
                  group.has_delete_permission, group.has_view_permission)  # fmt: skip
        names = (type(group.model_admin), type(group.opts), group.formset.prefix)
        # A table may have a column only where it is needed.
        fields = tuple(flatten_fieldsets(group.fieldsets))
        self.key: Look = (*names, fields, *rights, group.formset.max_num, *look)

    @property
    def media(self) -> forms.Media:
        """All rows need the same, whether there are any or not."""
        return make_once((*self.key, "media"), lambda: super(ShownRows, self).media)

    @property
    def lists_rows(self) -> bool:
        """A choice among rows of the database is as long as they are many, and changes."""
        return any(
            isinstance(field, forms.ModelChoiceField)
            and not isinstance(getattr(field.widget, "widget", field.widget), AutocompleteMixin)
            for field in self.formset.empty_form.fields.values()
        )

    def __iter__(self) -> Iterator[Any]:
        """Yield the rows that are there.

        Django's yields the row that new ones are made of, too, and makes it for that: in a form of
        many tables a sixth of the time, for a look at prepopulated fields that no row has.
        """
        return islice(super().__iter__(), len(self.formset.forms))

    def pattern(self) -> Any:
        """Return the row that new ones are made of."""
        *_standing, found = super().__iter__()
        return found

    def show(self, is_last: bool, render: Callable[[], str]) -> str:
        """Return the table's HTML, which without rows is the same in every record."""
        if self.formset.is_bound or self.formset.forms:
            return render()
        return self._show_kept("table", is_last, render)

    def show_pattern(self, render: Callable[[], str]) -> str:
        """Return the HTML of the row that new ones are made of: it knows of no record."""
        return self._show_kept("pattern", False, render)

    def _show_kept(self, what: str, is_last: bool, render: Callable[[], str]) -> str:
        key = (*self.key, what, is_last)
        return render() if key not in _made and self.lists_rows else make_once(key, render)
