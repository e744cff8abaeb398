"""The page of a film's pictures, and what its buttons and its script send."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from editorial.changes import change
from editorial.guard.versions import locked
from editorial.rights import Act, may
from films.models import Film
from films.stills_desk.acting import (
    MOVES,
    Done,
    SetForm,
    delete_pictures,
    move_rows,
    put_back,
    remove_rows,
    set_values,
)
from films.stills_desk.ordering import merge_order, save_order
from films.stills_desk.people import likely_people
from films.stills_desk.reading import placements_of, shelves_of, tile_of
from films.stills_desk.replacing import last_replaced
from films.stills_desk.uploading import Received, receive

# In the session: what the last removal took, by film, so that it can be undone.
REMOVED = "stills_removed"
# Its fields stand on one page with those of the panel.
SET_FORM = {"label_suffix": "", "auto_id": "set_%s"}


def find_film(request: HttpRequest, film_id: int, act: Act = Act.VIEW) -> Film:
    """Return the film, or raise `PermissionDenied` for who may not do this."""
    if not may(request.user, act):
        raise PermissionDenied
    film: Film = get_object_or_404(Film.objects.select_related("record"), pk=film_id)
    return film


def desk_url(film: Film) -> str:
    return reverse("admin:films_film_stills", args=[film.pk])


def frame(request: HttpRequest, film: Film, title: Any) -> dict[str, Any]:
    """Return what every page of the desk needs: menu, crumbs, title, the film."""
    return {
        **site.each_context(request),
        "opts": Film._meta,
        "original": film,
        "film": film,
        "title": title,
        "may_edit": may(request.user, Act.EDIT),
    }


@require_safe
def show_desk(request: HttpRequest, film_id: int) -> HttpResponse:
    film = find_film(request, film_id)
    return TemplateResponse(request, "admin/films/stills/desk.html", make_context(request, film))


def make_context(
    request: HttpRequest, film: Film, set_form: SetForm | None = None, chosen: Any = ()
) -> dict[str, Any]:
    rows = placements_of(film)
    context = frame(request, film, _("Pictures"))
    if context["may_edit"]:
        context["set_form"] = set_form or SetForm(**SET_FORM)
        context["likely"] = likely_people(film.pk)
        context["may_delete"] = may(request.user, Act.DELETE)
        context["replaced"] = last_replaced(film, request)
        context["removed"] = len(request.session.get(REMOVED, {}).get(str(film.pk), ()))
    return {**context, "shelves": shelves_of(rows), "count": len(rows), "chosen": set(chosen)}


@require_POST
def upload(request: HttpRequest, film_id: int) -> HttpResponse:
    """Take one file of the script's, or all files of the plain form."""
    film = find_film(request, film_id, Act.EDIT)
    files = request.FILES.getlist("files")
    received = [receive(film, file, request.user) for file in files]
    if wants_json(request):
        if len(received) != 1:
            return JsonResponse({"message": _("One file at a time.")}, status=400)
        return JsonResponse(_answer(request, film, received[0]))
    _tell(request, received)
    return HttpResponseRedirect(desk_url(film))


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"


def _answer(request: HttpRequest, film: Film, one: Received) -> dict[str, Any]:
    answer: dict[str, Any] = {"state": one.state, "name": one.name, "message": one.message}
    if one.placement is not None:
        answer["row"] = str(one.placement.uuid)
        answer["usage"] = one.placement.usage
        answer["tile"] = render_tile(request, film, one.placement)
    return answer


def render_tile(request: HttpRequest, film: Film, placement: Any) -> str:
    tile = {"tile": tile_of(placement), "film": film, "may_edit": may(request.user, Act.EDIT)}
    return render_to_string("admin/films/stills/_tile.html", tile, request)


def _tell(request: HttpRequest, received: list[Received]) -> None:
    added = sum(one.state in ("added", "reused") for one in received)
    if added:
        text = ngettext("%(count)s picture added.", "%(count)s pictures added.", added)
        messages.success(request, text % {"count": added})
    if not received:
        messages.warning(request, _("Choose the files first."))
    for one in received:
        if one.state in ("refused", "failed"):
            messages.error(request, f"{one.name}: {one.message}")
        elif one.state != "added":
            messages.info(request, f"{one.name}: {one.message}")


@require_POST
def order(request: HttpRequest, film_id: int) -> HttpResponse:
    """Save an order that was made by hand; pictures it does not know keep their place."""
    film = find_film(request, film_id, Act.EDIT)
    wanted = request.POST.getlist("row")
    with change(request.user, _("Pictures put in order"), is_autosave=True):
        locked(film.record)
        rows = {str(row.uuid): row for row in placements_of(film)}
        merged = merge_order(list(rows), wanted)
        save_order(rows[uuid] for uuid in merged)
    shelves = shelves_of(rows[uuid] for uuid in merged)
    main = next((str(t.placement.uuid) for s in shelves for t in s.tiles if t.is_main), "")
    return JsonResponse({"rows": merged, "main": main, "is_known": set(rows) == set(wanted)})


@require_POST
def act(request: HttpRequest, film_id: int) -> HttpResponse:
    """Do to the chosen pictures what the button says."""
    wish = request.POST.get("act", "")
    film = find_film(request, film_id, Act.DELETE if wish == "delete" else Act.EDIT)
    chosen = request.POST.getlist("row")
    if not chosen:
        messages.warning(request, _("Choose pictures first."))
    elif wish in MOVES:
        move_rows(film, chosen, wish, request.user)
    elif wish == "set":
        form = SetForm(request.POST, **SET_FORM)
        if not form.is_valid():
            context = make_context(request, film, form, chosen)
            return TemplateResponse(request, "admin/films/stills/desk.html", context, status=422)
        done = set_values(film, chosen, form.cleaned_data, request.user)
        _tell_done(request, done, form.in_words())
    elif wish == "remove":
        _remove(request, film, chosen)
    elif wish == "delete":
        _tell_done(request, delete_pictures(film, chosen, request.user))
    return HttpResponseRedirect(desk_url(film))


def _tell_done(request: HttpRequest, done: Done, what: str = "") -> None:
    """Say what was set, or that the pictures were deleted."""
    count = done.count
    text = ngettext("%(count)s picture deleted.", "%(count)s pictures deleted.", count)
    if what:
        text = ngettext(
            "Set for %(count)s picture: %(what)s.", "Set for %(count)s pictures: %(what)s.", count
        )
    if count:
        messages.success(request, text % {"count": count, "what": what})
    for problem in done.problems:
        messages.error(request, problem)


def _remove(request: HttpRequest, film: Film, chosen: list[str]) -> None:
    kept = remove_rows(film, chosen, request.user)
    removed = request.session.get(REMOVED, {})
    request.session[REMOVED] = {**removed, str(film.pk): kept}


@require_POST
def undo(request: HttpRequest, film_id: int) -> HttpResponse:
    """Put back what the last removal took, or forget it."""
    film = find_film(request, film_id, Act.EDIT)
    removed = dict(request.session.get(REMOVED, {}))
    kept = removed.pop(str(film.pk), [])
    request.session[REMOVED] = removed
    if request.POST.get("act") != "forget":
        count = put_back(film, kept, request.user)
        text = ngettext("%(count)s picture is back.", "%(count)s pictures are back.", count)
        messages.success(request, text % {"count": count})
    return HttpResponseRedirect(desk_url(film))
