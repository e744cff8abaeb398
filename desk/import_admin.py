"""Imports to look at, each with its report, and the page on which one is undone."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from desk.models import ImportRun
from desk.undoing import undo_import
from editorial.admin.listings import ReadOnlyAdmin
from editorial.rights import Act, may

# A report of thousands of lines is read in the file that --report writes.
SHOWN_LINES = 200


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    list_display = ("started_at", "folder", "user", "created", "updated", "problems", "undone_at")
    list_select_related = ("user",)
    change_form_template = "admin/desk/import_run.html"

    @admin.display(description=gettext_lazy("created"))
    def created(self, run):
        return run.counts.get("created", 0)

    @admin.display(description=gettext_lazy("updated"))
    def updated(self, run):
        return run.counts.get("updated", 0)

    @admin.display(description=gettext_lazy("problems"))
    def problems(self, run):
        return run.counts.get("problems", 0)

    def get_urls(self):
        view = self.admin_site.admin_view(undo_view)
        return [path("<int:pk>/undo/", view, name="desk_undo_import"), *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        run = self.get_object(request, object_id)
        context = report_context(run, request) if run is not None else {}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | context)


def report_context(run: ImportRun, request: HttpRequest) -> dict:
    """Return what the page of a run shows beside its fields."""
    groups = [run.report.get(name, []) for name in ("films", "pages", "others")]
    items = [item for group in groups for item in group]
    told = [item for item in items if item["problems"] or item["status"] != "unchanged"]
    return {
        "run": run,
        "items": told[:SHOWN_LINES],
        "hidden": max(0, len(told) - SHOWN_LINES),
        "unplaced": run.report.get("problems", [])[:SHOWN_LINES],
        "hints": run.report.get("proposals", []),
        "may_undo": run.undone_at is None and may(request.user, Act.EDIT),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def undo_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then take the import back."""
    if not may(request.user, Act.EDIT):
        raise PermissionDenied
    run = get_object_or_404(ImportRun, pk=pk)
    page = reverse("admin:desk_importrun_change", args=[pk])
    if request.method != "POST":
        context = {
            **admin.site.each_context(request),
            "title": _("Undo this import?"),
            "opts": ImportRun._meta,
            "run": run,
            "new": run.entries.filter(is_new=True).count(),
            "changed": run.entries.filter(is_new=False).count(),
        }
        return TemplateResponse(request, "admin/desk/undo_import.html", context)
    try:
        done = undo_import(run, request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return HttpResponseRedirect(page)
    text = _("The import is undone. Deleted: %(deleted)d, restored: %(restored)d.")
    messages.success(request, text % {"deleted": done.deleted, "restored": done.restored})
    for line in done.kept:
        messages.warning(request, _("Kept: %(what)s") % {"what": line})
    return HttpResponseRedirect(page)
