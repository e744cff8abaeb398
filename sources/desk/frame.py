"""What every page about a film's sources needs: the film, the source, who may what."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse

from editorial.rights import Act, may
from films.models import Film
from sources.desk.places import is_of_film
from sources.models import Source


def find_film(request: HttpRequest, film_id: int, act: Act = Act.VIEW) -> Film:
    """Return the film if the user may do this with it."""
    if not may(request.user, act):
        raise PermissionDenied
    film: Film = get_object_or_404(Film.objects.select_related("record"), pk=film_id)
    return film


def find_source(source_id: int) -> Source:
    return get_object_or_404(Source.objects.select_related("added_by"), pk=source_id)


def find_source_of(film: Film, source_id: int) -> Source:
    """Return a source that says something of the film, or nothing yet of any."""
    source = find_source(source_id)
    if not is_of_film(source, film):
        raise Http404
    return source


def frame(request: HttpRequest, film: Film, title: Any) -> dict[str, Any]:
    return {
        **admin.site.each_context(request),
        "title": title,
        "opts": Film._meta,
        "original": film,
        "film": film,
        "sources_url": sources_url(film),
        "may_edit": may(request.user, Act.EDIT),
    }


def sources_url(film: Film) -> str:
    return reverse("film_sources", args=[film.pk])


def address_of(name: str, *args: int) -> str:
    """Return the address, '' where this installation has none of the name."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
