"""The same contents give the same bytes, whatever the day, the zone and Python's hash seed.

Processes of their own build the kits, from a copy of the database: a seed is that of a process.
"""

import hashlib
import io
import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection

from editorial.changes import change
from editorial.models import Record
from people.models import Role
from press.building import building
from press.building.asking import ask_for_kits
from press.building.freshness import is_outdated
from press.kit.contents import live_contents
from press.kit.formats import FORMATS
from tests.factories import (
    CreditFactory,
    FilmFactory,
    SelectionFactory,
    VersionFactory,
    make_image,
    place,
)
from tests.microsites.making import go_live

pytestmark = pytest.mark.django_db
LANGUAGES = ("de", "en")
BUILD = """
import sys, time_machine
import django
django.setup()
from tests.press.test_two_days import print_hashes
with time_machine.travel(sys.argv[1]):
    print_hashes()
"""


@pytest.fixture
def film():
    film = FilmFactory(
        key="ferry", slug_en="ferry", slug_de="faehre", logline_en="A ferry sails.",
        logline_de="Eine Fähre fährt.",
    )  # fmt: skip
    for role in ("director", "screenplay", "music"):
        CreditFactory(film=film, role=Role.objects.get(key=role))
    VersionFactory(film=film, runtime_seconds=5700)
    SelectionFactory(film=film)
    for number in range(2):
        facts = {"colour": (number, 60, 90), "access": "press", "photographer": "Nora Brandt"}
        place(film, make_image(caption_en="Dawn", caption_de="Morgen", **facts))
    go_live(film, *LANGUAGES)
    return film


def hashes_of(record):
    found = {}
    for format, module in FORMATS.items():
        module.write(live_contents(record, LANGUAGES), out := io.BytesIO(), lambda *step: None)
        found[format.value] = hashlib.sha256(out.getvalue()).hexdigest()
    return found


def print_hashes():
    print(json.dumps(hashes_of(Record.objects.get(key="ferry"))))


def start(database, day, seed, zone):
    environment = {
        **os.environ, "DATABASE_URL": f"sqlite:///{database}", "MEDIA_ROOT": settings.MEDIA_ROOT,
        "DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONHASHSEED": seed, "TZ": zone,
        "SITE_URL": settings.SITE_URL,
    }  # fmt: skip
    command = [sys.executable, "-c", BUILD, day]
    return subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE, text=True
    )


def test_every_format_is_equal_on_two_days_in_two_zones_with_two_seeds(film, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("The copy for other processes is one of SQLite.")
    database = tmp_path / "copy.sqlite3"
    database.write_bytes(connection.connection.serialize())
    here = hashes_of(film.record)
    builds = [
        start(database, "2031-02-03T04:05:06Z", "1", "Pacific/Kiritimati"),
        start(database, "2044-11-30T23:59:58Z", "2", "America/Los_Angeles"),
    ]
    told = [json.loads(build.communicate(timeout=120)[0]) for build in builds]
    assert list(here) == [format.value for format in FORMATS]
    assert told == [here, here]


def build_kits(film):
    kits = ask_for_kits(film.record, LANGUAGES, FORMATS, None)
    for kit in kits:
        building.build(kit.pk)
        kit.refresh_from_db()
    return kits


def test_changed_runtime_changes_every_format_and_outdates_its_kit(film):
    cache.clear()
    before = build_kits(film)
    assert [kit.state for kit in before] == ["ready"] * len(FORMATS)
    assert [is_outdated(kit) for kit in before] == [False] * len(FORMATS)
    with change(None, "test"):
        version = film.versions.get()
        version.runtime_seconds += 60
        version.save()
    go_live(film, *LANGUAGES)
    assert [is_outdated(kit) for kit in before] == [True] * len(FORMATS)
    after = build_kits(film)
    pairs = zip(before, after, strict=True)
    assert [old.format for old, new in pairs if old.sha256 == new.sha256] == []
    assert [is_outdated(kit) for kit in after] == [False] * len(FORMATS)
