"""What is asked of a site from within: `python -m tests.kills.inside COMMAND`."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import django


def open_desk() -> None:
    """Make the editor and a film whose texts are saved again and again."""
    from django.contrib.auth import get_user_model

    from editorial.publishing import publish
    from tests.bad_input.world import EDITOR, PASSWORD
    from tests.factories import CreditFactory, FilmFactory

    get_user_model().objects.create_superuser(EDITOR, "editor@example.com", PASSWORD)
    film = FilmFactory(key="night-ferry")
    CreditFactory(film=film)
    publish(film.record, "en")


def add_picture() -> None:
    """Take a picture; its sizes wait for the worker."""
    from tests.factories import make_image

    make_image(width=2000, height=1300)


def go_on() -> None:
    """Make what another state of the same site has more: a film and a picture."""
    from tests.factories import FilmFactory, make_image

    FilmFactory(key="harbour")
    make_image(width=900, height=700, colour=(9, 90, 9))


def ask_for_kits() -> None:
    """Ask for the press kits of a film in every format."""
    from editorial.publishing import publish
    from press.building.asking import ask_for_kits as ask
    from press.kit.formats import FORMATS
    from tests.factories import FilmFactory

    film = FilmFactory(key="night-ferry")
    publish(film.record, "en")
    ask(film.record, ["en"], list(FORMATS), None)


def tell() -> None:
    """Print what is in the database, for who looks from outside."""
    from django_tasks_db.models import DBTaskResult

    from assets.models import Image, MediaFile
    from editorial.documents import document_of, hash_of
    from editorial.models import Record, Revision
    from films.models import Film
    from press.models import Kit

    lines = Revision.objects.filter(line="desk").order_by("record", "-pk")
    latest: dict[int, str] = {}
    for record, value in lines.values_list("record", "hash"):
        latest.setdefault(record, value)
    records = Record.objects.order_by("pk")
    told = {
        "records": records.count(),
        "half": [str(one) for one in records if hash_of(document_of(one)) != latest.get(one.pk)],
        "texts": list(Film.objects.values_list("logline_en", "synopsis_long_en")),
        "saved": [text for text in map(_text_of, lines) if text],
        "films": list(Film.objects.order_by("pk").values_list("record__key", flat=True)),
        "videos": list(MediaFile.objects.values_list("sha256", "size")),
        "pictures": [(one.is_complete, one.is_cropped) for one in Image.objects.all()],
        "kits": list(Kit.objects.values_list("state", "sha256", "attempts")),
        "jobs": [(str(job.status), len(job.worker_ids)) for job in DBTaskResult.objects.all()],
    }
    print(json.dumps(told))


def _text_of(revision: object) -> str:
    from tests.kills.saves import number_in

    return number_in(json.dumps(revision.document))  # type: ignore[attr-defined]


COMMANDS: dict[str, Callable[[], None]] = {
    "desk": open_desk,
    "picture": add_picture,
    "more": go_on,
    "kits": ask_for_kits,
    "tell": tell,
}

if __name__ == "__main__":
    sys.path.insert(0, str(Path.cwd()))
    django.setup()
    COMMANDS[sys.argv[1]]()
