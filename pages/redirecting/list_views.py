"""A list of redirects comes in, is looked at and taken; all of them go out as CSV."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from assets.fields import ReadUpload
from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.changes import change
from editorial.rights import Act, may
from pages.models import Redirect
from pages.redirecting.following import load_rules
from pages.redirecting.listing import old_address, read_list, write_list
from pages.redirecting.loading import Plan, apply_plan, make_plan

MAX_BYTES = 2 * 1024 * 1024
MOST_SHOWN = 200


class ListForm(forms.Form):
    """A file or pasted lines, one of the two."""

    file = ReadUpload(
        label=gettext_lazy("CSV file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,text/csv"}),
    )
    text = forms.CharField(
        label=gettext_lazy("or lines to paste"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "cols": 80, "spellcheck": "false"}),
    )

    def clean(self):
        cleaned = super().clean()
        if "file" in self.errors:
            return cleaned
        upload = cleaned.get("file")
        if upload is not None:
            if upload.size > MAX_BYTES:
                text = _("The file is too large: %(n)d MB at most.")
                raise forms.ValidationError(text % {"n": MAX_BYTES // 1024 // 1024})
            cleaned["text"] = read_text(upload.read())
        if not (cleaned.get("text") or "").strip():
            raise forms.ValidationError(_("Choose a file or paste lines."))
        return cleaned


def read_text(data: bytes) -> str:
    """Return the text of a file: UTF-8, or what table programs on Windows write."""
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"):
        try:
            return data.decode(encoding).replace("\x00", "")
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace").replace("\x00", "")


@require_http_methods(["GET", "HEAD", "POST"])
def import_view(request: HttpRequest) -> HttpResponse:
    """Ask for a list, show what it would change, take it."""
    if not may(request.user, Act.EDIT):
        raise PermissionDenied
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        context = {"title": _("Read redirects from a list"), "form": form}
        status = 400 if request.method == "POST" else 200
        return _page(request, "pages/redirect_list.html", context, status)
    text = form.cleaned_data["text"]
    plan = make_plan(*read_list(text))
    if "apply" not in request.POST:
        return _page(request, "pages/redirect_list_plan.html", plan_context(plan, text))
    with change(request.user, _("Redirects read from a list")):
        # What stands here may have changed since the list was looked at.
        plan = make_plan(*read_list(text))
        apply_plan(plan)
        note(Deed.IMPORTED, kind="redirects")
    _tell(request, plan)
    return HttpResponseRedirect(reverse("admin:pages_redirect_changelist"))


def plan_context(plan: Plan, text: str) -> dict:
    return {
        "title": _("What the list changes"),
        "plan": plan,
        "text": text,
        "new": [(old_address(rule), rule.new_path) for rule in plan.new[:MOST_SHOWN]],
        "changed": [
            (old_address(rule), former, rule.new_path) for rule, former in plan.changed[:MOST_SHOWN]
        ],
        "problems": plan.problems[:MOST_SHOWN],
        "most_shown": MOST_SHOWN,
    }


def _tell(request: HttpRequest, plan: Plan) -> None:
    count = len(plan.new) + len(plan.changed)
    text = ngettext("One redirect was taken.", "%(n)d redirects were taken.", count)
    messages.success(request, text % {"n": count})
    if plan.problems:
        count = len(plan.problems)
        text = ngettext("One line was left out.", "%(n)d lines were left out.", count)
        messages.warning(request, text % {"n": count})


@require_safe
def export_view(request: HttpRequest) -> HttpResponse:
    """All redirects as CSV, which the import takes back."""
    if not may(request.user, Act.VIEW):
        raise PermissionDenied
    if request.method == "GET":
        note(Deed.EXPORTED, kind="redirects")
    response = HttpResponse(write_list(load_rules()), content_type="text/csv; charset=utf-8")
    name = f"redirects-{timezone.localdate():%Y-%m-%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(request: HttpRequest, template: str, context: dict, status: int = 200) -> HttpResponse:
    full = {**admin.site.each_context(request), "opts": Redirect._meta, **context}
    return TemplateResponse(request, f"admin/{template}", full, status=status)
