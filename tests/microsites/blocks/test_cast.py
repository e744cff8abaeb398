"""The cast on a microsite: as list, as cards, in one line."""

import pytest

from editorial.changes import change
from people.models import Role
from tests.factories import CreditFactory, FilmFactory, PersonFactory, make_image
from tests.microsites.blocks.shown import show, words, write
from tests.microsites.making import add_block, add_page

pytestmark = pytest.mark.django_db


def play(film, name, **facts):
    actor = Role.objects.get(key="actor")
    person = PersonFactory(name=name, **facts.pop("person", {}))
    return CreditFactory(film=film, person=person, role=actor, **facts)


@pytest.fixture
def film():
    film = FilmFactory()
    play(film, "Ada Quist", character_en="The pilot", character_de="Die Lotsin", is_lead=True)
    play(film, "Bo Rask", character_en="The mate", character_de="Der Maat")
    play(film, "Cai Lund")
    return film


def test_cast_without_names_leaves_no_trace():
    film = FilmFactory()
    add_block(add_page(film), "cast")
    assert show(film, "cast") is None


def test_cast_stands_with_its_characters_in_the_language_of_the_page(film):
    add_block(add_page(film), "cast")
    assert words(write(film, "cast")) == "The pilot Ada Quist The mate Bo Rask Cai Lund"
    assert words(write(film, "cast", "de")) == "Die Lotsin Ada Quist Der Maat Bo Rask Cai Lund"
    assert [show(film, "cast", code).heading.value for code in ("en", "de")] == [
        "Cast",
        "Besetzung",
    ]


def test_cast_in_one_line_is_cut_where_the_editor_says(film):
    add_block(add_page(film), "cast", variant="compact", amount=2)
    assert words(write(film, "cast")) == "Ada Quist (The pilot) , Bo Rask (The mate)"


def test_cards_show_initials_of_who_has_no_portrait(film):
    play(film, "Dag Ek", person={"portrait": make_image()}, character_en="The cook")
    add_block(add_page(film), "cast", variant="cards")
    html = write(film, "cast")
    assert html.count("<picture") == 1
    assert words(html) == "AQ Ada Quist The pilot BR Bo Rask The mate CL Cai Lund Dag Ek The cook"


def test_cards_without_any_portrait_are_a_list(film):
    add_block(add_page(film), "cast", variant="cards")
    assert show(film, "cast").data["form"] == "list"


def test_portrait_whose_rights_have_ended_is_not_shown(film):
    image = make_image(rights_until="2020-01-01T00:00:00Z")
    with change(None, "test"):
        credit = film.credits.first()
        credit.person.portrait = image
        credit.person.save()
    add_block(add_page(film), "cast", variant="cards")
    assert [member.portrait for member in show(film, "cast").data["members"]] == [None] * 3
