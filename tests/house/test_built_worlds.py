"""A world that is built once comes back as it was built, to the row and the file."""

from pathlib import Path

from django.db import transaction

from tests.built import built_once, rows
from tests.factories import PersonFactory, make_image


def look(build, media: Path) -> tuple:
    """Return what the function returns and leaves, and take it back."""
    point = transaction.savepoint()
    found = build().name, rows(), {path.name: path.read_bytes() for path in media.rglob("*.*")}
    transaction.savepoint_rollback(point)
    return found


def test_second_world_is_the_first(db, settings):
    calls = []

    @built_once
    def build():
        calls.append(1)
        return PersonFactory(name="Ada", portrait=make_image())

    first = look(build, Path(settings.MEDIA_ROOT))
    settings.MEDIA_ROOT += "-2"
    assert look(build, Path(settings.MEDIA_ROOT)) == first
    assert len(first[2]) > 0
    PersonFactory(name="Somebody else")
    settings.MEDIA_ROOT += "-3"
    build()
    assert len(calls) == 2
