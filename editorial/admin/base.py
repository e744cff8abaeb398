"""Base classes of the admin: side-by-side languages, and the one door around every write."""

from functools import cache
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminSplitDateTime, RelatedFieldWidgetWrapper
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.admin.actions import HeldActions
from editorial.admin.errors import error_lines
from editorial.admin.form_moments import DayField, MomentField
from editorial.admin.order import OrderedRows
from editorial.admin.pickers import Pickers
from editorial.admin.rows import SparingRows
from editorial.admin.tabs import TabNames, make_tabs
from editorial.changes import change
from editorial.documents import canonical
from editorial.fields import column, languages, translated_fields
from editorial.form_fields import LanguageCodesField, ListField, ProseField
from editorial.guard.admin import GuardedForms
from editorial.guard.choices import known_rows, references_of
from editorial.guard.rows import identify_rows
from editorial.history.deleting import BinDeletes
from editorial.history.pages import HistoryPages
from editorial.models import RecordModel
from editorial.names import spoken
from editorial.rights.admin import RightsMixin, RowRightsMixin
from editorial.translating.forms import TranslatingForms
from editorial.using import current_publications

Fieldsets = tuple[tuple[Any, dict[str, Any]], ...]


def expand(model: type[models.Model], names) -> list:
    """Replace each translated field by its language columns, side by side."""
    translated = set(translated_fields(model))
    expanded: list[Any] = []
    for name in names:
        if isinstance(name, list | tuple):
            expanded.append(tuple(name))
        elif name in translated:
            expanded.append(tuple(column(name, language) for language in languages()))
        else:
            expanded.append(name)
    return expanded


def flat(names) -> list[str]:
    return [n for name in names for n in (name if isinstance(name, list | tuple) else [name])]


class QuietLabels:
    """A form whose labels stand above their fields, where no colon is needed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"label_suffix": "", **kwargs})


@cache
def without_colons(form: type[Any]) -> type[Any]:
    return type(form.__name__, (QuietLabels, form), {})


class LanguageFieldsMixin(Pickers):
    """Language columns get a language mark for spell checkers and screen readers."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, models.TextField):
            kwargs.setdefault("form_class", ProseField)
        if isinstance(db_field, models.JSONField):
            is_codes = db_field.name.endswith("_languages")
            kwargs.setdefault("form_class", LanguageCodesField if is_codes else ListField)
        if isinstance(db_field, models.DateField):
            is_moment = isinstance(db_field, models.DateTimeField)
            kwargs.setdefault("form_class", MomentField if is_moment else DayField)
        if isinstance(db_field, models.URLField):
            kwargs.setdefault("assume_scheme", "https")
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        language = getattr(db_field, "language", "")
        if field is not None and language:
            field.widget.attrs["lang"] = language
            name = db_field.translated_field.verbose_name
            field.label = f"{str(name)[:1].upper()}{str(name)[1:]} ({spoken(language)})"
        if field is not None and isinstance(field.widget, AdminSplitDateTime):
            # One label cannot be tied to two fields.
            for widget, part in zip(field.widget.widgets, (_("date"), _("time")), strict=True):
                widget.attrs["aria-label"] = f"{field.label}: {part}"
        if field is not None and isinstance(field.widget, forms.Textarea):
            is_short = db_field.name.startswith(SHORT_TEXTS)
            is_long = db_field.name.startswith(LONG_TEXTS)
            field.widget.attrs["rows"] = 3 if is_short else 14 if is_long else 6
        return field


LONG_TEXTS = (
    "synopsis_long",
    "body",
    "biography",
    "production_notes",
    "directors_statement",
    "interview",
)
SHORT_TEXTS = ("logline", "internal_notes", "address", "short_biography", "translation", "text")


class EditorialAdmin(
    GuardedForms,
    TranslatingForms,
    HistoryPages,
    BinDeletes,
    RightsMixin,
    LanguageFieldsMixin,
    SparingRows,
    HeldActions,
    admin.ModelAdmin,
):
    """An admin whose every view writes through `change()`.

    The door stands around whole views, because inlines are saved after the main row.
    """

    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    # A form with tabs says which; see `admin_tabs`. `empty_text` is the next step of an empty list.
    tabs: TabNames = ()
    empty_text: Any = ""

    def get_fieldsets(self, request, obj=None) -> Fieldsets:
        fieldsets = super().get_fieldsets(request, obj)
        return tuple(
            (name, {**options, "fields": expand(self.model, options["fields"])})
            for name, options in fieldsets
        )

    def get_form(self, request, obj=None, change=False, **kwargs):
        kwargs.setdefault("form", without_colons(self.form))
        return super().get_form(request, obj, change=change, **kwargs)

    def render_change_form(self, request, context, *args, **kwargs):
        self.cut_down(request, context)
        formsets = context["inline_admin_formsets"]
        context["error_lines"] = error_lines(context["adminform"].form, formsets)
        names = self.get_tabs(request)
        if names and kwargs.get("change") and not context.get("is_popup"):
            links = self.tab_links(request, kwargs.get("obj"))
            context["tabs"] = make_tabs(names, context["adminform"], formsets, links)
        return super().render_change_form(request, context, *args, **kwargs)

    def get_tabs(self, request) -> TabNames:
        return self.tabs

    def tab_links(self, request, obj) -> dict[str, list[Any]]:
        """Return, by tab, the pages of its own: (label, rows that stand only there, address)."""
        return {}

    def changelist_view(self, request, extra_context=None):
        extra_context = {"empty_text": self.empty_text, **(extra_context or {})}
        if request.method != "POST":
            return super().changelist_view(request, extra_context)
        with change(request.user, _("Changed in the list")):
            return super().changelist_view(request, extra_context)

    def delete_view(self, request, object_id, extra_context=None):
        if request.method != "POST":
            return super().delete_view(request, object_id, extra_context)
        with change(request.user, _("Deleted")):
            return super().delete_view(request, object_id, extra_context)

    def get_deleted_objects(self, objs, request):
        """Refuse to delete what a live or scheduled publication still names, too, and list it."""
        to_delete, counts, missing, protected = super().get_deleted_objects(objs, request)
        for title in sorted(named_by(objs)):
            protected.append(_("%(title)s, as published") % {"title": title})
        return to_delete, counts, missing, protected


class VocabularyAdmin(EditorialAdmin):
    """A vocabulary; documents name its rows by their key, which is therefore given once."""

    def get_readonly_fields(self, request, obj=None):
        return ("key",) if obj else ()


def named_by(objs) -> set[str]:
    """Return the keys of the records whose current publications name these rows.

    Editions, venues and files are no records and have no references: the documents are read,
    which is slow but rare.
    """
    rows = [obj for obj in objs if not isinstance(obj, RecordModel) and hasattr(obj, "uuid")]
    uuids = [str(row.uuid) for row in rows]
    if not uuids:
        return set()
    current = current_publications().filter(language="").select_related("record")
    texts = ((publication.record.key, canonical(publication.parts)) for publication in current)
    return {key for key, text in texts if any(uuid in text for uuid in uuids)}


class RowInlineMixin(RowRightsMixin, LanguageFieldsMixin):
    """Rows of a record, in their order, each with its languages."""

    extra = 0
    show_change_link = False
    row_fields: tuple[Any, ...] = ()
    # What is needed seldom: folded away in a stack.
    row_more: tuple[Any, ...] = ()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            # Two buttons beside a field of a row are enough: change it, add one.
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        shown = getattr(request, "shown", None)
        if request.method == "GET" and known_rows(shown, self.model) == []:
            return rows.none()
        return rows.select_related(*references_of(self.model, self.parent_model))

    def get_fields(self, request, obj=None):
        if not self.row_fields:
            return super().get_fields(request, obj)
        expanded = expand(self.model, self.row_fields)
        return flat(expanded) if isinstance(self, admin.TabularInline) else expanded

    def get_formset(self, request, obj=None, **kwargs):
        kwargs.setdefault("fields", flat(expand(self.model, (*self.row_fields, *self.row_more))))
        kwargs.setdefault("form", without_colons(self.form))
        formset = super().get_formset(request, obj, **kwargs)
        formset = identify_rows(formset)
        if not any(field.name == "position" for field in self.model._meta.concrete_fields):
            return formset
        return type(formset.__name__, (OrderedRows, formset), {})


class SpokenRows:
    """Rows of a table: a column's head is not tied to its inputs, so each says it itself."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            if field.label and not field.widget.is_hidden:
                field.widget.attrs.setdefault("aria-label", str(field.label))


class RowTable(RowInlineMixin, admin.TabularInline):
    template = "admin/rows/table.html"

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        return type(formset.__name__, (SpokenRows, formset), {})


class RowStack(RowInlineMixin, admin.StackedInline):
    template = "admin/rows/stack.html"

    def get_fieldsets(self, request, obj=None):
        first = (None, {"fields": self.get_fields(request, obj)})
        if not self.row_more:
            return [first]
        more = {"classes": ("collapse",), "fields": expand(self.model, self.row_more)}
        return [first, (_("More"), more)]
