"""The microsite that a film has by itself, and what becomes of it when an editor begins."""

import re

import pytest

from editorial.changes import change
from editorial.documents import document_of
from editorial.publishing import publish
from microsites.defaults import default_pages, start_from_defaults, with_default_pages
from microsites.models import Block, MicrositePage
from tests.factories import (
    CreditFactory,
    FilmFactory,
    SelectionFactory,
    make_image,
    place,
)

pytestmark = pytest.mark.django_db
SECTION = re.compile(r'<(?:section|header) class="block block--([a-z]+)')


def rich_film(**facts):
    film = FilmFactory(key="ferry", slug_en="ferry", slug_de="faehre", **facts)
    for _number in range(8):
        CreditFactory(film=film)
    for number in range(6):
        place(film, make_image(colour=(number, 20, 30)))
    for _number in range(4):
        SelectionFactory(film=film)
    return film


def by_uuid(row) -> str:
    return row["uuid"]


def titles(document, language: str) -> list[tuple[str, str]]:
    texts = document["texts"][language]["microsite_pages"]
    rows = [texts[row["uuid"]] for row in document["microsite_pages"]]
    return [(row["title"], row.get("slug", "")) for row in rows]


def test_a_small_record_makes_one_page(client):
    film = FilmFactory(key="ferry", slug_en="ferry")
    publish(film.record, "en")
    page = client.get("/en/ferry/microsite/")
    assert page.status_code == 200
    assert SECTION.findall(page.content.decode()) == ["hero", "text"]


def test_a_rich_record_makes_several_in_each_language():
    made = default_pages(document_of(rich_film().record))
    assert titles(made, "en") == [
        ("The film", ""),
        ("Cast and crew", "cast-and-crew"),
        ("Pictures", "pictures"),
        ("Festivals", "festivals"),
    ]
    assert titles(made, "de") == [
        ("Der Film", ""),
        ("Besetzung und Stab", "besetzung-und-stab"),
        ("Bilder", "bilder"),
        ("Festivals", "festivals"),
    ]


def test_every_page_of_it_is_there(client):
    publish(rich_film().record, "de")
    paths = ["", "besetzung-und-stab/", "bilder/", "festivals/", "presse/"]
    answers = [client.get(f"/de/faehre/microsite/{path}").status_code for path in paths]
    assert answers == [200, 200, 200, 200, 404]


def test_the_same_record_makes_the_same_rows():
    document = document_of(FilmFactory().record)
    assert default_pages(document) == default_pages(document)


def test_pages_of_the_editor_stand_as_they_are():
    film = FilmFactory()
    with change(None, "test"):
        MicrositePage.objects.create(film=film, title_en="Hello")
    document = document_of(film.record)
    assert with_default_pages(document) == document


def test_an_editor_goes_on_from_the_pages_that_visitors_see():
    record = rich_film().record
    shown = with_default_pages(document_of(record))
    blocks = len(shown["blocks"])
    with change(None, "test"):
        assert start_from_defaults(record) is True
    begun = document_of(record)
    for part in ("microsite_pages", "blocks"):
        assert sorted(begun.pop(part), key=by_uuid) == sorted(shown.pop(part), key=by_uuid)
    assert begun == shown
    assert (MicrositePage.objects.count(), Block.objects.count()) == (4, blocks)


def test_pages_that_are_there_are_not_overwritten():
    film = FilmFactory()
    with change(None, "test"):
        MicrositePage.objects.create(film=film, title_en="Hello")
        assert start_from_defaults(film.record) is False
    assert not Block.objects.exists()
