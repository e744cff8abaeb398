"""What every page of the microsite desk needs: the film, who may what, tabs, crumbs."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from editorial.rights import Act, languages_of, may
from films.models import Film

# (key, label, name of the address); a tab whose address is not there is left out.
TABS = (
    ("pages", _("Pages"), "microsite_desk"),
    ("look", _("Look"), "microsite_desk_look"),
    ("domain", _("Own domain"), "microsite_desk_domain"),
    ("archive", _("Old site"), "microsite_desk_archive"),
)


def find_film(request: HttpRequest, film_id: int, act: Act = Act.VIEW) -> Film:
    """Return the film if the user may do this with it; translators may write own languages."""
    may_write = act is Act.TRANSLATE and bool(languages_of(request.user))
    if not may(request.user, act) and not may_write:
        raise PermissionDenied
    film: Film = get_object_or_404(Film.objects.select_related("record"), pk=film_id)
    return film


def frame(request: HttpRequest, film: Film, title: Any, tab: str = "pages") -> dict[str, Any]:
    """Return the context of `admin/microsites/frame.html`, which a page of the desk extends."""
    return {
        **admin.site.each_context(request),
        "title": title,
        "opts": Film._meta,
        "original": film,
        "film": film,
        "desk_url": reverse("microsite_desk", args=[film.pk]),
        "tabs": make_tabs(film, tab),
        "may_edit": may(request.user, Act.EDIT),
        "may_write": bool(languages_of(request.user)),
    }


def make_tabs(film: Film, chosen: str) -> list[tuple[Any, str, bool]]:
    """Return (label, address, is it this one)."""
    tabs = []
    for key, label, name in TABS:
        try:
            tabs.append((label, reverse(name, args=[film.pk]), key == chosen))
        except NoReverseMatch:
            continue
    return tabs
