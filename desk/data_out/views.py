"""The page of data: tables to download, the open file, its schema."""

from tempfile import TemporaryFile
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from desk.data_out.choosing import CSV, MOST, TableForm, chosen_films
from desk.data_out.schemas import SCHEMAS
from desk.data_out.site import count_films, write_site
from desk.data_out.tables import TABLES, Table
from desk.data_out.writing import write_csv, write_xlsx
from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.rights import Act, may

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
INVALID = 422


def require_editor(user: Any) -> None:
    """Raise `PermissionDenied` for whoever does not edit: a table takes everything along."""
    if not may(user, Act.EDIT):
        raise PermissionDenied


def note_export(request: HttpRequest, kind: str, name: str = "", language: str = "") -> None:
    """Note an export before its first byte leaves; who only asks for headers takes nothing."""
    if request.method == "GET":
        note(Deed.EXPORTED, kind=kind, language=language, detail=name)


@require_safe
def show_page(request: HttpRequest) -> HttpResponse:
    require_editor(request.user)
    return _page(request, TableForm(chosen=request.GET.get("films", "")))


def _page(request: HttpRequest, form: TableForm) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": _("Data"),
        "form": form,
        "count": count_films(),
        "schemas": [(f"{name}.schema.json", reverse("schema", args=[name])) for name in SCHEMAS],
    }
    status = INVALID if form.is_bound else 200
    return TemplateResponse(request, "admin/data_out/page.html", context, status=status)


@require_safe
def send_table(request: HttpRequest) -> HttpResponseBase:
    """Send a table; a question that cannot be answered is shown again with what is wrong."""
    require_editor(request.user)
    form = TableForm(request.GET)
    if not form.is_valid():
        return _page(request, form)
    asked = form.cleaned_data
    table = TABLES[asked["table"]]
    name = f"{table.key}-{asked['language']}-{timezone.localdate():%Y-%m-%d}.{asked['format']}"
    films, language = chosen_films(asked["films"]), asked["language"]
    note_export(request, "table", name, language)
    if asked["format"] == CSV:
        return _send_csv(table, films, language, form.separator_sign(), name)
    file = TemporaryFile()  # noqa: SIM115 (the answer closes it)
    with translation.override(language):
        write_xlsx(table.columns(), table.rows(films, language), str(table.title), file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX_TYPE)


def _send_csv(
    table: Table, films: Any, language: str, separator: str, name: str
) -> StreamingHttpResponse:
    def pieces() -> Any:
        # Read while it is sent, when the request's own language is no longer active.
        with translation.override(language):
            yield from write_csv(table.columns(), table.rows(films, language), separator)

    response = StreamingHttpResponse(pieces(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def send_site(request: HttpRequest) -> HttpResponseBase:
    """Send all that is live as one file, film by film as it is read."""
    require_editor(request.user)
    note_export(request, "site")
    pieces = (piece.encode() for piece in write_site())
    response = StreamingHttpResponse(pieces, content_type="application/json; charset=utf-8")
    name = f"site-{timezone.localdate():%Y-%m-%d}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@admin.action(description=gettext_lazy("Download data"))
def choose_films(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    """Lead from the list of films to the page, with the chosen ones."""
    numbers = queryset.order_by("pk").values_list("pk", flat=True)[:MOST]
    words = ",".join(str(pk) for pk in numbers)
    return HttpResponseRedirect(f"{reverse('data_out')}?films={words}")
