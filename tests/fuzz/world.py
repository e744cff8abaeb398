"""The site at whose doors the cases knock: the world of the bad-input runner, and some more."""

import shutil
from pathlib import Path
from tempfile import mkdtemp

from tests.bad_input.world import furnish, open_world

FILM = "night-ferry"


def open_fuzz_world() -> None:
    """Point Django at a site of its own with a live film, a page, a person and a festival."""
    open_world()
    furnish()
    # A thousand refusals need no lines.
    import logging

    logging.disable(logging.CRITICAL)
    from editorial.publishing import publish
    from films.models import Film
    from tests import factories

    film = Film.objects.get(record__key=FILM)
    factories.CreditFactory(film=film)
    factories.SelectionFactory(film=film)
    factories.place(film, factories.make_image())
    page = factories.PageFactory()
    for code in ("en", "de"):
        publish(film.record, code)
        publish(page.record, code)


def own_database() -> None:
    """Give this process a copy of the database; what it breaks is broken for itself alone."""
    from django.db import connection

    connection.close()
    name = connection.settings_dict["NAME"]
    if "memory" in str(name):
        return
    own = Path(mkdtemp(prefix="own-", dir=Path(name).parent)) / "db.sqlite3"
    for ending in ("", "-wal"):
        if Path(f"{name}{ending}").exists():
            shutil.copy(f"{name}{ending}", f"{own}{ending}")
    connection.settings_dict["NAME"] = str(own)
