"""What processes of a trial site do: `python -m tests.desk.backup.world fill|write|hashes ...`."""

import io
import json
import sys
from pathlib import Path

import django

SUBTITLES = b"WEBVTT\n\n00:01.000 --> 00:02.000\nAhoy.\n"


def fill() -> None:
    """Two films, one of them live, with credits, a picture, a trailer and subtitles."""
    from assets.adding import add_subtitles
    from assets.subtitles import accept_subtitles
    from editorial.changes import change
    from editorial.publishing import publish
    from tests.factories import CreditFactory, FilmFactory, add_trailer, make_image, place

    film = FilmFactory(key="night-ferry")
    FilmFactory(key="harbour")
    CreditFactory(film=film)
    place(film, make_image(width=320, height=240), usage="still")
    add_trailer(film)
    with change(None, "test"):
        add_subtitles(accept_subtitles(SUBTITLES, "ahoy.vtt"))
        publish(film.record, "en")


def write(stop: Path) -> None:
    """Write films and pictures, one change after the other, until `stop` exists."""
    from editorial.changes import change
    from tests.factories import CreditFactory, FilmFactory, make_image, place

    number = 0
    while not stop.exists():
        film = FilmFactory(key=f"busy-{number}")
        CreditFactory(film=film)
        place(film, make_image(width=200, height=150, colour=(number % 250, 7, number // 250)))
        with change(None, "again"):
            film.tagline_en = f"Number {number}"
            film.save()
        number += 1
        if number == 1:
            print("writing", flush=True)
    print(number, flush=True)


def hashes() -> None:
    """Print the hash of every record's document, and that of its latest revision."""
    from editorial.documents import document_of, hash_of
    from editorial.models import Record, Revision

    found = {}
    for record in Record.objects.order_by("pk"):
        line = Revision.objects.filter(record=record, line="desk").order_by("-pk")
        latest = line.values_list("hash", flat=True).first()
        found[str(record.uuid)] = [str(record), hash_of(document_of(record)), latest]
    print(json.dumps(found))


def revisions() -> None:
    """Print every hash that a record's desk ever had."""
    from editorial.models import Revision

    found: dict[str, list[str]] = {}
    rows = Revision.objects.filter(line="desk").values_list("record__uuid", "hash")
    for uuid, value in rows:
        found.setdefault(str(uuid), []).append(value)
    print(json.dumps(found))


def shown() -> None:
    """Print what visitors get of every film that is live, as JSON."""
    from django.test import Client

    from editorial.models import Publication

    visitor = Client(SERVER_NAME="localhost")
    films = Publication.objects.live().filter(kind="film").exclude(language="")
    answers = [visitor.get(f"/{film.language}/{film.path}/film.json") for film in films]
    assert [answer.status_code for answer in answers] == [200] * len(answers)
    print(json.dumps([answer.json() for answer in answers]))


if __name__ == "__main__":
    django.setup()
    sys.stdout = io.TextIOWrapper(sys.stdout.buffer, line_buffering=True)
    command, *arguments = sys.argv[1:]
    actions = {"fill": fill, "hashes": hashes, "revisions": revisions, "shown": shown}
    write(Path(arguments[0])) if command == "write" else actions[command]()
