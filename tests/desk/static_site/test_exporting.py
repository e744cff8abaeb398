"""The exported site: whole, nothing that is not public, only what changed, all or nothing."""

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from desk.static_site import folder as folders
from desk.static_site import making
from desk.static_site.checking import named_files
from desk.static_site.exporting import export_site
from desk.static_site.folder import CannotExport, claimed
from desk.static_site.options import Options
from editorial.changes import change
from editorial.publishing import publish, withdraw
from pages.models import Redirect
from tests.factories import CreditFactory, FilmFactory, PageFactory, make_image, place

# Answers of the real application close the connection to a server, and with it the test's.
pytestmark = [pytest.mark.django_db, pytest.mark.one_machine]
SITE = Options("https://films.example")


def export(target, options=SITE):
    return export_site(target, options, lambda known, address: None)


@pytest.fixture
def film():
    """A film live in both languages with a picture and a person; its German slug is another."""
    film = FilmFactory(key="ferry", slug_de="faehre", title_en="The Night Ferry")
    place(film, make_image())
    CreditFactory(film=film, person__name="Ada Lindqvist")
    for language in ("en", "de"):
        publish(film.record, language)
    return film


@pytest.fixture
def target(tmp_path):
    return tmp_path / "site"


def files(target):
    return {p.relative_to(target).as_posix() for p in target.rglob("*") if p.is_file()}


def links_of(target):
    """Return every file that a written page names, read from the disk alone."""
    found = set()
    for path in target.rglob("*.html"):
        place = path.relative_to(target).as_posix()
        found |= named_files(path.read_text(), "text/html", place, SITE)
    return found


def test_site_is_whole(film, target, settings):
    publish(PageFactory(slug_en="workshops").record, "en")
    done = export(target)
    there = files(target)
    assert (done.problems, links_of(target) - there) == ((), set())
    wanted = {"index.html", "404.html", "robots.txt", "sitemap.xml", "_nginx.conf"}
    wanted |= {".well-known/security.txt", "en/workshops/index.html", "en/feed.xml"}
    for code, slug in (("en", "ferry"), ("de", "faehre")):
        wanted |= {
            f"{code}/{name}"
            for name in ("index.html", "films/index.html", "films.json", "search.json", "404.html")
        }
        wanted |= {f"{code}/{slug}/{name}" for name in ("index.html", "film.json")}
        wanted |= {f"{code}/people/ada-lindqvist/index.html"}
    assert wanted - there == set()
    assert {f"{name}.br" for name in wanted if name.endswith("index.html")} - there == set()
    entries = json.loads((target / "en/search.json").read_text())
    assert ["films", "The Night Ferry", "Feature film, 2011", "ferry/"] in [e[:4] for e in entries]
    assert ["people", "Ada Lindqvist", "", "people/ada-lindqvist/"] in entries
    picture = next(name for name in there if name.startswith("media/renditions/"))
    stored = Path(settings.MEDIA_ROOT, picture.removeprefix("media/"))
    assert (target / picture).samefile(stored)


def test_nothing_that_is_not_public_gets_in(film, target):
    draft = FilmFactory(key="secret", title_en="Not Yet Told")
    place(draft, make_image(colour=(200, 10, 10)))
    now = timezone.now()
    ended = make_image(colour=(10, 200, 10), rights_until=now - timedelta(days=1))
    internal = make_image(colour=(10, 10, 200), access="internal")
    later = FilmFactory(key="later", title_en="Told Tomorrow")
    embargoed = make_image(colour=(90, 90, 10))
    place(later, embargoed)
    publish(later.record, "en", at=now + timedelta(days=1))
    place(film, ended)
    place(film, internal)
    publish(film.record, "en")
    export(target)
    there = files(target)
    kept_out = [draft.placements.get().image, ended, internal, embargoed]
    assert [i for i in kept_out if any(i.sha256[:24] in name for name in there)] == []
    shown = film.placements.first().image
    assert any(shown.sha256[:24] in name for name in there)
    texts = "".join(p.read_text() for p in target.rglob("*.html"))
    texts += "".join(p.read_text() for p in target.rglob("*.json"))
    assert [w for w in ("Not Yet Told", "Told Tomorrow", "secret", "later") if w in texts] == []


def test_second_export_does_nothing_until_a_moment_or_a_loss(film, target, time_machine):
    first = export(target)
    before = target.stat().st_ino
    second = export(target)
    assert (second.is_unchanged, second.files, target.stat().st_ino) == (True, first.files, before)
    (target / "en/ferry/index.html.gz").unlink()
    assert not export(target).is_unchanged
    assert (target / "en/ferry/index.html.gz").exists()
    time_machine.move_to(timezone.now() + timedelta(days=1))
    assert not export(target).is_unchanged


def test_only_what_changed_is_written_and_what_went_goes(film, target):
    page = PageFactory(slug_en="workshops", menu="")
    publish(page.record, "en")
    export(target)
    person = target / "en/people/ada-lindqvist/index.html"
    kept, old = person.stat().st_ino, (target / "en/ferry/index.html").stat().st_ino
    withdraw(page.record, "en")
    with change(None, "test"):
        film.synopsis_short_en = "Another ferry."
        film.save()
    publish(film.record, "en")
    done = export(target)
    assert not (target / "en/workshops/index.html").exists()
    assert "Another ferry." in (target / "en/ferry/index.html").read_text()
    assert (target / "en/ferry/index.html").stat().st_ino != old
    assert person.stat().st_ino == kept
    assert (done.changes["gone"], done.changes["new"]) == (1, 0)


def test_old_addresses_lead_on(film, target):
    with change(None, "test"):
        film.slug_en = "night-ferry"
        film.save()
        Redirect.objects.create(old_path="/films/ferry.html", new_path="/en/night-ferry/")
        Redirect.objects.create(old_path="/old", new_path="/en", is_prefix=True)
    publish(film.record, "en")
    export(target)
    for name in ("en/ferry/index.html", "en/faehre/index.html"):
        assert 'content="0; url=../night-ferry/"' in (target / name).read_text()
    assert 'href="../en/night-ferry/"' in (target / "films/ferry.html").read_text()
    lines = (target / "_redirects").read_text().splitlines()
    assert {
        "/en/ferry/ /en/night-ferry/ 301",
        "/en/ferry/* /en/night-ferry/:splat 301",
        "/en/faehre/ /en/night-ferry/ 302",
        "/films/ferry.html /en/night-ferry/ 301",
        "/old/* /en/:splat 301",
    } - set(lines) == set()
    nginx = (target / "_nginx.conf").read_text()
    assert 'location = "/films/ferry.html" { return 301 "/en/night-ferry/"; }' in nginx


def test_link_to_nothing_is_told(film, target, capsys, settings):
    publish(PageFactory(slug_en="w", body_en="See [there](/en/nowhere/).").record, "en")
    settings.SITE_URL = SITE.base
    with pytest.raises(SystemExit) as end:
        call_command("export_site", str(target), jobs=1)
    told = capsys.readouterr().out
    assert (end.value.code, "/en/w/: /en/nowhere/: the site answers 404" in told) == (1, True)


def test_foreign_folder_is_refused(film, target):
    target.mkdir()
    (target / "letter.txt").write_text("mine")
    with pytest.raises(CannotExport, match="no exported site"):
        export(target)
    assert files(target) == {"letter.txt"}


def test_failed_export_leaves_the_old_site(film, target, monkeypatch):
    export(target)
    before = {p: p.stat().st_ino for p in target.rglob("*")}
    with change(None, "test"):
        film.title_en = "Another"
        film.save()
    publish(film.record, "en")

    def fail(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(making.Maker, "_static", fail)
    with pytest.raises(CommandError, match="no room left on the disk"):
        call_command("export_site", str(target), jobs=1, base_url=SITE.base)
    assert {p: p.stat().st_ino for p in target.rglob("*")} == before
    assert [p.name for p in target.parent.iterdir() if p.name.startswith(".site")] == []


def test_page_that_breaks_leaves_the_old_site(film, target, monkeypatch):
    monkeypatch.setattr("people.views.make_filmography", lambda *args: 1 / 0)
    with pytest.raises(CannotExport, match="/en/people/ada-lindqvist/: the site answers 500"):
        export(target)
    assert not target.exists()


def test_killed_export_and_a_disk_without_exchange(film, target, monkeypatch):
    monkeypatch.setattr(folders, "_exchange", lambda one, other: False)
    export(target)
    shutil.rmtree(target / "en")
    (target.parent / ".site.new").mkdir()
    (target.parent / ".site.new" / "half.html").write_text("half")
    target.rename(target.parent / ".site.old")  # cut off between two renames
    assert export(target).changes["gone"] == 0
    assert (target / "en/ferry/index.html").exists()
    assert sorted(p.name for p in target.parent.iterdir() if "site" in p.name) == ["site"]


def test_two_exports_at_once_are_refused(film, target):
    with claimed(target), pytest.raises(CannotExport, match="Another export"):
        export(target)
    with claimed(target):  # free again
        assert list(target.parent.glob(".site.lock")) != []


def test_404_shows_itself_anywhere(film, target):
    export(target, Options("https://films.example/archive"))
    page = (target / "404.html").read_text()
    assert 'href="/archive/en/films/"' in page
    assert 'href="../' not in page
