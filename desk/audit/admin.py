"""The audit log in the admin: owners read it, filter it and take it along; nobody writes."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from desk.audit.reading import columns, door_name, named, rows, thing
from desk.data_out.writing import write_csv
from editorial.admin.listings import ReadOnlyAdmin
from editorial.audit.deeds import Deed, deed_name
from editorial.audit.noting import note
from editorial.models import AuditEntry

NOBODY = "-"


class DeedFilter(admin.SimpleListFilter):
    title = _("what")
    parameter_name = "deed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return Deed.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(deed=self.value()) if self.value() else queryset


class WhoFilter(admin.SimpleListFilter):
    title = _("who")
    parameter_name = "who"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        users = get_user_model()._default_manager.order_by("username")
        names = users.values_list("username", flat=True)
        return [(NOBODY, _("nobody who is logged in")), *((name, name) for name in names)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        return queryset.filter(who="" if self.value() == NOBODY else self.value())


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnlyAdmin):
    list_display = ("at", "who", "what", "of_what", "language", "detail", "address", "way")
    list_display_links = None
    list_filter = (DeedFilter, WhoFilter)
    date_hierarchy = "at"
    search_fields = ("who", "key", "today", "detail", "address")
    search_help_text = _("Who, key of the record, details or network")
    show_full_result_count = False
    empty_text = _("Logins, rights, links, publications, exports and deletions are noted here.")
    fields = ("at", "who", "what", "of_what", "language", "detail", "address", "way", "kept_until")

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(require_safe(self.export))
        return [path("export/", view, name="desk_audit_export"), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[AuditEntry]:
        return named(super().get_queryset(request))

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        extra_context = {"empty_text": self.empty_text, **(extra_context or {})}
        return super().changelist_view(request, extra_context)

    def export(self, request: HttpRequest) -> HttpResponseBase:
        """Send what the list shows with the same search and filters, all its pages, as CSV."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            found = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:
            return HttpResponseRedirect(reverse("admin:editorial_auditentry_changelist"))
        if request.method == "GET":
            note(Deed.EXPORTED, kind="audit")
        language = translation.get_language() or "en"

        def pieces() -> Any:
            # Read while it is sent, when the request's own language is no longer active.
            with translation.override(language):
                yield from write_csv(columns(), rows(found), ",")

        response = StreamingHttpResponse(pieces(), content_type="text/csv; charset=utf-8")
        name = f"audit-{timezone.localdate():%Y-%m-%d}.csv"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    @admin.display(description=_("what"), ordering="deed")
    def what(self, entry: AuditEntry) -> str:
        return deed_name(entry.deed)

    @admin.display(description=_("of what"))
    def of_what(self, entry: AuditEntry) -> str:
        return thing(entry)

    @admin.display(description=_("by which way"), ordering="door")
    def way(self, entry: AuditEntry) -> str:
        return door_name(entry)
