"""A record brought back to an earlier state."""

from datetime import UTC, datetime

import pytest
from django.core.files.storage import default_storage
from django.utils.translation import override

from assets.accepting import accept_image
from assets.adding import replace_image
from assets.naming import original_name_of
from editorial.changes import change
from editorial.documents import apply_document, canonical, document_of
from editorial.history.restoring import CannotRestore, restore_revision
from editorial.models import Forward, Revision
from editorial.publishing import publish
from films.models import Award, Credit, Film, Screening, Selection
from people.models import Person
from tests.editorial.documents.films import rich_film
from tests.factories import (
    CreditFactory,
    EditionFactory,
    FilmFactory,
    PageFactory,
    PersonFactory,
    SelectionFactory,
    VenueFactory,
    add_trailer,
    make_image,
    picture_bytes,
    place,
)

pytestmark = pytest.mark.django_db


def latest(record) -> Revision:
    return Revision.objects.filter(record=record, line="desk").first()


def full_film() -> Film:
    film = rich_film()
    for colour in ((1, 2, 3), (90, 20, 30)):
        place(film, make_image(colour=colour))
    add_trailer(film)
    return film


def files() -> dict[str, bytes]:
    found, folders = {}, [""]
    while folders:
        folder = folders.pop()
        inner, names = default_storage.listdir(folder)
        folders += [f"{folder}/{name}".lstrip("/") for name in inner]
        for name in names:
            path = f"{folder}/{name}".lstrip("/")
            found[path] = default_storage.open(path).read()
    return found


def test_three_saves_back_is_equal_byte_for_byte_with_its_files():
    film = full_film()
    wanted, revision, on_disk = document_of(film.record), latest(film.record), files()
    with change(None, "first"):
        film.credits.first().delete()
        film.title_de, film.year = "Anders", None
        film.save()
    with change(None, "second"):
        film.placements.all().delete()
        film.trailers.all().delete()
    with change(None, "third"):
        film.versions.all().delete()
        film.press_items.all().delete()
    assert canonical(document_of(film.record)) != canonical(wanted)
    restored = restore_revision(revision)
    assert canonical(document_of(film.record)) == canonical(wanted)
    assert canonical(latest(film.record).document) == canonical(wanted)
    assert (restored.returned, restored.left_out, restored.kept) == ((), (), ())
    assert files() == on_disk


def test_restore_is_a_new_revision_after_which_nothing_is_lost(editor):
    film = FilmFactory(year=2011)
    first = latest(film.record)
    with change(None, "meanwhile"):
        film.year = 2012
        film.save()
    meanwhile = latest(film.record)
    with override("en"):
        restore_revision(first, editor)
    restored = latest(film.record)
    assert (restored.user, restored.reason[:10]) == (editor, "Restored: ")
    assert restored.hash == first.hash
    restore_revision(meanwhile, editor)
    assert document_of(film.record)["facts"]["year"] == 2012


def test_a_merged_person_is_followed():
    credit = CreditFactory()
    revision, old, new = latest(credit.film.record), credit.person, PersonFactory()
    with change(None, "merged"):
        Credit.objects.filter(pk=credit.pk).delete()
        Forward.objects.create(uuid=old.record.uuid, record=new.record)
        old.delete()
    restore_revision(revision)
    assert Credit.objects.get(film=credit.film_id).person == new


def test_a_credit_of_somebody_gone_for_good_is_left_out_and_named():
    credit = CreditFactory(person=PersonFactory(name="Ana Sol"))
    other = CreditFactory(film=credit.film)
    revision, record = latest(credit.film.record), credit.person.record
    with change(None, "gone"):
        Credit.objects.filter(film=credit.film_id).delete()
        Person.objects.filter(pk=record.pk).delete()
    with override("en"):
        restored = restore_revision(revision)
    assert restored.left_out == ("Credits: Director, Ana Sol (deleted)",)
    assert [credit.uuid for credit in Credit.objects.all()] == [other.uuid]


def test_a_row_that_can_do_without_stays():
    film, edition = FilmFactory(), EditionFactory()
    selection = SelectionFactory(film=film, edition=edition)
    with change(None, "test"):
        award = Award.objects.create(film=film, selection=selection, name_en="Prize")
    revision = latest(film.record)
    with change(None, "gone"):
        Selection.objects.all().delete()
        Award.objects.all().delete()
        edition.delete()
    with override("en"):
        restored = restore_revision(revision)
    assert len(restored.left_out) == 2
    assert restored.left_out[1].startswith("Awards: Prize, Selection: ")
    assert Award.objects.get().uuid == award.uuid


def test_a_festival_keeps_the_year_that_a_film_has_come_to_need():
    edition = EditionFactory(year=2012)
    festival = edition.festival
    revision = latest(festival.record)
    newer = EditionFactory(festival=festival, year=2013)
    SelectionFactory(edition=newer)
    with override("en"):
        restored = restore_revision(revision)
    assert restored.kept == ("Editions: 2013",)
    assert sorted(festival.editions.values_list("year", flat=True)) == [2012, 2013]


def test_a_row_that_moved_to_another_film_stays_there():
    credit, other = CreditFactory(), FilmFactory()
    revision = latest(credit.film.record)
    with change(None, "moved"):
        document = document_of(credit.film.record)
        credit.film = other
        credit.save()
        apply_document(revision.record, {**document, "credits": []})
    restored = restore_revision(revision)
    assert len(restored.left_out) == 1
    assert Credit.objects.get().film == other


def test_a_page_never_comes_to_stand_under_itself():
    above, below = PageFactory(), PageFactory()
    with change(None, "test"):
        below.parent = above
        below.save()
    revision = latest(below.record)
    with change(None, "turned round"):
        below.parent = None
        below.save()
        above.parent = below
        above.save()
    with override("en"), pytest.raises(CannotRestore) as refused:
        restore_revision(revision)
    assert refused.value.messages == ["A page cannot stand under itself."]
    assert document_of(below.record)["facts"].get("parent") is None


def test_an_earlier_file_of_a_picture_gets_its_sizes_back(django_capture_on_commit_callbacks):
    image = make_image(colour=(1, 2, 3))
    revision, former = latest(image.record), image.sha256
    with change(None, "replaced"):
        replace_image(image, accept_image(picture_bytes(colour=(9, 9, 9)), "new.jpg"))
    with django_capture_on_commit_callbacks(execute=True):
        restore_revision(revision)
    image.refresh_from_db()
    assert (image.sha256, image.is_complete) == (former, True)
    assert default_storage.exists(original_name_of(former, image.extension))


def test_a_restored_screening_of_a_live_film_goes_live_and_nothing_else():
    film, venue = FilmFactory(), VenueFactory()
    with change(None, "test"):
        moment = datetime(2030, 1, 1, tzinfo=UTC)
        row = Screening.objects.create(film=film, venue=venue, local_time=moment)
    revision = latest(film.record)
    with change(None, "test"):
        row.delete()
        film.title_en = "Changed"
        film.save()
    publish(film.record, "en")
    restore_revision(revision)
    live = {p.language: p for p in film.record.publications.live()}
    assert [row["uuid"] for row in live[""].parts["screenings"]] == [str(row.uuid)]
    assert live["en"].title == "Changed"
