"""A decision taken back: the former value returns unless somebody has changed it since."""

import pytest
from django.core.exceptions import ValidationError

from editorial.changes import change
from films.models import Country, Credit
from people.models import Person, Role
from sources.comparing.objects import State
from sources.deciding.decide import ChangedMeanwhile, decide
from sources.deciding.fingerprint import print_of
from sources.deciding.taking_back import take_back_decision
from sources.models import Decision
from tests.factories import FilmFactory
from tests.sources.making import add_source, point_of, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    film = FilmFactory(year=2011)
    source = add_source()
    say(film, source, "facts", year=2012)
    say(film, source, "countries", codes=["KZ"])
    return film


def test_former_value_returns_and_the_point_is_open_again(film):
    decide(film.record, "facts/year", 2012)
    assert take_back_decision(film.record, "facts/year") == []
    film.refresh_from_db()
    assert film.year == 2011
    assert point_of(film, "facts/year").state == State.OPEN
    assert Decision.objects.count() == 0


def test_what_was_changed_since_stays(film):
    decide(film.record, "facts/year", 2012)
    with change(None, "test"):
        film.year = 2015
        film.save()
    assert take_back_decision(film.record, "facts/year") == [
        "What was changed since stays in the film."
    ]
    film.refresh_from_db()
    assert film.year == 2015


def test_countries_return_in_their_order(film):
    with change(None, "test"):
        for place, code in enumerate(("DE", "FR")):
            Country.objects.create(film=film, code=code, position=place)
    decide(film.record, "countries/codes", ["KZ"])
    take_back_decision(film.record, "countries/codes")
    assert list(film.countries.order_by("position").values_list("code", flat=True)) == ["DE", "FR"]


def test_spellings_that_it_made_known_go_with_it(film):
    with change(None, "test"):
        person = Person.objects.create(name="Sergei Ashkenazy")
        role = Role.objects.get(key="screenplay")
        row = Credit.objects.create(film=film, person=person, role=role)
    say(film, add_source("Other"), "credits", name="Sergej Ashkenazi", role="screenplay")
    key = f"credits/{row.uuid}/name"
    decide(film.record, key, "Sergej Ashkenazi")
    take_back_decision(film.record, key)
    row.refresh_from_db()
    assert row.credited_as == ""
    assert person.names.count() == 0
    assert point_of(film, key).state == State.OPEN


def test_it_is_taken_back_once(film):
    decide(film.record, "facts/year", 2012)
    take_back_decision(film.record, "facts/year")
    with pytest.raises(ValidationError):
        take_back_decision(film.record, "facts/year")


def test_newer_decision_of_somebody_else_is_not_taken_back_unseen(film):
    decide(film.record, "facts/year", 2012)
    seen = print_of(point_of(film, "facts/year"))
    decide(film.record, "facts/year", 2011, note="on the print")
    with pytest.raises(ChangedMeanwhile):
        take_back_decision(film.record, "facts/year", known=seen)
    film.refresh_from_db()
    assert (film.year, Decision.objects.get().note) == (2011, "on the print")


def test_decision_that_was_seen_is_taken_back(film):
    decide(film.record, "facts/year", 2012)
    seen = print_of(point_of(film, "facts/year"))
    assert take_back_decision(film.record, "facts/year", known=seen) == []
    assert Decision.objects.count() == 0
