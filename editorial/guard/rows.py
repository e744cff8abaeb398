"""Rows of a form by their identifier, not by their place in it.

A row that stands in the table under its uuid is changed, any other is new and gets that uuid: the
same form sent twice, or upon what another editor has saved meanwhile, doubles nothing.
"""

from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid4, uuid5

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.formsets import BaseFormSet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from editorial.guard.choices import show_known

NAME = "uuid"
GONE = "_gone"


class IdentifierField(forms.UUIDField):
    """The hidden identifier of a row; by itself it makes no row worth saving."""

    widget = forms.HiddenInput(attrs={"data-row-uuid": "", "autocomplete": "off"})

    def has_changed(self, initial, data):
        return False


def has_uuid(model: type[models.Model]) -> bool:
    return any(field.name == NAME for field in model._meta.concrete_fields)


class RowsByUuid:
    """For an inline formset of a model with `uuid`; stands before Django's class."""

    def add_fields(self, form: Any, index):
        super().add_fields(form, index)
        form.fields.pop(self.model._meta.pk.name, None)
        # The row that new ones are made of has none, and names no owner: it is the same everywhere.
        is_pattern = index is None
        initial = None if is_pattern else form.instance.uuid
        form.fields[NAME] = IdentifierField(required=False, initial=initial)
        if is_pattern and self.fk.name in form.fields:
            form.fields[self.fk.name].initial = None
        show_known(form)
        # Django's templates print the field of the primary key in every row: now it is this one.
        self._pk_field = self.model._meta.get_field(NAME)

    @cached_property
    def empty_form(self):
        """Return the row that new ones are made of. Django makes one each time it is asked."""
        return super().empty_form

    def is_multipart(self):
        fields = self.form.base_fields.values()
        return any(field.widget.needs_multipart_form for field in fields)

    def _construct_form(self, i, **kwargs):
        row = self._row_at(i)
        if row is not None:
            kwargs["instance"] = row
        elif self.is_bound:
            kwargs["instance"] = self.model(uuid=self._uuids[i])
        form = BaseFormSet._construct_form(self, i, **kwargs)
        form.empty_permitted = row is None and i >= self.min_num
        form.is_row = row is not None
        setattr(form.instance, self.fk.attname, self.instance.pk)
        return form

    def _row_at(self, i):
        if self.is_bound:
            return self._rows.get(self._uuids[i])
        known = list(self._rows.values())
        return known[i] if i < len(known) else None

    @cached_property
    def _rows(self):
        """The rows of this owner that the form may change."""
        return {row.uuid: row for row in super().get_queryset()}

    @cached_property
    def _uuids(self):
        """What was sent, one a form; a form without one, or with that of another, gets its own."""
        by_pk = {str(row.pk): uuid for uuid, row in self._rows.items()}
        found = []
        for i in range(self.total_form_count()):
            prefix = self.add_prefix(i)
            posted = self.data.get
            uuid = read_uuid(posted(f"{prefix}-{NAME}")) or by_pk.get(posted(f"{prefix}-id"))
            if uuid is None:
                uuid = uuid4()
            elif uuid in found:
                # Sent again it must be the same, or a row would be doubled after all.
                uuid = uuid5(NAMESPACE_OID, f"{uuid} {i}")
            found.append(uuid)
        return found

    @property
    def initial_forms(self):
        return [form for form in self.forms if form.is_row]

    @property
    def extra_forms(self):
        return [form for form in self.forms if not form.is_row]

    def get_queryset(self):
        """Return the rows; for a form that was sent, in the order of its forms."""
        if self.is_bound and "forms" in self.__dict__:
            return [form.instance for form in self.initial_forms]
        if self.queryset.query.is_empty():
            return []  # Django would compile its query several times
        return super().get_queryset()

    def save_existing_objects(self, commit=True):
        """Save; and delete the rows that this form added by itself and then took out again."""
        saved = super().save_existing_objects(commit)
        gone = {read_uuid(text) for text in self.data.getlist(GONE)} - set(self._uuids)
        for row in self._rows.values() if self.can_delete else ():
            if row.uuid in gone:
                self.deleted_objects.append(row)
                self.delete_existing(row, commit=commit)
        return saved

    def clean(self):
        super().clean()
        new = [form.instance.uuid for form in self.extra_forms if form.has_changed()]
        model = self.model
        if new and model._base_manager.filter(**{f"{NAME}__in": new}).exists():
            raise ValidationError(_("A row of this form belongs to another record."))


def read_uuid(text: Any) -> UUID | None:
    try:
        return UUID(str(text)) if text else None
    except ValueError:
        return None


def identify_rows(formset: type[Any]) -> type[Any]:
    """Return the formset class with rows by uuid, if its rows have one."""
    if not has_uuid(formset.model):
        return formset
    return type(formset.__name__, (RowsByUuid, formset), {})
