"""The desk itself: all credits, each saved, moved, deleted and brought back by itself."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from editorial.changes import change
from editorial.guard.versions import locked
from editorial.positions import next_position
from editorial.rights import Act, languages_of, may
from editorial.rights.admin import cut_form
from films.credits_desk.forms import CreditRowForm
from films.credits_desk.naming import propose
from films.credits_desk.rows import (
    credits_of,
    make_row,
    make_sections,
    move,
    place_of,
    version_of,
)
from films.credits_desk.undoing import bring_back
from films.doors import lines_of
from films.models import Credit, Film

CONFLICT, INVALID, GONE = 409, 422, 410


def find_film(request: HttpRequest, film_id: int, act: Act = Act.VIEW) -> Film:
    """Return the film if the user may do this with it; translators may write own languages."""
    may_write = act is Act.TRANSLATE and bool(languages_of(request.user))
    if not may(request.user, act) and not may_write:
        raise PermissionDenied
    return get_object_or_404(Film.objects.select_related("record"), pk=film_id)


def page_context(request: HttpRequest, film: Film, title: str) -> dict[str, Any]:
    return {
        **admin.site.each_context(request),
        "title": title,
        "opts": Film._meta,
        "original": film,
        "film": film,
        "desk_url": desk_url(film),
        "may_edit": may(request.user, Act.EDIT),
        "may_write": bool(languages_of(request.user)),
    }


def desk_url(film: Film, credit: Credit | None = None) -> str:
    anchor = f"#credit-{credit.uuid}" if credit else ""
    return reverse("admin:films_film_credits", args=[film.pk]) + anchor


def wants_part(request: HttpRequest) -> bool:
    """Whether the desk's script asks: it wants the row alone."""
    return "X-Part" in request.headers


@require_safe
def show_desk(request: HttpRequest, film_id: int) -> HttpResponse:
    film = find_film(request, film_id)
    sections = make_sections(credits_of(film))
    context = page_context(request, film, _("Credits"))
    context |= {
        "sections": sections,
        "total": sum(len(section.rows) for section in sections),
        "deleted": request.GET.get("deleted", ""),
        "lines": lines_of(film, request.user),
    }
    return TemplateResponse(request, "admin/films/credits/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_row(request: HttpRequest, film_id: int, uuid: str | None = None) -> HttpResponse:
    """Show and save one credit; without an identifier a new one."""
    film = find_film(request, film_id, Act.TRANSLATE if uuid else Act.EDIT)
    if request.method != "POST":
        return _answer_row(request, film, uuid)
    with change(request.user, _("Credit saved")):
        # Locked from reading to writing: two who save the same row do it one after the other.
        locked(film.record)
        return _answer_row(request, film, uuid)


def _answer_row(request: HttpRequest, film: Film, uuid: str | None) -> HttpResponse:
    found = Credit.objects.filter(film=film, uuid=uuid) if uuid else Credit.objects.none()
    credit = found.select_related("role__department", "person", "company").first()
    if uuid and credit is None and request.method != "POST":
        raise Http404
    is_gone = bool(uuid) and credit is None
    row = credit or Credit(film=film)
    before = version_of(row) if credit else ""
    theirs = make_row(row) if credit else None
    form_class = cut_form(CreditRowForm, Credit, request.user)
    if request.method != "POST":
        return _show_form(request, film, credit, form_class(instance=row), before)
    form = form_class(request.POST, instance=row)
    seen = request.POST.get("version", "")
    is_valid = form.is_valid()
    if is_gone or seen != before:
        # The form comes back with today's version: sending it again means "mine".
        return _show_form(request, film, credit, form, before, theirs, CONFLICT)
    if not is_valid:
        return _show_form(request, film, credit, form, before, None, INVALID)
    if credit is None:
        form.instance.position = next_position(Credit.objects.filter(film=film))
    saved = form.save()
    return _row_answer(request, film, saved)


def _show_form(
    request: HttpRequest,
    film: Film,
    credit: Credit | None,
    form: Any,
    version: str,
    theirs: Any = None,
    status: int = 200,
) -> HttpResponse:
    if status == CONFLICT and credit is None:
        version = ""
    context = page_context(request, film, _("Credit") if credit else _("New credit")) | {
        "form": form,
        "credit": credit,
        "version": version,
        "theirs": theirs,
        "is_conflict": status == CONFLICT,
        "is_gone": status == CONFLICT and credit is None,
        # A row that somebody deleted is saved as a new one.
        "action": (
            reverse("admin:films_film_credit", args=[film.pk, credit.uuid])
            if credit
            else reverse("admin:films_film_credit_new", args=[film.pk])
        ),
        "is_part": wants_part(request),
    }
    name = "_form.html" if wants_part(request) else "row.html"
    return TemplateResponse(request, f"admin/films/credits/{name}", context, status=status)


def _row_answer(request: HttpRequest, film: Film, credit: Credit) -> HttpResponse:
    if not wants_part(request):
        messages.success(request, _("Saved: %(credit)s") % {"credit": credit})
        return HttpResponseRedirect(desk_url(film, credit))
    context = page_context(request, film, "") | {"row": make_row(credit)}
    html = render_to_string("admin/films/credits/_row.html", context, request)
    return JsonResponse({"html": html, "place": place_of(credit), "uuid": str(credit.uuid)})


@require_POST
def act(request: HttpRequest, film_id: int) -> HttpResponse:
    """Move or delete one row: `up`, `down`, `delete` hold its identifier; `row` and `before` do
    for a row that was dragged. To delete, the row's version follows after a colon."""
    film = find_film(request, film_id, Act.EDIT)
    if request.POST.get("delete"):
        return _delete(request, film, *request.POST["delete"].partition(":")[::2])
    return _move(request, film)


def _delete(request: HttpRequest, film: Film, uuid: str, version: str) -> HttpResponse:
    with change(request.user, _("Credit deleted")):
        locked(film.record)
        credit = _find(film, uuid)
        if version_of(credit) != version:
            message = _("Somebody has changed this credit meanwhile. It was not deleted.")
            return _refuse(request, film, message, CONFLICT)
        credit.delete()
    if wants_part(request):
        return JsonResponse({"deleted": uuid})
    return HttpResponseRedirect(f"{desk_url(film)}?deleted={uuid}")


def _find(film: Film, uuid: str) -> Credit:
    rows = Credit.objects.filter(film=film).select_related("role__department", "person", "company")
    try:
        return rows.get(uuid=uuid)
    except (Credit.DoesNotExist, ValidationError) as error:
        raise Http404(_("This credit is not there any more.")) from error


def _move(request: HttpRequest, film: Film) -> HttpResponse:
    data = request.POST
    with change(request.user, _("Credits put in order")):
        locked(film.record)
        credit = _find(film, data.get("up") or data.get("down") or data.get("row", ""))
        mine = [row for row in credits_of(film) if place_of(row) == place_of(credit)]
        at = next(n for n, row in enumerate(mine) if row.pk == credit.pk)
        if data.get("up"):
            before = mine[max(at - 1, 0)]
        elif data.get("down"):
            before = mine[at + 2] if at + 2 < len(mine) else None
        else:
            before = _find(film, data["before"]) if data.get("before") else None
        if before is not None and place_of(before) != place_of(credit):
            message = _("Only names of the same role change places.")
            return _refuse(request, film, message, INVALID)
        ordered = mine if before and before.pk == credit.pk else move(film, credit, before)
    place = next(n for n, row in enumerate(ordered, 1) if row.pk == credit.pk)
    if wants_part(request):
        return JsonResponse({"place": place, "total": len(ordered)})
    return HttpResponseRedirect(desk_url(film, credit))


def _refuse(request: HttpRequest, film: Film, message: str, status: int) -> HttpResponse:
    if wants_part(request):
        return JsonResponse({"message": message}, status=status)
    messages.error(request, message)
    return HttpResponseRedirect(desk_url(film))


@require_POST
def undo(request: HttpRequest, film_id: int) -> HttpResponse:
    """Bring a deleted credit back."""
    film = find_film(request, film_id, Act.EDIT)
    try:
        with change(request.user, _("Deleted credit brought back")):
            locked(film.record)
            credit = bring_back(film, request.POST.get("uuid", ""))
    except ValidationError as error:
        return _refuse(request, film, " ".join(error.messages), GONE)
    return _row_answer(request, film, credit)


@require_safe
def suggest(request: HttpRequest, film_id: int) -> HttpResponse:
    """Whom a typed name may mean, as JSON."""
    find_film(request, film_id, Act.EDIT)
    name = request.GET.get("q", "")[:200].strip()
    proposal = propose([name]).get(name)
    if proposal is None:
        return JsonResponse({"options": [], "chosen": "", "similar": 0})
    return JsonResponse(
        {
            "options": [[option.token, option.label] for option in proposal.options],
            "chosen": proposal.chosen,
            "similar": proposal.similar,
        }
    )
