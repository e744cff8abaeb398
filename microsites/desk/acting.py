"""What the buttons of rows send: moved, copied, deleted, brought back, a block added."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from editorial.changes import change
from editorial.guard.versions import locked
from editorial.positions import next_position
from editorial.rights import Act
from films.models import Film
from microsites.blocks import find_kind
from microsites.desk.copying import copy_row
from microsites.desk.frame import find_film
from microsites.desk.ordering import move, put_after, step
from microsites.desk.row_views import (
    CONFLICT,
    GONE,
    INVALID,
    answer_row,
    desk_address,
    entries_address,
    render_heads,
    wants_part,
)
from microsites.desk.rows import BLOCKS, PAGES, TABLES, Table, name_of, version_of
from microsites.desk.undoing import bring_back
from microsites.models import Block, Entry

STEPS = {"up": -1, "down": 1}


@require_POST
def act(request: HttpRequest, film_id: int) -> HttpResponse:
    """Do what one button says: `up`, `down`, `copy`, `delete` hold "table:identifier", to delete
    with ":version" behind it; `row` does for a row that was dragged before another, `before`."""
    film = find_film(request, film_id, Act.EDIT)
    wish = next((one for one in (*STEPS, "copy", "delete", "row") if request.POST.get(one)), "")
    name, _colon, rest = request.POST.get(wish, "").partition(":")
    uuid, _colon, version = rest.partition(":")
    if name not in TABLES:
        return refuse(request, film, _("Nothing was chosen."), INVALID)
    if wish == "delete":
        return _delete(request, film, TABLES[name], uuid, version)
    if wish == "copy":
        return _copy(request, film, TABLES[name], uuid)
    return _move(request, film, TABLES[name], uuid, wish)


def _gone(request: HttpRequest, film: Film) -> HttpResponse:
    return refuse(request, film, _("Somebody has deleted this meanwhile."), GONE)


def _move(request: HttpRequest, film: Film, table: Table, uuid: str, wish: str) -> HttpResponse:
    with change(request.user, _("Microsite put in order")):
        locked(film.record)
        row = table.find(film, uuid)
        if row is None:
            return _gone(request, film)
        if wish in STEPS:
            ordered = step(row, STEPS[wish])
        else:
            before = table.find(film, request.POST.get("before", "").partition(":")[2])
            if before and getattr(before, table.owner) != getattr(row, table.owner):
                message = _("Only what stands in the same list changes places.")
                return refuse(request, film, message, INVALID)
            ordered = move(row, before)
    place = next(n for n, one in enumerate(ordered, 1) if one.pk == row.pk)
    if wants_part(request):
        return JsonResponse({"place": place, "total": len(ordered)})
    return HttpResponseRedirect(desk_address(film, row))


def _copy(request: HttpRequest, film: Film, table: Table, uuid: str) -> HttpResponse:
    with change(request.user, _("Duplicated in the microsite")):
        locked(film.record)
        row = table.find(film, uuid)
        if row is None:
            return _gone(request, film)
        copy = copy_row(film, row)
    return answer_row(request, film, copy, after=uuid)


def _delete(
    request: HttpRequest, film: Film, table: Table, uuid: str, version: str
) -> HttpResponse:
    with change(request.user, _("Deleted in the microsite")):
        locked(film.record)
        row = table.find(film, uuid)
        if row is None:
            return _gone(request, film)
        if version_of(row) != version:
            message = _("Somebody has changed this meanwhile. It was not deleted.")
            return refuse(request, film, message, CONFLICT)
        block = row.block if isinstance(row, Entry) else None
        back = entries_address(film, block) if block else desk_address(film, _page_of(row))
        row.delete()
    if wants_part(request):
        return JsonResponse({"heads": render_heads(request, film, block) if block else {}})
    sign = "&" if "?" in back else "?"
    return HttpResponseRedirect(f"{back}{sign}deleted={table.name}:{uuid}")


def _page_of(row: Any) -> Any:
    return row.page if isinstance(row, Block) else None


@require_POST
def undo(request: HttpRequest, film_id: int) -> HttpResponse:
    """Bring a deleted row back, with everything that stood in it."""
    film = find_film(request, film_id, Act.EDIT)
    name, _colon, uuid = request.POST.get("row", "").partition(":")
    if name not in TABLES:
        return refuse(request, film, _("Nothing was chosen."), INVALID)
    try:
        with change(request.user, _("Deleted part of the microsite brought back")):
            locked(film.record)
            row = bring_back(film, TABLES[name], uuid)
    except ValidationError as error:
        return refuse(request, film, " ".join(error.messages), GONE)
    return answer_row(request, film, row)


@require_POST
def add_block(request: HttpRequest, film_id: int) -> HttpResponse:
    """Put a new block on a page, last or behind another; its form is the next thing to see."""
    film = find_film(request, film_id, Act.EDIT)
    kind = find_kind(request.POST.get("kind", ""))
    if kind is None:
        return refuse(request, film, _("Choose what the block is to show."), INVALID)
    with change(request.user, _("Block added to the microsite")):
        locked(film.record)
        page = PAGES.find(film, request.POST.get("page", ""))
        if page is None:
            return _gone(request, film)
        block: Any = Block(page=page, kind=kind.key)
        block.position = next_position(Block.objects.filter(page=page))
        block.save()
        former = BLOCKS.find(film, request.POST.get("after", ""))
        if former and former.page_id == page.pk:
            put_after(block, former)
    return answer_row(request, film, block, name=name_of(block))


def refuse(request: HttpRequest, film: Film, message: str, status: int) -> HttpResponse:
    """Say why nothing was done."""
    if wants_part(request):
        return JsonResponse({"message": message}, status=status)
    messages.error(request, message)
    return HttpResponseRedirect(desk_address(film))
