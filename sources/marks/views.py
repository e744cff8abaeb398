"""All points of a film: read by members, decided by editors."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from editorial.rights import Act, may
from films.models import Film
from sources.comparing.film import compare_film
from sources.deciding.adding import add_missing
from sources.deciding.decide import decide_all
from sources.deciding.taking_back import take_back_decision
from sources.desk.frame import find_film
from sources.marks.asking import read_number, read_wish, read_wishes
from sources.marks.marking import marks_of, written_fields
from sources.marks.shown import STATES, show_film, show_points
from sources.wording import GROUPS

REFUSED = 422
FILTERS = ("open", "disputed", "decided", "")


@require_safe
def show_all(request: HttpRequest, film_id: int) -> HttpResponse:
    """Show the points of a film; `?state=`, `?group=`, `?row=` limit them."""
    film = find_film(request, film_id)
    state, group = request.GET.get("state", "open"), request.GET.get("group", "")
    state = state if state in FILTERS else ""
    group = group if group in dict(GROUPS) else ""
    row = request.GET.get("row", "")
    shown = show_film(film, state, row, group)
    labels = {**dict(STATES), "": _("All")}
    further = f"&row={row}" if row.replace("-", "").isalnum() else ""
    further += f"&group={group}" if group else ""
    context = {
        **admin.site.each_context(request),
        "title": _("Facts and sources"),
        "opts": Film._meta,
        "original": film,
        "film": film,
        "shown": shown,
        "may_edit": may(request.user, Act.EDIT),
        "is_limited": bool(row or group),
        "sources_url": _sources_url(film),
        "here": request.get_full_path(),
        "filters": [
            (
                labels[key],
                shown.counts.get(key, shown.total),
                f"?state={key}{further}",
                key == state,
            )
            for key in FILTERS
        ],
    }
    return TemplateResponse(request, "admin/sources/points/film.html", context)


def _sources_url(film: Film) -> str:
    try:
        return reverse("film_sources", args=[film.pk])
    except NoReverseMatch:
        return ""


@require_safe
def show_marks(request: HttpRequest, film_id: int) -> HttpResponse:
    """Tell the form which of its fields have witnesses."""
    film = find_film(request, film_id)
    return JsonResponse({"marks": marks_of(film)})


@require_safe
def show_panel(request: HttpRequest, film_id: int) -> HttpResponse:
    """Show the points of one field, `?key=` each, for the panel in the form."""
    film = find_film(request, film_id)
    return HttpResponse(_panel(request, film, request.GET.getlist("key")))


def _panel(request: HttpRequest, film: Film, keys: list[str], problem: str = "") -> str:
    context = {
        "points": show_points(film, keys),
        "film": film,
        "may_edit": may(request.user, Act.EDIT),
        "problem": problem,
        "is_panel": True,
        "here": reverse("film_points", args=[film.pk]),
    }
    return render_to_string("admin/sources/points/_panel.html", context, request)


@require_POST
def decide_point(request: HttpRequest, film_id: int) -> HttpResponse:
    """Decide one point, take its decision back, or decide all that were ticked."""
    film = find_film(request, film_id, Act.EDIT)
    problem, done = "", ""
    try:
        if request.POST.get("act") == "take_back":
            key, seen = request.POST.get("key", ""), request.POST.get("seen", "") or "none"
            kept = take_back_decision(film.record, key, request.user, seen)
            done = " ".join([_("The decision was taken back."), *kept])
        elif request.POST.get("act", "").startswith("add:"):
            number = request.POST["act"].partition(":")[2]
            add_missing(film.record, read_number(number), request.user)
            done = _("It was added to the film.")
        else:
            done, problem = _decide(request, film)
    except ValidationError as error:
        problem = " ".join(error.messages)
    if "panel" in request.POST:
        return _answer_panel(request, film, problem)
    if done:
        messages.success(request, done)
    if problem:
        messages.error(request, problem)
    return HttpResponseRedirect(_way_back(request, film))


def _decide(request: HttpRequest, film: Film) -> tuple[str, str]:
    """Return what was done and what was not, in words."""
    if "bulk" in request.POST:
        wishes = read_wishes(request.POST)
        if not wishes:
            return "", _("Tick at least one point.")
    else:
        points = {point.key: point for point in compare_film(film.record).points}
        wishes = [read_wish(request.POST, points)]
    done = decide_all(film.record, wishes, request.user)
    count = len(done.made)
    text = ngettext("%(count)d point was decided.", "%(count)d points were decided.", count)
    return text % {"count": count} if count else "", " ".join(done.refused)


def _answer_panel(request: HttpRequest, film: Film, problem: str) -> JsonResponse:
    keys = request.POST.getlist("shown") or [request.POST.get("key", "")]
    answer: dict[str, Any] = {
        "html": _panel(request, film, keys, problem),
        "marks": marks_of(film),
        "fields": [] if problem else written_fields(film, request.POST.get("key", "")),
    }
    return JsonResponse(answer, status=REFUSED if problem else 200)


def _way_back(request: HttpRequest, film: Film) -> str:
    here = request.POST.get("here", "")
    is_ours = url_has_allowed_host_and_scheme(here, {request.get_host()}, request.is_secure())
    place = reverse("film_points", args=[film.pk])
    return here if is_ours and here.startswith(place) else place
