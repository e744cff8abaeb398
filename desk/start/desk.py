"""The start page as one object, limited to what its reader may see."""

from dataclasses import dataclass
from typing import Any

from desk.start.attention import attention_of
from desk.start.backups import Backups, backups_of
from desk.start.blocks import Block, Item
from desk.start.coming import Launch, Showing, launches, showings
from desk.start.films import FilmRow, film_rows
from desk.start.imports import LastImport, last_import
from desk.start.press_kits import open_kits
from desk.start.recent import Recent, recent_edits, recent_work
from editorial.rights import Act, may
from films.models import Film

FILMS, SHORT = 12, 6


@dataclass(frozen=True)
class Desk:
    """`film_count` counts all films, of which only the ones last changed are rows.

    `recent` is the reader's own work, `edits` everybody's.
    """

    may_see_films: bool
    film_count: int
    films: tuple[FilmRow, ...]
    attention: tuple[Block, ...]
    recent: tuple[Recent, ...]
    edits: tuple[Recent, ...]
    showings: tuple[Showing, ...]
    launches: tuple[Launch, ...]
    kits: tuple[Item, ...]
    last_import: LastImport | None
    backups: Backups | None

    @property
    def is_empty(self) -> bool:
        return self.may_see_films and not self.film_count


def desk_of(user: Any) -> Desk:
    """Return the desk of a member of staff."""
    may_see = may(user, Act.VIEW)
    return Desk(
        may_see_films=may_see,
        film_count=Film.objects.count() if may_see else 0,
        films=film_rows(FILMS) if may_see else (),
        attention=attention_of(user) if may_see else (),
        recent=recent_work(user, SHORT),
        edits=recent_edits(SHORT) if may_see else (),
        showings=showings(SHORT) if may_see else (),
        launches=launches(SHORT) if may_see else (),
        kits=open_kits() if may_see else (),
        last_import=last_import() if may_see else None,
        backups=backups_of(user),
    )
