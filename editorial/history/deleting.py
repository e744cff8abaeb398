"""Deleting in the admin: a record goes into the bin, anything else is gone."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.history.binning import put_in_bin
from editorial.history.relation_names import name_relations
from editorial.models import RecordModel
from editorial.using import say_use, uses_of


class BinDeletes:
    """Mixin of a ModelAdmin whose records can be brought back after deleting."""

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, Any, Any]:
        """Refuse to delete what is in use, and say where; the database would not mind all of it."""
        to_delete, counts, missing, protected = super().get_deleted_objects(objs, request)
        lines = [say_use(use) for use in uses_of(list(objs))]
        return to_delete, name_relations(counts), missing, lines or protected

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        if isinstance(obj, RecordModel):
            put_in_bin(obj, request.user)
        else:
            with transaction.atomic():
                note_deleted(obj)
                super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        if not issubclass(self.model, RecordModel):
            with transaction.atomic():
                for obj in queryset:
                    note_deleted(obj)
                super().delete_queryset(request, queryset)
            return
        for obj in queryset:
            put_in_bin(obj, request.user)

    def response_delete(self, request: HttpRequest, obj_display: str, obj_id: Any) -> Any:
        if "_popup" in request.POST or not issubclass(self.model, RecordModel):
            return super().response_delete(request, obj_display, obj_id)
        text = _("“%(name)s” is in the bin.") % {"name": obj_display}
        link = format_html('{} <a href="{}">{}</a>', text, reverse("desk_bin"), _("Open the bin"))
        self.message_user(request, link, messages.SUCCESS)
        info = f"{self.opts.app_label}_{self.opts.model_name}"
        return HttpResponseRedirect(reverse(f"admin:{info}_changelist"))


def note_deleted(obj: Any) -> None:
    """Note that a row without a bin goes; what it is called may name somebody, its number not."""
    note(Deed.DELETED, kind=obj._meta.label_lower, number=obj.pk)
