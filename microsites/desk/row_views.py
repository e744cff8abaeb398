"""One row in a form: shown, saved, added. Pages, blocks and entries go the same way."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from editorial.changes import change
from editorial.guard.versions import locked
from editorial.positions import next_position
from editorial.rights import Act
from films.models import Film
from microsites.desk.forms import block_form, entry_form, page_form
from microsites.desk.frame import find_film, frame
from microsites.desk.rows import (
    BLOCKS,
    ENTRIES,
    TABLES,
    Table,
    name_of,
    table_of,
    takes_pasted,
    takes_pictures,
    version_of,
)
from microsites.desk.saying import differing, say_row
from microsites.desk.shown import (
    is_first,
    show_block,
    show_blocks,
    show_entries,
    show_entry,
    show_page,
)
from microsites.desk.states import states_of
from microsites.desk.views import deleted_row, picker_media
from microsites.models import Block, Entry, MicrositePage

CONFLICT, INVALID, GONE = 409, 422, 410
REASONS = {
    "pages": gettext_lazy("Page of the microsite saved"),
    "blocks": gettext_lazy("Block of the microsite saved"),
    "entries": gettext_lazy("Entry of the microsite saved"),
}
ONE_ROW = {"pages": "_page.html", "blocks": "_block.html", "entries": "_entry.html"}


def wants_part(request: HttpRequest) -> bool:
    """Whether the desk's script asks: it wants the row alone."""
    return "X-Part" in request.headers


def desk_address(film: Film, row: Any = None) -> str:
    """Return the desk, at the row: on its page, for an entry the list it stands in."""
    home = reverse("microsite_desk", args=[film.pk])
    if isinstance(row, MicrositePage):
        return f"{home}?page={row.uuid}"
    if isinstance(row, Block):
        return f"{home}?page={row.page.uuid}#row-{row.uuid}"
    if isinstance(row, Entry):
        return f"{entries_address(film, row.block)}#row-{row.uuid}"
    return home


def entries_address(film: Film, block: Block) -> str:
    return reverse("microsite_desk_entries", args=[film.pk, block.uuid])


@require_http_methods(["GET", "HEAD", "POST"])
def edit_row(request: HttpRequest, film_id: int, table: str, uuid: str) -> HttpResponse:
    """Show and save one row; it may be gone by now."""
    film = find_film(request, film_id, Act.TRANSLATE)
    kind = TABLES.get(table)
    if kind is None:
        raise Http404
    if request.method != "POST":
        row = kind.find(film, uuid)
        if row is None:
            raise Http404(_("This is not there any more."))
        return _show_form(request, film, row, _bind(request, film, row), version_of(row))
    with change(request.user, REASONS[table]):
        # Locked from reading to writing: two who save the same row do it one after the other.
        locked(film.record)
        saved = _save(request, film, kind, uuid)
    return saved if isinstance(saved, HttpResponse) else answer_row(request, film, saved)


def _save(request: HttpRequest, film: Film, kind: Table, uuid: str) -> Any:
    """Return the saved row, or the answer that says why it is not saved."""
    row = kind.find(film, uuid)
    if row is None:
        return _say_gone(request)
    before, theirs = version_of(row), say_row(row)
    place = getattr(row, f"{kind.owner}_id")
    form = _bind(request, film, row, request.POST, request.FILES)
    is_valid = form.is_valid()
    if request.POST.get("version", "") != before:
        # The form comes back with today's version: sending it again means "mine".
        return _show_form(request, film, row, form, before, differing(theirs, row), CONFLICT)
    if not is_valid:
        return _show_form(request, film, row, form, before, None, INVALID)
    if getattr(row, f"{kind.owner}_id") != place:
        row.position = next_position(BLOCKS.rows(film).filter(page=row.page_id))
    saved = form.save()
    saved.has_left = getattr(saved, f"{kind.owner}_id") != place
    return saved


@require_http_methods(["GET", "HEAD", "POST"])
def add_page(request: HttpRequest, film_id: int) -> HttpResponse:
    film = find_film(request, film_id, Act.EDIT)
    return _add(request, film, MicrositePage(film=film))


@require_http_methods(["GET", "HEAD", "POST"])
def add_entry(request: HttpRequest, film_id: int, uuid: str) -> HttpResponse:
    film = find_film(request, film_id, Act.EDIT)
    block = BLOCKS.find(film, uuid)
    if block is None:
        if request.method == "POST":
            return _say_gone(request)
        raise Http404(_("This is not there any more."))
    entry = Entry(block=block)
    _follow_last(entry)
    return _add(request, film, entry)


def _follow_last(entry: Entry) -> None:
    """Offer the next number of a numbered list."""
    last = entry.block.entries.order_by("-position", "-pk").values_list("number", flat=True).first()
    if last is not None:
        entry.number = last + 1


def _add(request: HttpRequest, film: Film, row: Any) -> HttpResponse:
    if request.method != "POST":
        return _show_form(request, film, row, _bind(request, film, row), "")
    kind = table_of(row)
    with change(request.user, REASONS[kind.name]):
        locked(film.record)
        form = _bind(request, film, row, request.POST, request.FILES)
        if not form.is_valid():
            return _show_form(request, film, row, form, "", None, INVALID)
        row.position = next_position(
            kind.model._default_manager.filter(**{kind.owner: getattr(row, f"{kind.owner}_id")})
        )
        row = form.save()
    return answer_row(request, film, row)


def _bind(request: HttpRequest, film: Film, row: Any, *sent: Any) -> Any:
    if isinstance(row, Block):
        form = block_form(row, request.user)
    elif isinstance(row, Entry):
        form = entry_form(row.block, request.user)
    else:
        form = page_form(request.user)
    # Two forms of the same kind may stand open on one page.
    prefix = f"id_{str(row.uuid)[:8]}_%s"
    return form(*sent, instance=row, film=film, auto_id=prefix)


def _show_form(
    request: HttpRequest,
    film: Film,
    row: Any,
    form: Any,
    version: str,
    theirs: Any = None,
    status: int = 200,
) -> HttpResponse:
    is_new = row._state.adding
    title = _title(row, is_new)
    context = frame(request, film, title) | {
        "form": form,
        "row": row,
        "name": "" if is_new else name_of(row),
        "form_title": title,
        "version": version,
        "theirs": theirs,
        "is_conflict": status == CONFLICT,
        "is_new": is_new,
        "is_entry": isinstance(row, Entry),
        "action": _address(film, row, is_new),
        "back": desk_address(film, None if is_new and isinstance(row, MicrositePage) else row),
        "media": picker_media(),
    }
    if isinstance(row, Entry) and is_new:
        context["back"] = entries_address(film, row.block)
    name = "_form.html" if wants_part(request) else "row.html"
    return TemplateResponse(request, f"admin/microsites/{name}", context, status=status)


def _title(row: Any, is_new: bool) -> str:
    if is_new:
        return _("New entry") if isinstance(row, Entry) else _("New page")
    return name_of(row)


def _address(film: Film, row: Any, is_new: bool) -> str:
    if not is_new:
        return reverse("microsite_desk_row", args=[film.pk, table_of(row).name, row.uuid])
    if isinstance(row, Entry):
        return reverse("microsite_desk_entry_new", args=[film.pk, row.block.uuid])
    return reverse("microsite_desk_page_new", args=[film.pk])


def _say_gone(request: HttpRequest) -> HttpResponse:
    message = _(
        "Somebody has deleted this meanwhile. “Undo” on the desk or the history brings it back."
    )
    if wants_part(request):
        return JsonResponse({"message": message}, status=GONE)
    raise Http404(message)  # its page gives back what was typed


def answer_row(request: HttpRequest, film: Film, row: Any, **more: Any) -> HttpResponse:
    """Answer what was saved: to the script the row, to a browser without it the page."""
    if not wants_part(request):
        messages.success(request, _("Saved: %(row)s") % {"row": name_of(row)})
        is_next = "_next" in request.POST and isinstance(row, Entry)
        if is_next:
            return HttpResponseRedirect(
                reverse("microsite_desk_entry_new", args=[film.pk, row.block.uuid])
            )
        return HttpResponseRedirect(desk_address(film, row))
    facts = {"uuid": str(row.uuid), "html": render_row(request, film, row), "heads": {}}
    if isinstance(row, Entry):
        facts["heads"] = render_heads(request, film, row.block)
    if getattr(row, "has_left", False) or isinstance(row, MicrositePage):
        facts["go"] = desk_address(film, row)
    return JsonResponse(facts | more)


def render_row(request: HttpRequest, film: Film, row: Any) -> str:
    states = states_of(film)
    kind = table_of(row)
    row = kind.rows(film).get(pk=row.pk)
    shown: Any
    if isinstance(row, Block):
        shown = show_block(row, list(ENTRIES.rows(film).filter(block=row)), states)
    elif isinstance(row, Entry):
        shown = show_entry(row, states)
    else:
        shown = show_page(row, states, is_first(row), True)
    context = frame(request, film, "") | {"one": shown, "table": kind.name}
    return render_to_string(f"admin/microsites/{ONE_ROW[kind.name]}", context, request)


def render_heads(request: HttpRequest, film: Film, block: Block) -> dict[str, str]:
    """Return the card of the block, which counts its entries, by its identifier."""
    return {str(block.uuid): render_row(request, film, block)}


@require_safe
def show_list(request: HttpRequest, film_id: int, uuid: str) -> HttpResponse:
    """Show the entries of a block: as a part of the desk, or as a page of their own."""
    film = find_film(request, film_id)
    block = BLOCKS.find(film, uuid)
    if block is None:
        raise Http404(_("This is not there any more."))
    states = states_of(film)
    context = frame(request, film, name_of(block)) | {
        "entries": show_entries(block, states),
        "one": show_blocks([block], ENTRIES.rows(film).filter(block=block), states)[0],
        "takes_pasted": takes_pasted(block),
        "takes_pictures": takes_pictures(block),
        "media": picker_media(),
        "back": desk_address(film, block),
        "deleted": deleted_row(request),
    }
    name = "_entries.html" if wants_part(request) else "entries.html"
    return TemplateResponse(request, f"admin/microsites/{name}", context)
