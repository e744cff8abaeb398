"""A table of credits or festivals: it arrives, and somebody says what its columns are."""

from collections import Counter
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from editorial.rights import Act
from films.models import Film
from sources.columns.forms import ArrivalForm, LayoutForm
from sources.columns.keeping import keep_layout, layout_of, titles_of
from sources.columns.layout import Layout
from sources.columns.objects import TableReading
from sources.columns.reading import read_table
from sources.columns.saying import say_part, say_values, say_why
from sources.desk.frame import address_of, find_film, frame
from sources.models import Source
from sources.taking.texts import keep_source

INVALID = 422
# Rows of what was understood, and of what was not, that the page shows.
MOST_SHOWN = 30


@require_http_methods(["GET", "HEAD", "POST"])
def show_arrival(request: HttpRequest, film_id: int) -> HttpResponse:
    """Ask for a file or pasted rows; keep them as a source and go on to its columns."""
    film = find_film(request, film_id, Act.EDIT)
    is_sent = request.method == "POST"
    form = ArrivalForm(request.POST, request.FILES) if is_sent else ArrivalForm()
    if is_sent and form.is_valid():
        data = form.cleaned_data
        values = {"title": data["title"], "kind": Source.Kind.TABLE}
        source = keep_source(data["table"], values, request.user)
        return HttpResponseRedirect(reverse("source_table", args=[film.pk, source.pk]))
    context = frame(request, film, _("A table as a source")) | {"form": form}
    status = INVALID if is_sent else 200
    return TemplateResponse(request, "admin/sources/columns/arrival.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def show_table(request: HttpRequest, film_id: int, source_id: int) -> HttpResponse:
    """Show the first rows with a choice for each column, and what comes of it."""
    film = find_film(request, film_id, Act.EDIT)
    source = get_object_or_404(Source, pk=source_id)
    try:
        layout = layout_of(source)
        return _show_columns(request, film, source, layout)
    except ValidationError as error:
        # Too large, or empty: another way into the house than this one let it in.
        messages.error(request, " ".join(error.messages))
        return HttpResponseRedirect(reverse("source_table_new", args=[film.pk]))


def _show_columns(request: HttpRequest, film: Film, source: Source, layout: Layout) -> HttpResponse:
    form, problem = LayoutForm(None, source.text, layout), ""
    if request.method == "POST":
        shown = _layout_sent(request, layout, source.text)
        sent = LayoutForm(request.POST, source.text, shown)
        if not sent.is_valid():
            problem = _("One of the choices is not known. Choose again.")
        else:
            layout = sent.chosen()
            problem = _mistake(layout)
            if "take" in request.POST and not problem and sent.is_as_shown:
                keep_layout(source, layout)
                return HttpResponseRedirect(_next(film, source))
            form = LayoutForm(None, source.text, layout)
    done = read_table(source.text, layout, titles_of(film.record)) if not _mistake(layout) else None
    context = frame(request, film, _("What the columns are"))
    context |= {"form": form, "source": source, "problem": problem, "shown": layout.as_json()}
    context |= _show_reading(done) if done else {}
    status = INVALID if problem and "take" in request.POST else 200
    return TemplateResponse(request, "admin/sources/columns/table.html", context, status=status)


def _layout_sent(request: HttpRequest, layout: Layout, text: str) -> Layout:
    """Return the layout that the sent page was made from, to know what was changed on it."""
    sign, header = request.POST.get("shown_delimiter", ""), request.POST.get("shown_header", "")
    if sign not in (",", ";", "\t", "|") or header not in ("0", "1"):
        return layout
    return Layout(sign, header == "1", layout.meanings, layout.headers)


def _mistake(layout: Layout) -> str:
    try:
        layout.check()
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _next(film: Film, source: Source) -> str:
    return address_of("source_read", film.pk, source.pk) or reverse(
        "source_table", args=[film.pk, source.pk]
    )


def _show_reading(done: TableReading) -> dict[str, Any]:
    facts = done.reading.facts
    counts = Counter(fact.part for fact in facts)
    return {
        "counts": [(say_part(part), count) for part, count in counts.items()],
        "facts": [
            {
                "part": say_part(fact.part),
                "words": say_values(fact),
                "is_doubtful": fact.is_doubtful,
            }
            for fact in facts[:MOST_SHOWN]
        ],
        "more": max(0, len(facts) - MOST_SHOWN),
        "unread": [(row.number, row.text, say_why(row.why)) for row in done.unread[:MOST_SHOWN]],
        "unread_count": len(done.unread),
        "rows": done.rows,
    }
