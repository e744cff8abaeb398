"""document_of and apply_document are each other's reverse."""

import uuid

import pytest

from editorial.changes import change
from editorial.documents import ForeignRow, apply_document, document_of, hash_of
from editorial.models import Forward
from films.models import Award, Country, Credit, Film, PressItem, Quote, Version
from tests.factories import CreditFactory, FilmFactory, PersonFactory, SelectionFactory

pytestmark = pytest.mark.django_db


def rich_film() -> Film:
    """A film with rows in many parts, some pointing to each other."""
    film = FilmFactory()
    CreditFactory(film=film, character_en="The Ferryman", character_de="Der Fährmann")
    CreditFactory(film=film, person=None, is_group=True, group_en="Students of the Sound School")
    selection = SelectionFactory(film=film, section_en="Panorama")
    with change(None, "test"):
        Country.objects.create(film=film, code="DE", note="majority")
        Version.objects.create(film=film, is_main=True, dialogue_languages=["de"], position=1)
        Version.objects.create(film=film, name_en="Long cut", runtime_seconds=7200)
        Award.objects.create(film=film, selection=selection, name_de="Preis der Jury", year=2012)
        item = PressItem.objects.create(film=film, title="Quiet water", language="en")
        Quote.objects.create(press_item=item, text="A gem.", translation_de="Ein Juwel.")
    return film


def test_applying_a_film_to_itself_changes_nothing():
    film = rich_film()
    document = document_of(film.record)
    with change(None, "test"):
        apply_document(film.record, document)
    assert document_of(film.record) == document


def test_emptied_film_comes_back_whole():
    film = rich_film()
    document = document_of(film.record)
    record = film.record
    with change(None, "test"):
        film.delete()
    assert document_of(record) is None
    with change(None, "test"):
        apply_document(record, document)
    assert document_of(record) == document


def test_what_the_document_lacks_is_deleted():
    film = rich_film()
    document = document_of(film.record)
    document["credits"] = document["credits"][:1]
    with change(None, "test"):
        apply_document(film.record, document)
    assert Credit.objects.filter(film=film).count() == 1


def test_main_version_can_move():
    film = rich_film()
    document = document_of(film.record)
    for row in document["versions"]:
        row["is_main"] = not row["is_main"]
        row["dialogue_languages"] = []
    with change(None, "test"):
        apply_document(film.record, document)
    assert document_of(film.record)["versions"] == document["versions"]


def test_row_of_another_film_is_refused():
    film, other = rich_film(), rich_film()
    stolen = document_of(other.record)
    document = {**document_of(film.record), "credits": stolen["credits"]}
    with pytest.raises(ForeignRow), change(None, "test"):
        apply_document(film.record, document)
    assert Credit.objects.filter(film=other).count() == 2


def test_merged_person_is_followed():
    film = rich_film()
    document = document_of(film.record)
    old = next(row for row in document["credits"] if "person" in row)
    survivor = PersonFactory()
    gone = str(uuid.uuid4())
    Forward.objects.create(uuid=gone, record=survivor.record)
    old["person"] = gone
    with change(None, "test"):
        apply_document(film.record, document)
    assert Credit.objects.get(uuid=old["uuid"]).person == survivor


def test_empty_and_null_are_the_same():
    film = FilmFactory(tagline_en="", tagline_de=None)
    assert "tagline" not in document_of(film.record)["texts"]["en"]["facts"]
    assert "tagline" not in document_of(film.record)["texts"]["de"]["facts"]


def test_hash_does_not_know_the_order_of_keys():
    assert hash_of({"a": 1, "b": 2}) == hash_of({"b": 2, "a": 1})
