"""The press kits of a film, and of several: what is missing, what to build, what there is."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.fields import languages
from editorial.rights import Act, languages_of, may
from films.models import Film
from press.building.asking import ask_for_kits, live_languages
from press.building.building import give_up
from press.building.freshness import codes_of
from press.building.pruning import delete_kits
from press.building.readiness import find_gaps
from press.building.serving import send_kit
from press.desk.forms import KitForm, missing_live
from press.desk.rights import may_build
from press.desk.shown import as_context, group_gaps, show_kits
from press.kit.formats import FORMATS
from press.models import Kit

INVALID = 422


def find_film(request: HttpRequest, film_id: int) -> Film:
    """Return the film for a member."""
    if not may(request.user, Act.VIEW):
        raise PermissionDenied
    film: Film = get_object_or_404(Film.objects.select_related("record"), pk=film_id)
    return film


def require_builder(user: Any) -> None:
    """Let pass who may give out texts of some language: editors, translators of theirs."""
    if not languages_of(user):
        raise PermissionDenied


@require_http_methods(["GET", "HEAD", "POST"])
def show_film(request: HttpRequest, film_id: int) -> HttpResponse:
    """Show what is missing, the form, and the kits; build what was chosen."""
    film = find_film(request, film_id)
    live = live_languages(film.record)
    if request.method == "POST":
        require_builder(request.user)
    form = KitForm(request.POST or None, request.user, live)
    if request.method == "POST" and form.is_valid():
        count, problem = build_for(request, film, form, live)
        if not problem:
            say_begun(request, count)
            return HttpResponseRedirect(reverse("press_kits", args=[film.pk]))
        form.add_error("editions", problem)
    context = frame(request, film) | list_of(request, film)
    context |= {"form": form, "gaps": group_gaps(find_gaps(film, tuple(languages())))}
    status = INVALID if request.method == "POST" else 200
    return TemplateResponse(request, "admin/press/kits.html", context, status=status)


def frame(request: HttpRequest, film: Film) -> dict[str, Any]:
    return {
        **admin.site.each_context(request),
        "title": _("Press kits"),
        "opts": Film._meta,
        "original": film,
        "film": film,
        "may_build": bool(languages_of(request.user)),
        "has_formats": bool(len(FORMATS)),
    }


def list_of(request: HttpRequest, film: Film) -> dict[str, Any]:
    return as_context(show_kits([film], request.user))


def build_for(request: HttpRequest, film: Film, form: KitForm, live: list[str]) -> tuple[int, str]:
    """Ask for the kits that were chosen; return how many, and why not."""
    editions = form.editions_wanted()
    problem = "" if form.is_from_desk else missing_live(editions, live)
    if problem:
        return 0, problem
    count = 0
    for edition in editions:
        gaps = [gap.as_json() for gap in find_gaps(film, edition)]
        wanted = form.formats_wanted()
        kits = ask_for_kits(film.record, edition, wanted, request.user, form.is_from_desk, gaps)
        count += len(kits)
    return count, ""


def say_begun(request: HttpRequest, count: int) -> None:
    text = ngettext("%(count)d kit is being built.", "%(count)d kits are being built.", count)
    messages.success(request, text % {"count": count})


@require_safe
def show_list(request: HttpRequest, film_id: int) -> HttpResponse:
    """Show the list of kits alone: what a page asks for again while something is built."""
    film = find_film(request, film_id)
    return TemplateResponse(request, "admin/press/_kits.html", list_of(request, film))


def find_kit(request: HttpRequest, film_id: int, kit_id: int) -> Kit:
    film = find_film(request, film_id)
    kits = Kit.objects.select_related("record")
    kit: Kit = get_object_or_404(kits, pk=kit_id, record=film.record)
    return kit


@require_safe
def download(request: HttpRequest, film_id: int, kit_id: int) -> HttpResponseBase:
    """Send a built kit; one whose file is lost leads back to the list."""
    kit = find_kit(request, film_id, kit_id)
    try:
        response = send_kit(request, kit)
    except Http404:
        messages.error(request, _("The file is no longer there. Build the kit again."))
        return HttpResponseRedirect(reverse("press_kits", args=[film_id]))
    if request.method == "GET":
        note(Deed.KIT_TAKEN, kit.record, language=kit.languages[:10], detail=kit.format)
    return response


@require_POST
def build_again(request: HttpRequest, film_id: int, kit_id: int) -> HttpResponse:
    """Build a kit with the same choices from what the film says today."""
    kit = find_kit(request, film_id, kit_id)
    codes, format = codes_of(kit), Kit.Format(kit.format)
    if not may_build(request.user, kit):
        raise PermissionDenied
    if format in FORMATS:
        gaps = [gap.as_json() for gap in find_gaps(find_film(request, film_id), codes)]
        ask_for_kits(kit.record, codes, [format], request.user, kit.is_draft, gaps)
        say_begun(request, 1)
    else:
        messages.error(request, _("This format is no longer offered."))
    return HttpResponseRedirect(reverse("press_kits", args=[film_id]))


@require_POST
def remove(request: HttpRequest, film_id: int, kit_id: int) -> HttpResponse:
    """Take back a kit that waits or is being built, clear away one that failed, delete a built one.

    One that was built between the click and its coming stays: nobody has seen it yet.
    """
    if not may_build(request.user, kit := find_kit(request, film_id, kit_id)):
        raise PermissionDenied
    was_open = kit.state != Kit.State.FAILED
    if request.POST.get("state") == Kit.State.READY:
        delete_kits([kit])
        messages.success(request, _("The kit was deleted. The press area no longer offers it."))
    elif not give_up(kit):
        messages.info(request, _("The kit has been built meanwhile."))
    elif was_open:
        messages.success(request, _("The kit is not built."))
    else:
        messages.success(request, _("The failed kit was cleared away."))
    return HttpResponseRedirect(reverse("press_kits", args=[film_id]))
