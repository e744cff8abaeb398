"""Two or more records side by side: which stays, and whose value in each field."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from editorial.rights import Act, may
from people.looking_up import find_names
from people.merging.folding import find_twins
from people.merging.merge import CannotMerge, merge_records, versions_of
from people.merging.page import describe_row, make_columns, make_lines, merged_fields

MOST = 6


@require_http_methods(["GET", "HEAD", "POST"])
def merge_view(request: HttpRequest, model: Any) -> HttpResponse:
    if not may(request.user, Act.EDIT):
        raise PermissionDenied
    records = _records(model, request.GET.getlist("ids"))
    if request.method == "POST" and "merge" in request.POST and len(records) > 1:
        if answer := _merge(request, model, records, _kept(request, records)):
            return answer
        # As they are now, not as they would have been merged.
        records = _records(model, request.GET.getlist("ids"))
    if not records:
        messages.warning(request, _("Choose at least two people, or two companies."))
        return HttpResponseRedirect(_list_url(model))
    context = _context(request, model, records, _kept(request, records))
    return TemplateResponse(request, "admin/people/merge.html", context)


def _records(model: Any, ids: list[str]) -> list[Any]:
    numbers = [int(i) for i in ",".join(ids).split(",") if i.isascii() and i.isdigit()
               and len(i) < 19][:MOST]  # fmt: skip
    found = model.objects.select_related("record").in_bulk(numbers)
    return [found[number] for number in dict.fromkeys(numbers) if number in found]


def _kept(request: HttpRequest, records: list[Any]) -> Any:
    asked = request.POST.get("kept") or request.GET.get("kept")
    return next((row for row in records if str(row.pk) == asked), records[0])


def _chosen(request: HttpRequest, model: Any) -> dict[str, int]:
    chosen = {}
    for name, _label, _code in merged_fields(model):
        sent = request.POST.get(f"field-{name}", "")
        if sent.isascii() and sent.isdigit() and len(sent) < 19:
            chosen[name] = int(sent)
    return chosen


def _merge(request: HttpRequest, model: Any, records: list[Any], kept: Any) -> HttpResponse | None:
    by_pk = {row.pk: row for row in records}
    values = {
        name: getattr(by_pk[pk], name)
        for name, pk in _chosen(request, model).items()
        if pk in by_pk
    }
    others = [row for row in records if row.pk != kept.pk]
    try:
        merging = merge_records(
            kept, others, values, request.user, "keeps_spelling" in request.POST,
            request.POST.get("versions", ""),
        )  # fmt: skip
    except CannotMerge as error:
        messages.error(request, " ".join(error.messages))
        return None
    messages.success(
        request,
        format_html(
            '{}. <a href="{}">{}</a>',
            _("Merged into %(name)s") % {"name": kept},
            reverse("people_unmerge", args=[merging.pk]),
            _("Take apart again"),
        ),
    )
    meta = model._meta
    name = f"admin:{meta.app_label}_{meta.model_name}_change"
    return HttpResponseRedirect(reverse(name, args=[kept.pk]))


def _context(request: HttpRequest, model: Any, records: list[Any], kept: Any) -> dict[str, Any]:
    others = [row for row in records if row.pk != kept.pk]
    asked = request.GET.get("q", "")
    near = find_names(asked or kept.name, model.kind, most=12)
    candidates = model.objects.in_bulk([pk for pk in near if pk not in {r.pk for r in records}])
    return {
        **admin.site.each_context(request),
        "title": _("Merge"),
        "opts": model._meta,
        "records": records,
        "kept": kept,
        "columns": make_columns(records),
        "lines": make_lines(records, kept, _chosen(request, model)),
        "twins": [(twin.owner, describe_row(twin.kept)) for twin in find_twins(kept, others)],
        "versions": versions_of(records),
        "ids": ",".join(str(row.pk) for row in records),
        "candidates": [candidates[pk] for pk in near if pk in candidates],
        "asked": asked,
        "can_add": len(records) < MOST,
        "list_url": _list_url(model),
    }


def _list_url(model: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
