"""The one picture that stands for a film at the desk."""

from collections.abc import Iterable

from django.utils.translation import get_language

from assets.models import Image
from films.models import Placement

STILL_FIRST = ("still", "background", "poster", "teaser", "title_art")
POSTER_FIRST = ("poster", "teaser", "still", "background", "title_art")


def key_pictures(films: Iterable[int], order: tuple[str, ...] = STILL_FIRST) -> dict[int, Image]:
    """Return by film the best picture in the order of uses, in the reader's language. One query."""
    spoken = (get_language() or "")[:2]
    rows = Placement.objects.filter(film__in=list(films)).select_related("image")
    best: dict[int, Placement] = {}

    def rank(row: Placement) -> tuple[int, bool, int]:
        return order.index(row.usage), row.language not in (spoken, ""), row.position

    for row in rows:
        if row.film_id not in best or rank(row) < rank(best[row.film_id]):
            best[row.film_id] = row
    return {film: row.image for film, row in best.items()}
