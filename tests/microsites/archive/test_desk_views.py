"""/admin/films/film/<id>/microsite/archive/"""

import os

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from assets.models import MediaFile
from assets.room import BLOCK
from editorial.changes import change
from editorial.publishing import publish
from microsites.models import ArchivedSite
from tests.assets.sites.zips import INDEX, make_odd_zip, make_zip
from tests.bad_input.doors import names_in
from tests.factories import FilmFactory, make_member
from tests.limited import files_up_to
from tests.microsites.archive.old_site import files, give_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return FilmFactory(key="ferry")


@pytest.fixture
def page(film):
    return reverse("microsite_desk_archive", args=[film.pk])


def upload(data=None, name="old.zip") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, make_zip() if data is None else data, "application/zip")


def messages_of(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def version_on(response) -> str:
    return response.context["version"]


def test_uploaded_site_is_kept_and_shown(desk, film, page):
    data = {"version": "", "upload": upload(make_zip(files())), "adds_viewport": "on"}
    response = desk.post(page, data, follow=True)
    site = film.archived_site
    assert (site.file.kind, site.file.original_name, site.adds_viewport) == (
        MediaFile.Kind.SITE, "old.zip", True,
    )  # fmt: skip
    assert response.redirect_chain == [(page, 302)]
    assert response.context["count"] == 11


def test_report_is_told_after_the_upload(desk, page):
    site = make_zip({"index.html": b'<img src="none.png"><meta name="viewport">'})
    response = desk.post(page, {"version": "", "upload": upload(site)}, follow=True)
    assert messages_of(response) == ["“old.zip” is taken in. Report: 1 missing file."]


def test_refused_file_leaves_nothing_and_keeps_what_was_typed(desk, film, page):
    before = names_in("")
    response = desk.post(page, {"version": "", "upload": upload(make_odd_zip("../x.html"))})
    assert (response.status_code, "upload" in response.context["form"].errors) == (200, True)
    assert response.context["form"]["adds_viewport"].value() is False
    assert (names_in(""), MediaFile.objects.count(), ArchivedSite.objects.count()) == (before, 0, 0)


def test_site_for_which_tmpdir_has_no_room_is_said_at_the_field(desk, page, monkeypatch):
    monkeypatch.setattr("assets.sites.accepting.IN_MEMORY_BYTES", BLOCK)
    site = make_zip({"index.html": b"<p>x", "a.bin.txt": os.urandom(2 * BLOCK).hex().encode()})
    with files_up_to(BLOCK):
        data = {"version": "", "upload": upload(site)}
        response = desk.post(page, data, headers={"Accept-Language": "de"})
    errors = response.context["form"].errors
    assert (response.status_code, [*errors]) == (200, ["upload"])
    assert errors["upload"][0].startswith("Der Datenträger ist voll")


def test_first_save_needs_a_file_and_later_ones_do_not(desk, film, page):
    response = desk.post(page, {"version": ""})
    assert list(response.context["form"].errors) == ["upload"]
    give_site(film)
    version = version_on(desk.get(page))
    desk.post(page, {"version": version})
    assert ArchivedSite.objects.get(film=film).adds_viewport is False


def test_replaced_site_can_be_brought_back(desk, film, page):
    first = give_site(film).file
    version = version_on(desk.get(page))
    response = desk.post(page, {"version": version, "upload": upload()}, follow=True)
    assert response.redirect_chain == [(f"{page}?former={first.uuid}", 302)]
    desk.post(reverse("microsite_desk_archive_undo", args=[film.pk]), {"file": str(first.uuid)})
    assert ArchivedSite.objects.get(film=film).file == first


def test_deleted_site_can_be_brought_back_as_it_was(desk, film, page):
    site = give_site(film, adds_viewport=False)
    version = version_on(desk.get(page))
    response = desk.post(
        reverse("microsite_desk_archive_delete", args=[film.pk]), {"version": version}, follow=True
    )
    assert ArchivedSite.objects.filter(film=film).exists() is False
    assert response.redirect_chain == [(f"{page}?former={site.file.uuid}", 302)]
    desk.post(reverse("microsite_desk_archive_undo", args=[film.pk]), {"file": str(site.file.uuid)})
    back = ArchivedSite.objects.get(film=film)
    assert (back.file, back.adds_viewport, back.uuid) == (site.file, False, site.uuid)


@pytest.mark.parametrize("file", ["", "no-uuid", "00000000-0000-4000-8000-000000000000"])
def test_only_what_the_film_once_had_is_brought_back(desk, film, file):
    other = give_site(FilmFactory())
    for wanted in (file, str(other.file.uuid)):
        desk.post(reverse("microsite_desk_archive_undo", args=[film.pk]), {"file": wanted})
    assert ArchivedSite.objects.filter(film=film).exists() is False


def test_what_somebody_changed_meanwhile_is_not_overwritten(desk, film, page):
    first = give_site(film).file
    response = desk.post(page, {"version": "", "upload": upload()})
    assert (response.status_code, response.context["is_conflict"]) == (409, True)
    desk.post(reverse("microsite_desk_archive_delete", args=[film.pk]), {"version": "other"})
    assert ArchivedSite.objects.get(film=film).file == first


def test_translator_and_viewer_read_the_report_only(client, film, page):
    give_site(film)
    for role, facts in (("viewer", {}), ("translator", {"languages": ["de"]})):
        client.force_login(make_member(role, **facts))
        assert client.get(page).status_code == 200
        assert client.post(page, {"upload": upload()}).status_code == 403


def test_preview_is_offered_before_anything_is_live(desk, client, film, page):
    give_site(film)
    previews = dict(desk.get(page).context["previews"])
    client.logout()
    assert b"The Ferry" in client.get(previews["English"]).content


def test_redirects_are_proposed_and_known_ones_marked(desk, film, page):
    index = b'<meta name="viewport"><a href="/former/en/ferry/">Film</a>'
    give_site(film, {"index.html": index})
    from microsites.archive.former import Rule
    from pages.models import Redirect

    rule = Rule("/former/en/ferry", "", True, "/en/ferry/")
    assert desk.get(page).context["redirects"][0] == (rule, False)
    with change(None, "test"):
        Redirect.objects.create(old_path=rule.old_path, is_prefix=True, new_path=rule.new_path)
    assert desk.get(page).context["redirects"][0] == (rule, True)


def test_lost_file_is_said(desk, film, page):
    from django.core.files.storage import default_storage

    from assets.sites.archive import open_archive

    site = give_site(film, {"index.html": INDEX + b"lost"})
    default_storage.delete(open_archive(site.file.sha256).name)
    open_archive.cache_clear()
    assert desk.get(page).context["is_lost"] is True


def test_page_speaks_german(desk, film, page, settings):
    give_site(film)
    text = desk.get(page, headers={"accept-language": "de"}).content.decode()
    assert [word in text for word in ("Alte Website", "Seiten, die Handys nicht kennen")] == [
        True, True,
    ]  # fmt: skip


def test_site_comes_back_with_an_earlier_state_of_the_film(desk, film):
    from editorial.documents import apply_document, document_of

    site = give_site(film)
    document = document_of(film.record)
    with change(None, "test"):
        site.delete()
    with change(None, "test"):
        apply_document(film.record, document)
    assert ArchivedSite.objects.get(film=film).file == site.file
    publish(film.record, "en")
    assert desk.get("/en/ferry/site/").status_code == 200
