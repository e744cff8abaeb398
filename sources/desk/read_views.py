"""A text beside what was understood; what is ticked is taken into the film in one step."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from editorial.models import Record
from editorial.rights import Act
from films.models import Film
from sources.desk.choosing import note_refused, read_choices
from sources.desk.counting import say_taken
from sources.desk.frame import address_of, find_film, find_source, frame, sources_url
from sources.desk.places import is_of_film
from sources.desk.sheet import Sheet, fill_in, make_sheet
from sources.models import Intake, Source
from sources.taking.quoting import MOST_WORDS
from sources.taking.take import take

INVALID = 422


@require_http_methods(["GET", "HEAD", "POST"])
def read_page(request: HttpRequest, film_id: int, source_id: int) -> HttpResponse:
    """Show the text, line by line; take what was ticked."""
    film = find_film(request, film_id, Act.EDIT if request.method == "POST" else Act.VIEW)
    source = find_source(source_id)
    sheet = make_sheet(source, film.record, _page(request))
    if request.method != "POST":
        return _show(request, film, source, sheet)
    fill_in(sheet, request.POST, request.POST.getlist("take"))
    return _take(request, film, source, sheet)


def _take(request: HttpRequest, film: Film, source: Source, sheet: Sheet) -> HttpResponse:
    chosen = read_choices(sheet)
    wrong = [entry.key for entry in sheet.entries if entry.is_wrong]
    if not chosen:
        if not wrong:
            messages.warning(request, _("Nothing is ticked: tick what is to be taken in."))
        return _show(request, film, source, sheet, status=INVALID)
    try:
        taken = take(source, film.record, chosen.values(), request.user)
    except (Record.DoesNotExist, Film.DoesNotExist, Source.DoesNotExist, IntegrityError):
        messages.error(
            request,
            _("The film or the source was deleted meanwhile: nothing was taken in."),
        )
        return HttpResponseRedirect(reverse("admin:films_film_changelist"))
    if request.POST.get("version") not in ("", None, str(film.record.version)):
        messages.info(request, _("The film was changed meanwhile: all was compared anew."))
    intake = taken.intake
    tell = messages.success if intake else messages.info
    tell(request, say_taken(taken))
    if not wrong and not taken.refused:
        mark = f"?taken={intake.pk}" if intake else ""
        return HttpResponseRedirect(sources_url(film) + mark)
    later = make_sheet(source, film.record, sheet.page)
    fill_in(later, request.POST, request.POST.getlist("take"))
    read_choices(later)
    note_refused(later, taken.refused, chosen)
    return _show(request, film, source, later, INVALID, intake)


def _page(request: HttpRequest) -> int:
    given = request.GET.get("page", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 1


def _show(
    request: HttpRequest,
    film: Film,
    source: Source,
    sheet: Sheet,
    status: int = 200,
    intake: Intake | None = None,
) -> HttpResponse:
    context: dict[str, Any] = frame(request, film, _("Read a source")) | {
        "source": source,
        "sheet": sheet,
        "intake": intake,
        "version": film.record.version,
        "role_words": sheet.roles.labels(),
        "longest_quote": MOST_WORDS,
        "is_of_film": is_of_film(source, film),
        "table_url": _table_url(film, source),
        "pages": range(1, sheet.pages + 1),
        "wrong": sum(entry.is_wrong for entry in sheet.entries),
    }
    return TemplateResponse(request, "admin/sources/desk/read.html", context, status=status)


def _table_url(film: Film, source: Source) -> str:
    is_table = source.kind == Source.Kind.TABLE
    return address_of("source_table", film.pk, source.pk) if is_table else ""
