"""Deleting, bringing back, deleting for good."""

import os
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from assets.accepting import accept_image
from assets.adding import add_image, store_image
from assets.naming import original_name_of
from desk.bin.files import delete_unused_files, files_in_use
from desk.bin.purging import purge_due
from desk.exchange.exporting import export_content
from editorial.changes import change
from editorial.documents import canonical, document_of
from editorial.history.binning import put_in_bin
from editorial.history.restoring import restore_from_bin, restore_revision
from editorial.models import Membership, Record, Revision
from editorial.publishing import publish
from films.models import Credit, Film, Placement
from people.models import Person
from tests.editorial.history.test_restoring import full_film, latest
from tests.factories import (
    CreditFactory,
    EditionFactory,
    FilmFactory,
    PersonFactory,
    SelectionFactory,
    make_image,
    picture_bytes,
    place,
)

pytestmark = pytest.mark.django_db


def delete(browser, row, model) -> None:
    address = reverse(f"admin:{model}_delete", args=[row.pk])
    assert browser.post(address, {"post": "yes"}).status_code == 302


def age(record, days) -> None:
    Record.objects.filter(pk=record.pk).update(binned_at=timezone.now() - timedelta(days=days))


def test_a_deleted_film_is_in_the_bin_and_comes_back_whole(desk, editor):
    film = full_film()
    record, wanted = film.record, document_of(film.record)
    publish(record, "en")
    delete(desk, film, "films_film")
    record.refresh_from_db()
    assert (document_of(record), record.binned_by) == (None, editor)
    (line,) = desk.get(reverse("desk_bin")).context["lines"]
    assert (line.pk, line.days_left, line.can_return) == (record.pk, 30, True)
    answer = desk.post(reverse("desk_bin_restore", args=[record.pk]))
    record.refresh_from_db()
    assert (answer.status_code, record.binned_at) == (302, None)
    assert canonical(document_of(record)) == canonical(wanted)
    assert not record.publications.live().exists()


def test_deleting_in_the_list_goes_into_the_bin_too(desk):
    people = [PersonFactory(), PersonFactory()]
    address = reverse("admin:people_person_changelist")
    data = {"action": "delete_selected", "_selected_action": [p.pk for p in people], "post": "yes"}
    desk.post(address, data)
    assert Person.objects.count() == 0
    assert Record.objects.exclude(binned_at=None).count() == 2


def test_what_a_film_refers_to_comes_back_with_it(desk):
    credit = CreditFactory(person=PersonFactory(name="Ana Sol"))
    film, image = credit.film, make_image()
    place(film, image)
    SelectionFactory(film=film, edition=(edition := EditionFactory()))
    record, wanted = film.record, document_of(film.record)
    put_in_bin(film)
    for row in (credit.person, image, edition.festival):
        put_in_bin(row)
    with override("en"):
        restored = restore_from_bin(record)
    assert sorted(restored.returned)[0] == "Ana Sol"
    assert (len(restored.returned), restored.left_out) == (3, ())
    assert canonical(document_of(record)) == canonical(wanted)
    assert not Record.objects.exclude(binned_at=None).exists()


def test_an_old_state_brings_a_picture_back_from_the_bin():
    film, image = FilmFactory(), make_image()
    place(film, image)
    revision = latest(film.record)
    with change(None, "test"):
        film.placements.all().delete()
    record = put_in_bin(image)
    restore_revision(revision)
    assert Placement.objects.get().image.record == record


def test_a_picture_in_use_is_not_deleted(desk):
    film, image = FilmFactory(), make_image()
    place(film, image)
    desk.post(reverse("admin:assets_image_delete", args=[image.pk]), {"post": "yes"})
    image.record.refresh_from_db()
    assert image.record.binned_at is None


@pytest.mark.parametrize("role", ["viewer", "translator"])
def test_who_may_not_delete_may_look_only(client, django_user_model, role):
    user = django_user_model.objects.create_user("anna", is_staff=True)
    Membership.objects.create(user=user, role=role, languages=["de"])
    client.force_login(user)
    record = put_in_bin(PersonFactory())
    assert client.get(reverse("desk_bin")).status_code == 200
    assert client.post(reverse("desk_bin_restore", args=[record.pk])).status_code == 403
    assert client.post(reverse("desk_bin_purge", args=[record.pk])).status_code == 403


def test_only_an_owner_deletes_for_good(client, django_user_model, desk):
    record = put_in_bin(PersonFactory())
    user = django_user_model.objects.create_user("anna", is_staff=True)
    Membership.objects.create(user=user, role="editor")
    desk.post(reverse("desk_bin_purge", args=[record.pk]))
    assert not Record.objects.filter(pk=record.pk).exists()
    client.force_login(user)
    record = put_in_bin(PersonFactory())
    assert client.post(reverse("desk_bin_purge", args=[record.pk])).status_code == 403
    assert Record.objects.filter(pk=record.pk).exists()


def test_what_is_not_in_the_bin_is_not_found_there(desk):
    record = PersonFactory().record
    assert desk.post(reverse("desk_bin_purge", args=[record.pk])).status_code == 404
    assert desk.post(reverse("desk_bin_restore", args=[record.pk])).status_code == 404


def test_the_bin_is_emptied_after_its_days(settings):
    young, old = put_in_bin(PersonFactory()), put_in_bin(PersonFactory())
    age(old, 31)
    assert purge_due() == 1
    assert list(Record.objects.exclude(binned_at=None)) == [young]
    age(young, 400)
    settings.BIN_DAYS = 0
    assert purge_due() == 0


def test_what_older_states_show_stays_in_the_bin_until_the_owner_decides(desk):
    film, image = FilmFactory(), make_image()
    place(film, image)
    with change(None, "test"):
        film.placements.all().delete()
    record = put_in_bin(image)
    age(record, 31)
    assert purge_due() == 0
    page = desk.get(reverse("desk_bin_purge", args=[record.pk]))
    assert list(page.context["holders"]) == [film.record]


def test_what_only_refers_to_each_other_goes_together():
    film, image = FilmFactory(), make_image()
    place(film, image)
    records = [put_in_bin(film), put_in_bin(image)]
    for record in records:
        age(record, 31)
    assert purge_due() == 2


def test_files_stay_as_long_as_a_revision_needs_them():
    film = full_film()
    image = film.placements.first().image
    name = original_name_of(image.sha256, image.extension)
    with change(None, "test"):
        film.placements.all().delete()
    record = put_in_bin(image)
    later = timezone.now() + timedelta(days=2)
    assert image.sha256 in files_in_use()
    assert delete_unused_files(later) == []
    Revision.objects.filter(record__in=[film.pk, record.pk]).delete()
    gone = delete_unused_files(later)
    assert name in gone
    assert not default_storage.exists(name)
    assert all(default_storage.exists(original_name_of(i.sha256, i.extension))
               for i in type(image).objects.all())  # fmt: skip


def test_a_file_of_a_form_that_is_still_open_stays():
    accepted = accept_image(picture_bytes(), "new.jpg")
    with change(None, "test"):
        image = add_image(accepted)
        record = image.record
        image.delete()
    record.delete()
    assert delete_unused_files() == []
    assert delete_unused_files(timezone.now() + timedelta(days=2)) != []


def test_deleting_for_good_takes_the_files_along(desk, django_capture_on_commit_callbacks):
    image = make_image()
    record = put_in_bin(image)
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(reverse("desk_bin_purge", args=[record.pk]))
    assert not default_storage.exists(original_name_of(image.sha256, image.extension))


def make_old(image) -> str:
    """Give the file of a picture an age of two days; return its name."""
    name = original_name_of(image.sha256, image.extension)
    moment = (timezone.now() - timedelta(days=2)).timestamp()
    os.utime(default_storage.path(name), (moment, moment))
    return name


def upload_again(image) -> None:
    with default_storage.open(original_name_of(image.sha256, image.extension)) as file:
        store_image(accept_image(file.read(), "again.jpg"))


@pytest.mark.one_machine
def test_a_file_that_is_uploaded_again_is_not_deleted_for_good(
    desk, django_capture_on_commit_callbacks
):
    image = make_image()
    record, name = put_in_bin(image), make_old(image)
    age(record, 1)
    upload_again(image)
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(reverse("desk_bin_purge", args=[record.pk]))
    assert default_storage.exists(name)


@pytest.mark.one_machine
def test_an_unused_file_that_is_uploaded_again_is_young_again():
    image = make_image()
    record, name = image.record, make_old(image)
    with change(None, "test"):
        image.delete()
    record.delete()
    upload_again(image)
    delete_unused_files()
    assert default_storage.exists(name)


@pytest.mark.one_machine
def test_a_row_that_comes_while_files_are_looked_through_keeps_its_file(monkeypatch):
    # What was asked for all files before the row came.
    monkeypatch.setattr("desk.bin.files.files_in_use", set)
    name = make_old(make_image())
    assert delete_unused_files(timezone.now() + timedelta(days=2)) == []
    assert default_storage.exists(name)


def test_the_bin_is_not_exported(tmp_path):
    film = CreditFactory().film
    publish(film.record, "en")
    record = put_in_bin(film)
    export_content(tmp_path / "out")
    texts = [path.read_text() for path in (tmp_path / "out").rglob("*.y*ml")]
    assert [text for text in texts if str(record.uuid) in text] == []


def test_a_film_that_is_written_anew_leaves_the_bin():
    record = put_in_bin(FilmFactory())
    with change(None, "import"):
        Film(record=record, title_en="Again").save()
    record.refresh_from_db()
    assert record.binned_at is None


def test_credits_of_an_erased_person_do_not_come_back():
    from desk.erasing.erasing import erase_person
    from desk.erasing.report import ErasureOptions

    credit = CreditFactory()
    record = put_in_bin(credit.film)
    erase_person(credit.person, ErasureOptions())
    restore_from_bin(record)
    assert not Credit.objects.exists()


def test_a_video_that_history_needs_is_not_deleted(desk):
    film = full_film()
    video = film.trailers.get().video
    with change(None, "test"):
        film.trailers.all().delete()
    address = reverse("admin:assets_mediafile_delete", args=[video.pk])
    assert desk.get(address).context["protected"][-1].startswith("film/")
    desk.post(address, {"post": "yes"})
    assert type(video).objects.filter(pk=video.pk).exists()


def test_a_portrait_in_the_bin_goes_with_the_person():
    from desk.erasing.erasing import erase_person
    from desk.erasing.report import ErasureOptions

    image = make_image()
    person = PersonFactory(portrait=image)
    with change(None, "test"):
        person.portrait = None
        person.save()
    record = put_in_bin(image)
    erase_person(person, ErasureOptions(is_dry_run=True))
    record.refresh_from_db()
    assert record.binned_at is not None
    erase_person(Person.objects.get(), ErasureOptions())
    assert not Record.objects.filter(pk=record.pk).exists()


def test_a_restored_backup_with_an_erased_person_in_the_bin_is_cleaned():
    from desk.erasing.again import repeat_erasures
    from desk.erasing.register_model import Erasure

    credit = CreditFactory(person=PersonFactory(name="Ana Sol"))
    film, person = credit.film, credit.person
    with change(None, "test"):
        credit.delete()
    record = put_in_bin(person)
    Erasure.objects.create(uuid=record.uuid, mode="erased", salt="", erased_at=timezone.now())
    repeat_erasures()
    assert not Record.objects.filter(pk=record.pk).exists()
    history = Revision.objects.filter(record=film.pk)
    assert [r for r in history if str(record.uuid) in canonical(r.document)] == []
