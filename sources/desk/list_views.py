"""The sources of a film, what was taken in from them, and the way back."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from editorial.changes import change
from editorial.names import person_name
from editorial.rights import Act
from films.models import Film
from sources.desk.counting import say_taken_back
from sources.desk.frame import address_of, find_film, find_source_of, frame, sources_url
from sources.desk.places import named_on
from sources.models import Claim, Intake, Source, Standing
from sources.taking.take_back import AlreadyTakenBack, take_back

# Texts from which nothing was taken yet: so many of the latest are offered.
WAITING = 10


@dataclass(frozen=True)
class SourceRow:
    """A source in the list; `claims` are its statements about this film."""

    source: Source
    claims: int
    editor: str
    read_url: str
    edit_url: str
    delete_url: str
    naming_url: str
    table_url: str
    # All films on whose pages its name stands or would stand, if there are several.
    films: tuple[str, ...] = ()


@dataclass(frozen=True)
class IntakeRow:
    intake: Intake
    claims: int
    editor: str
    undo_url: str
    is_fresh: bool


@require_safe
def show_sources(request: HttpRequest, film_id: int) -> HttpResponse:
    film = find_film(request, film_id)
    mine = list(_sources_of(film))
    named = named_on(mine)
    context = frame(request, film, _("Sources")) | {
        "rows": [_row(film, source, named.get(source.pk, ())) for source in mine],
        "waiting": [_row(film, source) for source in _waiting()],
        "intakes": _intakes(film, request.GET.get("taken", "")),
        "standing": Standing.objects.filter(pk=film.record_id).first(),
        "points_url": address_of("film_points", film.pk),
    }
    return TemplateResponse(request, "admin/sources/desk/sources.html", context)


def _sources_of(film: Film) -> Any:
    about = Claim.objects.filter(source=OuterRef("pk"), record=film.record_id)
    taken = Intake.objects.filter(source=OuterRef("pk"), record=film.record_id)
    mine = Source.objects.filter(Exists(about) | Exists(taken))
    count = Count("claims", filter=Q(claims__record=film.record_id))
    latest = mine.annotate(claims_here=count).order_by("-added_at", "-pk")
    return latest.select_related("added_by").defer("text")


def _waiting() -> Any:
    """Return the latest texts from which nothing was ever taken, into whatever film."""
    unused = Source.objects.filter(claims=None, intakes=None)
    return unused.select_related("added_by").defer("text")[:WAITING]


def _row(film: Film, source: Source, films: tuple[str, ...] = ()) -> SourceRow:
    place = [film.pk, source.pk]
    is_table = source.kind == Source.Kind.TABLE
    return SourceRow(
        source=source,
        claims=getattr(source, "claims_here", 0),
        editor=person_name(source.added_by),
        read_url=reverse("source_read", args=place),
        edit_url=reverse("source_edit", args=place),
        delete_url=reverse("source_delete", args=place),
        naming_url=reverse("source_naming", args=place),
        table_url=address_of("source_table", *place) if is_table else "",
        films=films if len(films) > 1 else (),
    )


def _intakes(film: Film, fresh: str) -> list[IntakeRow]:
    found = Intake.objects.filter(record=film.record_id).select_related("source", "taken_by")
    counted = found.defer("before", "after", "source__text").annotate(told=Count("claims"))
    counted = counted.order_by("-taken_at", "-pk")
    return [
        IntakeRow(
            intake=intake,
            claims=intake.told,
            editor=person_name(intake.taken_by),
            undo_url=reverse("intake_undo", args=[film.pk, intake.pk]),
            is_fresh=str(intake.pk) == fresh and intake.undone_at is None,
        )
        for intake in counted
    ]


@require_POST
def undo_intake(request: HttpRequest, film_id: int, intake_id: int) -> HttpResponse:
    """Take a step back as one, and tell what stays."""
    film = find_film(request, film_id, Act.EDIT)
    intake = get_object_or_404(Intake.objects.select_related("source", "record"),
                               pk=intake_id, record=film.record_id)  # fmt: skip
    try:
        done = take_back(intake, request.user)
    except (AlreadyTakenBack, Intake.DoesNotExist):
        messages.info(request, _("This was taken back already."))
    else:
        tell = messages.warning if done.kept else messages.success
        tell(request, say_taken_back(done))
    return HttpResponseRedirect(_after_undo(film))


def _after_undo(film: Film) -> str:
    """A film that the step itself had made is gone with it."""
    is_there = Film.objects.filter(pk=film.pk).exists()
    return sources_url(film) if is_there else reverse("admin:films_film_changelist")


@require_POST
def set_naming(request: HttpRequest, film_id: int, source_id: int) -> HttpResponse:
    """Name the source on the film page, or no longer."""
    film = find_film(request, film_id, Act.EDIT)
    source = find_source_of(film, source_id)
    source.is_named = request.POST.get("is_named") == "on"
    with change(request.user, _("Source named or not: %(source)s") % {"source": source}) as opened:
        source.save(update_fields=["is_named"])
        opened.show()
    messages.success(request, _say_naming(source))
    return HttpResponseRedirect(sources_url(film))


def _say_naming(source: Source) -> str:
    films = named_on([source]).get(source.pk, ())
    words = {"source": str(source), "films": ", ".join(films)}
    if len(films) > 1:
        several = _("“%(source)s” is named on the pages of: %(films)s")
        none = _("“%(source)s” is no longer named on the pages of: %(films)s")
        return (several if source.is_named else none) % words
    if source.is_named:
        return _("“%(source)s” is named on the film page.") % words
    return _("“%(source)s” is no longer named on the film page.") % words
