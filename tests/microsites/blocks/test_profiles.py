"""People with portrait, role and biography."""

import pytest

from people.models import Role
from tests.factories import CreditFactory, FilmFactory, PersonFactory, make_image
from tests.microsites.blocks.shown import show, words, write
from tests.microsites.making import add_block, add_page

pytestmark = pytest.mark.django_db


def credit(film, role, person, **facts):
    role = Role.objects.get(key=role)
    return CreditFactory(film=film, person=person, role=role, **facts)


@pytest.fixture
def director():
    return PersonFactory(
        name="Ada Quist",
        word_form="f",
        biography_en="Born by the sea.",
        biography_de="Am Meer geboren.",
        short_biography_en="From the coast.",
        portrait=make_image(),
    )


@pytest.fixture
def film(director):
    film = FilmFactory()
    credit(film, "director", director)
    credit(film, "screenplay", director)
    lead = PersonFactory(name="Bo Rask", short_biography_de="Spielt seit 2001.")
    credit(film, "actor", lead, is_lead=True, character_en="The mate", character_de="Der Maat")
    credit(film, "actor", PersonFactory(name="Cai Lund", biography_en="Plays."))
    credit(film, "actor", PersonFactory(name="Nobody Known"), is_lead=True)
    return film


def told(film, language="en"):
    people = show(film, "profiles", language).data["people"]
    return [(p.name, [str(word) for word in p.done], p.text.value) for p in people]


def test_film_without_directors_and_leads_leaves_no_trace():
    film = FilmFactory()
    add_block(add_page(film), "profiles", text_en="Soon.")
    assert show(film, "profiles") is None


def test_directors_and_leads_stand_there_without_typing(film):
    add_block(add_page(film), "profiles")
    assert told(film) == [
        ("Ada Quist", ["Director", "Screenplay"], "Born by the sea."),
        ("Bo Rask", ["The mate"], "Spielt seit 2001."),
    ]
    assert told(film, "de") == [
        ("Ada Quist", ["Regisseurin", "Drehbuchautorin"], "Am Meer geboren."),
        ("Bo Rask", ["Der Maat"], "Spielt seit 2001."),
    ]


def test_biography_of_another_language_is_marked(film):
    add_block(add_page(film), "profiles")
    assert '<div class="prose" lang="de"><p>Spielt seit 2001.</p>' in write(film, "profiles")


def test_cards_tell_less_but_in_the_language_of_the_page(film):
    add_block(add_page(film), "profiles", variant="cards")
    assert told(film)[0][2] == "From the coast."
    assert told(film, "de")[0][2] == "Am Meer geboren."


def test_entries_choose_people_and_replace_what_the_record_says(film, director):
    guest = PersonFactory(name="Dag Ek", biography_en="Never credited.")
    entries = (
        {"person": guest},
        {"person": director, "title_en": "Head of all", "text_en": "As *she* wants it."},
        {"title_en": "The ferry", "text_en": "Built in 1932."},
        {"text_en": "Nobody is named."},
    )
    add_block(add_page(film), "profiles", entries=entries)
    assert told(film) == [
        ("Dag Ek", [], "Never credited."),
        ("Ada Quist", ["Head of all"], "As *she* wants it."),
        ("The ferry", [], "Built in 1932."),
    ]
    html = write(film, "profiles")
    assert words(html).startswith("Dag Ek Never credited. Ada Quist Head of all As she wants it.")
    assert (html.count("<picture"), html.count("/en/people/")) == (1, 1)
