"""The site that the request bench asks: the demo, published, as a server of production sees it."""

import io
import os
from pathlib import Path

from tests.browser.world import Folder, manage

# The demo's Baikonur has 60 credits, 24 stills and 15 selections.
FILM = "baikonur"
FILM_PAGE, HOME = f"/en/{FILM}/", "/en/"


def fill_site(folder: Path, is_quick: bool) -> dict[str, str]:
    """Import the demo into the open site; return the environment of its servers."""
    from django.core.management import call_command

    only = {"only": FILM} if is_quick else {}
    call_command("import_content", "demo/catalogue", verbosity=0, stdout=io.StringIO(), **only)
    _complete_pictures()
    environment = Folder(folder, folder / "static").environment()
    environment["TIME_ZONE"] = os.environ.get("TIME_ZONE", "Europe/Berlin")
    manage(environment, "collectstatic", "--noinput", "--verbosity", "0")
    return environment


def _complete_pictures() -> None:
    """Mark all sizes as made: pages name the files, and nobody here asks for them."""
    from django.db.models import QuerySet

    from assets.cropping import mark_of
    from assets.models import Image

    for image in Image.objects.all():
        mark = mark_of(image.sha256, (image.focal_x, image.focal_y)) + "14161a"
        QuerySet(Image).filter(pk=image.pk).update(is_complete=True, cropped_for=mark)


def change_elsewhere() -> None:
    """Do what every change does that visitors can see."""
    from editorial.models import ContentVersion

    ContentVersion.step()


def change_film() -> None:
    """Change a fact of the film and publish it."""
    from editorial.changes import change
    from editorial.publishing import publish
    from films.models import Film

    film = Film.objects.get(record__key=FILM)
    film.year = 2010 if film.year == 2011 else 2011
    with change(None, "bench"):
        film.save()
    publish(film.record, "en")
