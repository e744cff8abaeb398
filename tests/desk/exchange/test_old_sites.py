"""Old sites in folders and exports: taken in, reported, written and read back to the byte."""

import zipfile
from io import StringIO

import pytest
from django.core.files.storage import default_storage

from assets.models import MediaFile
from assets.naming import site_name_of
from desk.exchange import export_content, load_export, read_export
from desk.importing.folder import read_folder
from desk.loading import LoadOptions, load_folder
from editorial.changes import change
from editorial.publishing import publish
from films.models import Film
from microsites.models import ArchivedSite
from pages.models import Redirect
from tests.assets.sites.zips import INDEX
from tests.bad_input.doors import run_import
from tests.factories import FilmFactory
from tests.microsites.archive.old_site import files, give_site

pytestmark = pytest.mark.django_db
TEXT = "---\ntitle: Ferry\ncategory: short\nyear: 2001\n---\nA ferry.\n"
LINK = b'<meta name="viewport"><a href="/former/en/ferry/">Film</a>'


@pytest.fixture
def folder(tmp_path):
    """A film's folder with an old site in it."""
    write(tmp_path, {"index.html": LINK})
    return tmp_path


def write(root, contents: dict[str, bytes]) -> None:
    film = root / "films" / "ferry"
    for name, data in contents.items():
        path = film / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (film / "index_en.md").write_text(TEXT)


def load(root, **options):
    return load_folder(read_folder(root, ["en", "de"]), LoadOptions(**options))


def bytes_of(film: Film) -> bytes:
    with default_storage.open(site_name_of(film.archived_site.file.sha256)) as file:
        return file.read()


def test_site_of_a_folder_is_taken_in_and_reported(folder):
    (film,) = load(folder).films
    assert (film.status, film.problems) == ("created", [])
    assert film.proposals == [
        "Old site taken in (files: 1). Report: 1 link out of the site.",
        "Redirect made: /former/en/ferry/… → /en/ferry/…",
    ]
    with default_storage.open(
        site_name_of(ArchivedSite.objects.get().file.sha256)
    ) as file, zipfile.ZipFile(file) as archive:  # fmt: skip
        assert archive.read("index.html") == LINK


def test_former_address_leads_to_the_site(client, folder):
    load(folder, is_publishing=True)
    answers = [
        client.get(path) for path in ("/former/en/ferry/site", "/former/en/ferry/site/x.html")
    ]
    assert [answer.url for answer in answers] == ["/en/ferry/site/", "/en/ferry/site/x.html"]
    assert client.get("/former/en/ferry/site", follow=True).content == LINK


def test_second_import_changes_nothing(folder):
    load(folder)
    (film,) = load(folder).films
    assert (film.status, film.proposals) == ("unchanged", [])
    assert (ArchivedSite.objects.count(), Redirect.objects.count()) == (1, 1)


def test_changed_folder_replaces_the_site_unless_an_editor_did(folder):
    load(folder)
    write(folder, {"index.html": INDEX})
    assert load(folder).films[0].status == "updated"
    film = Film.objects.get()
    own = give_site(film, files()).file
    write(folder, {"index.html": LINK})
    (again,) = load(folder).films
    assert [problem.key for problem in again.problems] != []
    assert ArchivedSite.objects.get().file == own


def test_refused_site_is_reported_and_the_former_one_kept(folder):
    load(folder)
    kept = ArchivedSite.objects.get().file
    write(folder, {"shell.php": b"x"})
    (film,) = load(folder).films
    assert [(p.file, "shell.php" in p.message) for p in film.problems] == [
        ("films/ferry/site/", True)
    ]
    assert ArchivedSite.objects.get().file == kept


def test_dry_run_takes_nothing_in(folder):
    load(folder, is_dry_run=True)
    assert (MediaFile.objects.count(), Redirect.objects.count()) == (0, 0)
    assert default_storage.exists("sites") is False


def test_link_in_place_of_the_folder_is_not_followed(folder, tmp_path):
    site = folder / "films" / "ferry" / "site"
    site.rename(tmp_path / "elsewhere")
    site.symlink_to(tmp_path / "elsewhere")
    load(folder)
    assert ArchivedSite.objects.exists() is False


def test_import_is_undone_with_its_site(folder):
    from desk.models import ImportRun
    from desk.undoing import undo_import

    run_import(folder, StringIO())
    undo_import(ImportRun.objects.get())
    assert (ArchivedSite.objects.count(), Redirect.objects.count()) == (0, 0)


def tree(root) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_export_brings_the_site_back_to_the_byte(tmp_path, client):
    film = FilmFactory(key="ferry")
    give_site(film, files(), adds_viewport=False)
    publish(film.record, "en")
    before = bytes_of(film)
    export_content(tmp_path / "a")
    assert (tmp_path / "a/films/ferry/sites/old-site.zip").read_bytes() == before
    site = film.archived_site
    default_storage.delete(site_name_of(site.file.sha256))
    with change(None, "test"):
        site.delete()
        film.delete()
        MediaFile.objects.all().delete()
    report = load_export(read_export(tmp_path / "a"), LoadOptions())
    assert report.is_clean
    back = Film.objects.get()
    assert (bytes_of(back), back.archived_site.adds_viewport) == (before, False)
    assert client.get("/en/ferry/site/").status_code == 200
    export_content(tmp_path / "b")
    assert tree(tmp_path / "b") == tree(tmp_path / "a")


def test_hostile_archive_in_an_export_is_reported(tmp_path):
    film = FilmFactory(key="ferry")
    give_site(film, files())
    export_content(tmp_path / "a")
    (tmp_path / "a/films/ferry/sites/old-site.zip").write_bytes(b"PK\3\4 nothing")
    report = load_export(read_export(tmp_path / "a"), LoadOptions())
    assert [p.file for p in report.problems] == ["films/ferry/sites/old-site.yaml"]
