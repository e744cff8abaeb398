"""The crew on a microsite: by department, as a table, as running text."""

import pytest

from people.models import Role
from tests.factories import CreditFactory, FilmFactory, PersonFactory
from tests.microsites.blocks.shown import show, words, write
from tests.microsites.making import add_block, add_page

pytestmark = pytest.mark.django_db


def work(film, role, name):
    person = PersonFactory(name=name)
    CreditFactory(film=film, person=person, role=Role.objects.get(key=role))


@pytest.fixture
def film():
    film = FilmFactory()
    work(film, "sound", "Cai Lund")
    work(film, "editing", "Bo Rask")
    work(film, "director", "Ada Quist")
    work(film, "editing", "Dag Ek")
    return film


def test_crew_without_names_leaves_no_trace():
    film = FilmFactory()
    add_block(add_page(film), "crew")
    assert show(film, "crew") is None


def test_crew_stands_by_department(film):
    add_block(add_page(film), "crew")
    assert words(write(film, "crew")) == (
        "Direction Director Ada Quist Editing Editing Bo Rask Dag Ek Sound Sound Cai Lund"
    )


def test_table_begins_with_the_director_in_the_language_of_the_page(film):
    add_block(add_page(film), "crew", variant="table")
    assert words(write(film, "crew", "de")) == "Regie Ada Quist Schnitt Bo Rask Dag Ek Ton Cai Lund"


def test_number_keeps_the_most_important_roles(film):
    add_block(add_page(film), "crew", variant="compact", amount=2)
    assert words(write(film, "crew")) == "Director Ada Quist Editing Bo Rask Dag Ek"
