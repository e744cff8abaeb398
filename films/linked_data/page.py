"""What a film's page tells: the work, its screenings, and where the page stands."""

from django.urls import reverse
from django.utils.translation import gettext as _

from films.linked_data.screenings import screening_data
from films.linked_data.work import work_data, work_id
from films.sheet.objects import FilmSheet
from pages.linked_data import Node, graph, path_data


def film_linked_data(film: FilmSheet) -> Node:
    """Return the graph of the film page, without empty properties."""
    url = reverse("address", args=[film.language, film.path])
    shown = film.hero or film.poster
    picture = shown.picture if shown else None
    events = [
        screening_data(screening, film.title.value, work_id(film), url, picture)
        for screening in film.screenings
    ]
    places = [
        (_("Home"), reverse("home", args=[film.language])),
        (_("Films"), reverse("catalogue", args=[film.language])),
        (film.title.value, url),
    ]
    return graph(work_data(film), *events, path_data(places))
