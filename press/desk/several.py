"""Kits of several films at once: chosen in the list of films, built together, watched together."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from editorial.fields import languages
from films.models import Film
from press.building.asking import live_languages
from press.building.readiness import find_gaps
from press.desk.forms import KitForm
from press.desk.shown import as_context, show_kits, sum_gaps
from press.desk.views import INVALID, build_for, require_builder, say_begun
from press.kit.formats import FORMATS

MOST = 100


@admin.action(description=gettext_lazy("Build press kits"))
def choose_kits(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    """Lead from the list of films to the page that asks for languages and formats."""
    chosen = queryset.order_by("pk").values_list("pk", flat=True)[:MOST]
    numbers = ",".join(str(pk) for pk in chosen)
    return HttpResponseRedirect(f"{reverse('press_kits_several')}?films={numbers}")


def films_of(request: HttpRequest) -> list[Film]:
    """Return the films of the address; what is no number, or no film, is left out."""
    given = request.GET.get("films", "").split(",")[:MOST]
    numbers = [int(one) for one in given if one.isascii() and one.isdigit() and len(one) < 10]
    return list(Film.objects.select_related("record").filter(pk__in=numbers).order_by("pk"))


@require_http_methods(["GET", "HEAD", "POST"])
def show_several(request: HttpRequest) -> HttpResponse:
    require_builder(request.user)
    films = films_of(request)
    live = {film.pk: live_languages(film.record) for film in films}
    form = KitForm(request.POST or None, request.user, languages())
    if request.method == "POST" and form.is_valid():
        return _build(request, films, form, live)
    found = {film: find_gaps(film, tuple(live[film.pk]) or tuple(languages())) for film in films}
    context = {
        **admin.site.each_context(request),
        "title": _("Press kits"),
        "opts": Film._meta,
        "films": [
            (
                film,
                reverse("press_kits", args=[film.pk]),
                len(gaps),
            )
            for film, gaps in found.items()
        ],
        "sums": sum_gaps(found),
        "form": form,
        "chosen": ",".join(str(film.pk) for film in films),
        "has_formats": bool(len(FORMATS)),
        **_list(request, films),
    }
    status = INVALID if request.method == "POST" else 200
    return TemplateResponse(request, "admin/press/several.html", context, status=status)


def _list(request: HttpRequest, films: list[Film]) -> dict[str, Any]:
    rows = show_kits(films, request.user)
    return as_context(rows) | {"names_films": True}


def _build(
    request: HttpRequest, films: list[Film], form: KitForm, live: dict[int, list[str]]
) -> HttpResponse:
    """Ask for what can be built; a film that is not live in a language is named."""
    total = 0
    for film in films:
        count, problem = build_for(request, film, form, live[film.pk])
        total += count
        if problem:
            messages.warning(request, f"{film}: {problem}")
    if total:
        say_begun(request, total)
    return HttpResponseRedirect(request.get_full_path())


@require_safe
def show_list(request: HttpRequest) -> HttpResponse:
    require_builder(request.user)
    return TemplateResponse(request, "admin/press/_kits.html", _list(request, films_of(request)))
