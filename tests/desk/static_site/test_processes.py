"""The command as it is run: two processes, PostgreSQL and a file store; what films bring along."""

import re

import pytest

from tests.journeys.machines import Machine

FILL = """
from tests.deploy.filling import name_static_files
name_static_files()
from editorial.changes import change
from editorial.publishing import publish
from microsites.models import Domain
from press.building.asking import ask_for_kits
from press.building.building import build
from press.models import Kit
from tests.assets.sites.zips import INDEX
from tests.factories import FilmFactory, make_image, place
from tests.microsites.archive.old_site import show_site
film = FilmFactory(key="ferry", title_en="Night Ferry", logline_en="It sails.")
place(film, make_image())
show_site(film, {"index.html": INDEX, "not linked.txt": b"from 1996"})
own = FilmFactory(key="pier", title_en="The Pier", logline_en="It stands.")
place(own, make_image(colour=(9, 90, 9)))
with change(None, "test"):
    Domain.objects.create(film=own, host="pier.example")
publish(own.record, "en")
(kit,) = ask_for_kits(film.record, ["en"], [Kit.Format.DOCX], None)
build(kit.pk)
kit.refresh_from_db()
print(kit.state)
"""

CHANGE = """
from editorial.changes import change
from editorial.publishing import publish
from films.models import Film
film = Film.objects.get(record__key="ferry")
with change(None, "test"):
    film.synopsis_short_en = "Another ferry."
    film.save()
publish(film.record, "en")
"""


@pytest.fixture(scope="module")
def site(postgres, object_store, tmp_path_factory):
    """A machine with its database and its store, and the site that it has exported."""
    folder = tmp_path_factory.mktemp("export")
    url, store = postgres.migrated_database(), object_store.new_url()
    machine = Machine(folder / "machine", DATABASE_URL=url, STORAGE_URL=store)
    assert machine.manage("shell", "--verbosity", "0", "--command", FILL) == "ready"
    return machine, folder / "site", export(machine, folder / "site")


def export(machine, target):
    words = ("--base-url", "https://films.example", "--jobs", "2")
    return machine.manage("export_site", str(target), *words)


def text_of(target, name):
    return (target / name).read_text()


def test_two_processes_write_the_whole_site(site):
    _machine, target, told = site
    assert re.fullmatch(r"\d+ files, .*\. Links to nothing: 0\. .*", told)
    assert (target / "en/ferry/index.html").exists()
    picture = next((target / "media/renditions").rglob("*.jpg"))
    assert picture.read_bytes()[:3] == b"\xff\xd8\xff"  # fetched from the store


def test_kit_and_every_file_of_an_old_site_come_along(site):
    _machine, target, _told = site
    (kit,) = target.glob("en/ferry/press/*ferry*.docx")
    assert kit.read_bytes()[:2] == b"PK"
    assert f'href="{kit.name}"' in text_of(target, "en/ferry/press/index.html")
    assert "All aboard." in text_of(target, "en/ferry/site/index.html")
    assert text_of(target, "en/ferry/site/not linked.txt") == "from 1996"
    assert "location ^~ /en/ferry/site/ {" in text_of(target, "_nginx.conf")


def test_microsite_with_a_host_of_its_own_names_that(site):
    _machine, target, _told = site
    canonical = '<link rel="canonical" href="https://pier.example/en/">'
    assert text_of(target, "en/pier/microsite/index.html").count(canonical) == 1


def test_second_run_finds_nothing_to_do_and_the_next_only_what_changed(site):
    machine, target, _told = site
    before = target.stat().st_ino
    assert export(machine, target).startswith("Nothing has changed since the last export.\n")
    assert target.stat().st_ino == before
    machine.manage("shell", "--verbosity", "0", "--command", CHANGE)
    told = export(machine, target)
    # The kit, on two press pages, no longer says what the film says.
    assert re.search(r" 0 new, \d+ changed, \d+ same, 2 gone\.", told)
    assert "Another ferry." in text_of(target, "en/ferry/index.html")
