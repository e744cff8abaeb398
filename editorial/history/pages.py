"""The history of a record in the admin: look, compare, name, restore."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from editorial.documents import document_of
from editorial.history.differences import differences
from editorial.history.fitting import fit
from editorial.history.listing import list_revisions
from editorial.history.restoring import CannotRestore, Restored, restore_revision
from editorial.history.states import DESK, choices, find_state, label_of
from editorial.history.titles import title_of
from editorial.models import Record, RecordModel, Revision
from editorial.publishing.overview import desk_documents
from editorial.rights import Act, may


class HistoryPages:
    """Mixin of a ModelAdmin: a record's history takes the place of Django's log of actions."""

    def get_urls(self):
        if not issubclass(self.model, RecordModel):
            return super().get_urls()
        wrap = self.admin_site.admin_view
        pages = [
            ("history/compare/", "compare", require_safe(self.compare_view)),
            ("history/<int:revision_id>/restore/", "restore", self.restore_view),
            ("history/<int:revision_id>/name/", "name_revision", require_POST(self.name_view)),
        ]
        return [
            path(f"<int:object_id>/{address}", wrap(view), name=self._history_name(name))
            for address, name, view in pages
        ] + super().get_urls()

    def history_view(self, request: HttpRequest, object_id: Any, extra_context: Any = None) -> Any:
        if not issubclass(self.model, RecordModel):
            return super().history_view(request, object_id, extra_context)
        obj = self._history_record(request, object_id)
        lines, page = list_revisions(obj.record, request.GET.get("p"))
        return self._history_page(
            request,
            obj,
            "history",
            title=_("History"),
            lines=lines,
            page=page,
            page_range=page.paginator.get_elided_page_range(page.number),
        )

    def compare_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Show what differs between two states; by default the last revision and the desk."""
        obj = self._history_record(request, object_id)
        values = (request.GET.get("from", ""), request.GET.get("to", DESK))
        before, after = (find_state(obj.record, value) for value in values)
        if (values[0] and before is None) or after is None:
            raise Http404
        found = None
        if before is not None:
            codes = before.languages or after.languages
            found = differences(before.document, after.document, codes)
        return self._history_page(
            request,
            obj,
            "compare",
            title=_("Compare"),
            before=before,
            after=after,
            choices=choices(obj.record, values),
            differences=found,
        )

    def restore_view(self, request: HttpRequest, object_id: int, revision_id: int) -> HttpResponse:
        """Show what a restore would change, and do it when the editor confirms."""
        obj = self._history_record(request, object_id)
        if not may(request.user, Act.EDIT):
            raise PermissionDenied
        revision = self._history_revision(obj.record, revision_id)
        if request.method == "POST":
            return self._history_restore(request, obj, revision)
        fitted = fit(obj.record, revision.document)
        returning = desk_documents([record.pk for record in fitted.returning])
        return self._history_page(
            request,
            obj,
            "restore",
            title=_("Restore"),
            revision=revision,
            label=label_of(revision),
            differences=differences(document_of(obj.record), fitted.document),
            returning=[title_of(document) for document in returning.values()],
            left_out=fitted.left_out,
            kept=fitted.kept,
        )

    def name_view(self, request: HttpRequest, object_id: int, revision_id: int) -> HttpResponse:
        """Give a revision a name, which keeps it for ever; without one it is like the others."""
        obj = self._history_record(request, object_id)
        if not may(request.user, Act.EDIT):
            raise PermissionDenied
        revision = self._history_revision(obj.record, revision_id)
        revision.name = " ".join(request.POST.get("name", "").split())[:80].strip()
        revision.save(update_fields=["name"])
        text = _("Named: “%(name)s”. It is kept for ever.") if revision.name else _("Name removed.")
        messages.success(request, text % {"name": revision.name})
        return HttpResponseRedirect(self._history_url("history", obj.pk))

    def _history_restore(self, request: HttpRequest, obj: Any, revision: Revision) -> HttpResponse:
        mine = Revision.objects.filter(record=obj.pk, line=Revision.Line.DESK)
        former = mine.values_list("pk", flat=True).first()
        try:
            restored = restore_revision(revision, request.user)
        except CannotRestore as error:
            messages.error(request, " ".join(error.messages))
            return HttpResponseRedirect(self._history_url("history", obj.pk))
        text = _("Restored: %(label)s.") % {"label": label_of(revision)}
        undo = self._history_url("restore", obj.pk, former)
        messages.success(
            request, format_html('{} <a href="{}">{}</a>', text, undo, _("Undo this restore"))
        )
        tell_restored(request, restored)
        return HttpResponseRedirect(self._history_url("change", obj.pk))

    def _history_record(self, request: HttpRequest, object_id: Any) -> Any:
        if not may(request.user, Act.VIEW):
            raise PermissionDenied
        obj = self.get_object(request, str(object_id))
        if obj is None:
            raise Http404
        return obj

    def _history_revision(self, record: Record, revision_id: int) -> Revision:
        revision = Revision.objects.filter(record=record, pk=revision_id).first()
        if revision is None:
            raise Http404
        return revision

    def _history_page(
        self, request: HttpRequest, obj: Any, name: str, **context: Any
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": obj,
            "may_edit": may(request.user, Act.EDIT),
            "history_url": self._history_url("history", obj.pk),
            "compare_url": self._history_url("compare", obj.pk),
            "form_url": self._history_url("change", obj.pk),
            **context,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, f"admin/history/{name}.html", context)

    def _history_name(self, name: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{name}"

    def _history_url(self, name: str, *args: Any) -> str:
        return reverse(f"admin:{self._history_name(name)}", args=args)


def tell_restored(request: HttpRequest, restored: Restored) -> None:
    """Name what came back along with a record, and what could not."""
    texts = (
        (messages.INFO, _("Came back with it: %(names)s."), restored.returned),
        (
            messages.WARNING,
            _("Left out, because it is gone for good: %(names)s."),
            restored.left_out,
        ),
        (messages.WARNING, _("Stays, because it is in use: %(names)s."), restored.kept),
    )
    for level, text, names in texts:
        if names:
            shown = Truncator("; ".join(names)).chars(1000)
            messages.add_message(request, level, text % {"names": shown})
