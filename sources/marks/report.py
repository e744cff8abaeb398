"""Open and disputed points of all films, as they were when something last changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from editorial.rights import Act, may
from films.models import Film
from sources.marks.shown import STATES
from sources.models import Standing
from sources.wording import GROUPS, Words, group_of, job_of

PER_PAGE = 50
FILTERS = ("open", "disputed", "")


@dataclass(frozen=True)
class Line:
    """One point of one film; `told` are (value, whether the film has it, how many say so)."""

    film: int
    film_name: str
    name: str
    group: str
    state: str
    state_label: Any
    told: tuple[tuple[str, bool, int], ...]
    url: str


def unsettled() -> Any:
    """Return the standings that have something open or disputed, of films that are there."""
    found = Standing.objects.filter(Q(open__gt=0) | Q(disputed__gt=0))
    return found.filter(record__binned_at=None, record__film__isnull=False)


def list_lines() -> Iterator[Line]:
    """Return every point that is open or disputed, film by film. Three queries."""
    standings = {row.record_id: row for row in unsettled()}
    films = Film.objects.filter(pk__in=standings).select_related("record")
    words = Words()
    for film in sorted(films, key=lambda film: (str(film).casefold(), film.pk)):
        for brief in standings[film.pk].points:
            yield _line(words, film, brief)


def _line(words: Words, film: Film, brief: dict[str, Any]) -> Line:
    key, part, field = brief["key"], brief["part"], brief["field"]
    job = job_of(words, part, brief.get("job", {}))
    state = str(brief["state"])
    place = reverse("film_points", args=[film.pk])
    told = tuple(
        (words.value(part, field, one["value"]), one["is_record"], one["witnesses"])
        for one in brief["sayings"]
    )
    return Line(
        film=film.pk,
        film_name=str(film),
        name=words.point(key, brief["about"], job),
        group=group_of(key),
        state=state,
        state_label=dict(STATES)[state],
        told=told,
        url=f"{place}?state={state}#point-{key.replace('/', '-')}",
    )


@require_safe
def show_open(request: HttpRequest) -> HttpResponse:
    """Show them; `?state=`, `?group=` and `?film=` limit the list."""
    if not may(request.user, Act.VIEW):
        raise PermissionDenied
    lines = list(list_lines())
    state = request.GET.get("state", "open")
    state = state if state in FILTERS else ""
    group, film = request.GET.get("group", ""), request.GET.get("film", "")
    chosen = {"state": state, "group": group, "film": film}
    in_state = [line for line in lines if not state or line.state == state]
    wanted = [
        line
        for line in in_state
        if (not group or line.group == group) and (not film or str(line.film) == film)
    ]
    page = Paginator(wanted, PER_PAGE).get_page(request.GET.get("p"))
    labels = {**dict(STATES), "": _("All")}
    films: dict[tuple[int, str], int] = {}
    for line in in_state:
        films[line.film, line.film_name] = films.get((line.film, line.film_name), 0) + 1
    context = {
        **admin.site.each_context(request),
        "title": _("Open points of all films"),
        "page": page,
        "page_range": page.paginator.get_elided_page_range(page.number),
        "query": urlencode(chosen),
        "chosen": chosen,
        "is_empty": not lines,
        "states": [
            (labels[key], sum(not key or line.state == key for line in lines),
             "?" + urlencode({**chosen, "state": key}), key == state)
            for key in FILTERS
        ],
        "groups": [
            (key, name, sum(line.group == key for line in in_state)) for key, name in GROUPS
        ],
        "films": [(str(pk), name, count) for (pk, name), count in films.items()],
    }  # fmt: skip
    return TemplateResponse(request, "admin/sources/points/open.html", context)
