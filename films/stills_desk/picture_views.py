"""One picture of a film: beside the grid, or on a page of its own."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from assets.accepting import accept_image
from assets.adding import store_image
from assets.captioning import suggest
from assets.metadata import FileWords, read_words
from assets.models import Image
from assets.naming import original_name_of
from assets.room import refuse_without_room
from assets.storing import refuse_when_away
from assets.tasks import complete_image
from editorial.rights import Act, may
from films.models import Film, Placement
from films.stills_desk.forms import PictureForm, dump, spoken, writable_fields
from films.stills_desk.people import likely_people, named_people
from films.stills_desk.publicity import public_address
from films.stills_desk.reading import tile_of
from films.stills_desk.replacing import forget, last_replaced, replace_file, take_back
from films.stills_desk.saving import Outcome, save_picture
from films.stills_desk.using import uses_of
from films.stills_desk.views import desk_url, find_film, frame, render_tile, wants_json

STATUS = {"saved": 200, "wrong": 422, "collision": 409, "shown": 200}


def find_placement(film: Film, uuid: Any) -> Placement:
    rows = Placement.objects.select_related("film__record", "image__record")
    placement: Placement = get_object_or_404(rows, film=film, uuid=uuid)
    return placement


def picture_url(placement: Placement) -> str:
    return reverse("admin:films_film_still", args=[placement.film_id, placement.uuid])


@require_http_methods(["GET", "HEAD", "POST"])
def show_picture(request: HttpRequest, film_id: int, uuid: Any) -> HttpResponse:
    """Show the form of one picture, whole or as the panel beside the grid, and save it."""
    film = find_film(request, film_id)
    placement = find_placement(film, uuid)
    if request.method != "POST":
        form = PictureForm(instance=placement.image, placement=placement, user=request.user)
        return _page(request, placement, form)
    if not writable_fields(request.user):
        raise PermissionDenied
    is_autosave = wants_json(request) and "save" not in request.POST
    outcome = save_picture(placement, request.POST, request.user, is_autosave)
    if wants_json(request):
        return JsonResponse(_answer(request, film, uuid, outcome), status=STATUS[outcome.state])
    if outcome.state == "saved":
        messages.success(request, _("The picture is saved."))
        return HttpResponseRedirect(picture_url(placement))
    return _page(request, placement, outcome.form, outcome)


def _page(
    request: HttpRequest, placement: Placement, form: PictureForm, outcome: Outcome | None = None
) -> HttpResponse:
    context = _context(request, placement, form, outcome)
    name = "_picture.html" if "panel" in request.GET else "picture.html"
    status = STATUS[outcome.state] if outcome else 200
    return TemplateResponse(request, f"admin/films/stills/{name}", context, status=status)


def _context(
    request: HttpRequest, placement: Placement, form: PictureForm, outcome: Outcome | None = None
) -> dict[str, Any]:
    # A form that did not save has left what was typed on its picture.
    fresh = find_placement(placement.film, placement.uuid) if form.is_bound else placement
    shown: Image = fresh.image
    unbound = form
    if form.is_bound:
        unbound = PictureForm(instance=shown, placement=fresh, user=request.user)
    base = spoken(unbound)
    said = read_file(shown)
    people = form["people"].value() or ""
    named = named_people(said.people)
    replaced = last_replaced(placement.film, request) if may(request.user, Act.EDIT) else None
    return {
        **frame(request, placement.film, str(shown)),
        "form": form,
        "base": dump(base),
        "outcome": outcome,
        "placement": fresh,
        "image": shown,
        "tile": tile_of(fresh),
        "said": said,
        "suggested": [person for person in named if person.name not in people.splitlines()],
        "from_file": [
            name
            for name, text in suggest(said, placement.film.record.source_language).items()
            if getattr(shown, name) == text
        ],
        "address": public_address(shown),
        "uses": uses_of(shown, without=[placement]),
        "likely": likely_people(placement.film_id) if form.may_write else [],
        "replaced": replaced if replaced and replaced.row == placement else None,
        "may_translate": form.may_write and not may(request.user, Act.EDIT),
    }


def read_file(image: Image) -> FileWords:
    """Return what the original says of itself; nothing if it is not there."""
    try:
        with default_storage.open(original_name_of(image.sha256, image.extension)) as original:
            return read_words(original)
    except OSError:
        return FileWords()


def _answer(request: HttpRequest, film: Film, uuid: Any, outcome: Outcome) -> dict[str, Any]:
    """Return what the script needs: the state, and the panel anew where it says more than that."""
    placement = find_placement(film, uuid)
    form = outcome.form
    errors = {name: " ".join(found) for name, found in form.errors.items()}
    context = _context(request, placement, form, outcome)
    return {
        "state": outcome.state,
        "base": context["base"],
        "errors": {
            str(form[n].label) if n in form.fields else "": text for n, text in errors.items()
        },
        "tile": render_tile(request, film, placement),
        "usage": placement.usage,
        "panel": render_to_string("admin/films/stills/_picture.html", context, request),
    }


@require_POST
def replace(request: HttpRequest, film_id: int, uuid: Any) -> HttpResponse:
    """Give the picture another file, or take the former one back: `act` is "undo" or "forget"."""
    film = find_film(request, film_id, Act.EDIT)
    placement = find_placement(film, uuid)
    back = desk_url(film) if request.POST.get("from") == "desk" else picture_url(placement)
    wish = request.POST.get("act", "")
    try:
        if wish == "undo":
            take_back(placement, request)
            messages.success(request, _("The picture has its former file again."))
        elif wish == "forget":
            forget(placement, request)
        else:
            _replace(request, placement)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return HttpResponseRedirect(back)


def _replace(request: HttpRequest, placement: Placement) -> None:
    file = request.FILES.get("file")
    if file is None:
        messages.warning(request, _("Choose a file first."))
        return
    refuse_when_away()
    refuse_without_room(file)
    accepted = accept_image(file, file.name or "")
    if accepted.sha256 == placement.image.sha256:
        store_image(accepted)  # the one on the disk may be damaged
        if not placement.image.is_complete:
            complete_image.enqueue(placement.image.pk)
        messages.info(request, _("This is the file that the picture has already."))
        return
    replace_file(placement, accepted, request)
