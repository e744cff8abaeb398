"""Doors for an agency: texts go out as XLIFF, come back, are looked at, and then written."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from assets.room import NoRoom, refuse_lost
from desk.cockpit.items import Group, pictures_in, screens_of
from desk.cockpit.matrix import find_records, read_question
from desk.cockpit.records import as_uuid, titles_of
from desk.cockpit.saving import Saved
from desk.cockpit.xliff import Unit, XliffError
from desk.cockpit.xliff_planning import Line, Plan, carry_out, count_written, plan_import
from desk.cockpit.xliff_reading import MAX_BYTES, read_xliff
from desk.cockpit.xliff_writing import write_xliff
from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.fields import languages
from editorial.models import Record
from editorial.rights import Act, languages_of, may
from editorial.translating.states import OPEN

AT_ONCE = 100
SALT = "desk.cockpit.xliff"
MAX_AGE = 24 * 60 * 60  # seconds between looking at a file and writing it
MOST_RECORDS = 500  # that one address names
MOST_SHOWN = 1000  # texts of each kind on the page; a browser chokes on fifty thousand
TITLES = (
    (Plan.WRITE, gettext_lazy("Will be written")),
    (Plan.CONFIRM, gettext_lazy("Will be noted as still correct")),
    (Plan.STALE, gettext_lazy("The source has changed since the export")),
    (Plan.CONFLICT, gettext_lazy("Changed on the desk since the export: stays as it is")),
    (Plan.PROBLEM, gettext_lazy("Cannot be used")),
    (Plan.UNCHANGED, gettext_lazy("Unchanged")),
    (Plan.EMPTY, gettext_lazy("Not translated yet")),
)
# These are only counted.
QUIET = (Plan.UNCHANGED, Plan.EMPTY)


@require_safe
def export_view(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Texts of the named records, or of those that a filter finds, in one language."""
    language = request.GET.get("language", "")
    if not may(request.user, Act.VIEW):
        raise PermissionDenied
    if language not in languages():
        raise Http404
    if not may(request.user, Act.EXPORT, language):
        raise PermissionDenied
    state = read_question(request.GET, []).state
    if request.method == "GET":
        note(Deed.EXPORTED, kind="translations", language=language)
    screens = chosen_screens(request.GET, language, state)
    response = StreamingHttpResponse(write_xliff(screens), content_type="application/x-xliff+xml")
    name = f"lichtspiel-{language}-{timezone.localdate():%Y-%m-%d}.xlf"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def chosen_screens(params: Any, language: str, state: str) -> Iterator[tuple[str, list[Group]]]:
    """Yield title and texts of each record that has some; a named film with its pictures."""
    named = [uuid for text in params.getlist("record")[:MOST_RECORDS] if (uuid := as_uuid(text))]
    if params.getlist("record"):
        found = list(Record.objects.filter(uuid__in=named, binned_at=None).order_by("pk"))
        found += [image.record for image in pictures_in(found)]
        # A picture may be named itself, too; no text stands in a file twice.
        records = list({record.pk: record for record in found}.values())
    else:
        records = list(find_records(read_question(params, [])))
    for start in range(0, len(records), AT_ONCE):
        part = records[start : start + AT_ONCE]
        titles = titles_of(part)
        for record, groups in screens_of(part, language):
            kept = [Group(g.title, tuple(i for i in g.items if fits(i, state))) for g in groups]
            if any(group.items for group in kept):
                yield titles.get(record.pk, record.key), kept


def fits(item: Any, state: str) -> bool:
    return state == "all" or item.look == state or (state == "open" and item.state.look in OPEN)


@require_http_methods(["GET", "HEAD", "POST"])
def import_view(request: HttpRequest) -> HttpResponse:
    """Ask for a file, show what it would change, write it."""
    if not languages_of(request.user):
        raise PermissionDenied
    if "plan" in request.POST:
        return write(request)
    error = ""
    if request.method == "POST":
        units, error = _read_units(request.FILES.get("file"))
        if not error:
            return preview(request, units)
    context = {
        **admin.site.each_context(request),
        "title": _("Read translations from a file"),
        "error": error,
        "limit": MAX_BYTES // 1024 // 1024,
    }
    status = 400 if error else 200
    return TemplateResponse(request, "desk/cockpit/import.html", context, status=status)


def _read_units(upload: UploadedFile | None) -> tuple[list[Unit], str]:
    """Return what the file holds, or why it cannot be taken."""
    if upload is None:
        return [], _("Choose a file.")
    if (upload.size or 0) > MAX_BYTES:
        text = _("The file is too large: %(n)d MB at most.")
        return [], text % {"n": MAX_BYTES // 1024 // 1024}
    try:
        refuse_lost(upload)
        return read_xliff(upload.read()), ""
    except NoRoom as problem:
        return [], " ".join(problem.messages)
    except XliffError as problem:
        return [], str(problem)


def preview(request: HttpRequest, units: list[Unit]) -> HttpResponse:
    lines = plan_import(units, request.user)
    # What is wrong with many texts is said once.
    lines.sort(key=lambda line: line.message)
    useful = [line.unit for line in lines if line.plan in (Plan.WRITE, Plan.CONFIRM, Plan.STALE)]
    context = {
        **admin.site.each_context(request),
        "title": _("What the file changes"),
        "groups": [(plan, title, found, plan in QUIET) for plan, title in TITLES
                   if (found := [line for line in lines if line.plan is plan])],
        "most_shown": MOST_SHOWN,
        "plan": pack(useful, request.user),
        "count": sum(line.plan in (Plan.WRITE, Plan.CONFIRM) for line in lines),
        "stale": sum(line.plan is Plan.STALE for line in lines),
        "is_empty": not lines,
    }  # fmt: skip
    return TemplateResponse(request, "desk/cockpit/import_preview.html", context)


def write(request: HttpRequest) -> HttpResponse:
    """Write what was shown; what has changed on the desk since then is told and left."""
    units = unpack(request.POST["plan"], request.user)
    if units is None:
        messages.error(request, _("This page was too old. Choose the file once more."))
        return HttpResponseRedirect(request.path)
    lines = plan_import(units, request.user)
    with transaction.atomic():
        saved = carry_out(lines, set(request.POST.getlist("take")), request.user)
        note(Deed.IMPORTED, kind="translations")
    count = count_written(saved)
    text = ngettext("One text is saved.", "%(n)d texts are saved.", count)
    messages.success(request, text % {"n": count})
    if saved.confirmed:
        text = ngettext(
            "One text is noted as still correct.",
            "%(n)d texts are noted as still correct.",
            len(saved.confirmed),
        )
        messages.success(request, text % {"n": len(saved.confirmed)})
    for line in left_out(lines, saved):
        messages.warning(request, line)
    return HttpResponseRedirect(reverse("translations"))


def left_out(lines: list[Line], saved: Saved) -> list[str]:
    """Return a line for each text that could not be written after all."""
    told = []
    for line in lines:
        name = f"{line.title}: {line.item.label}" if line.item else line.unit.id
        outcome = saved.outcomes.get(line.unit.id)
        if line.plan is Plan.CONFLICT or (outcome and outcome.result == "conflict"):
            told.append(_("%s: changed on the desk meanwhile, left as it is.") % name)
        elif outcome and outcome.message:
            told.append(f"{name}: {outcome.message}")
    return told


def pack(units: list[Unit], user: Any) -> str:
    """Return the texts as a signed word that the page sends back."""
    rows = [[u.id, u.language, u.source, u.target, u.state, u.was, u.line] for u in units]
    return signing.dumps({"user": user.pk, "units": rows}, salt=SALT, compress=True)


def unpack(word: str, user: Any) -> list[Unit] | None:
    try:
        packed = signing.loads(word, salt=SALT, max_age=MAX_AGE)
    except signing.BadSignature:
        return None
    if packed["user"] != user.pk:
        return None
    return [Unit(*row) for row in packed["units"]]
