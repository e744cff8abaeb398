"""The contents of a press kit: from what is live, the same on every day."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from editorial.changes import change
from people.models import Company
from press.kit.contents import NothingLive, Work, desk_contents, live_contents
from press.kit.hashing import contents_hash
from tests.factories import CreditFactory, FilmFactory, make_image, place
from tests.microsites.clock import stop_clock
from tests.microsites.making import go_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    film = FilmFactory(key="ferry", slug_en="ferry", slug_de="faehre", logline_en="A ferry sails.")
    CreditFactory(film=film)
    place(film, make_image())
    return film


def edit(film, **facts):
    with change(None, "test"):
        for name, value in facts.items():
            setattr(film, name, value)
        film.save()


def test_contents_are_those_of_what_is_live(film):
    go_live(film, "en")
    edit(film, logline_en="It sinks.")
    contents = live_contents(film.record, ["en"])
    assert contents.main.film.logline.value == "A ferry sails."
    assert desk_contents(film.record, ["en"]).main.film.logline.value == "It sinks."


def test_language_that_is_not_live_has_no_kit(film):
    go_live(film, "en")
    with pytest.raises(NothingLive) as raised:
        live_contents(film.record, ["en", "de"])
    assert raised.value.languages == ("de",)


def test_hash_is_the_same_on_another_day_and_another_one_after_a_change(film, monkeypatch):
    go_live(film, "en")
    before = contents_hash(live_contents(film.record, ["en"]))
    with monkeypatch.context() as patch:
        stop_clock(patch, "2040-01-01")
        assert contents_hash(live_contents(film.record, ["en"])) == before
    edit(film, year=1999)
    go_live(film, "en")
    assert contents_hash(live_contents(film.record, ["en"])) != before


def test_moment_of_the_last_change_is_no_part_of_the_hash(film):
    contents = desk_contents(film.record, ["en"])
    later = replace(contents, as_of=datetime(2040, 1, 1, tzinfo=UTC))
    assert contents_hash(contents) == contents_hash(later)
    assert contents_hash(contents, "2") != contents_hash(contents)


def test_partners_stand_once_in_the_order_of_their_credits(film):
    with change(None, "test"):
        first = Company.objects.create(name="Zenith Pictures")
        second = Company.objects.create(name="Aurora Sound")
        for position, company in enumerate((first, second, first)):
            function = "world_sales" if position == 2 else "production_company"
            film.company_credits.create(company=company, function=function, position=position)
    contents = desk_contents(film.record, ["en"])
    assert [mark.name for mark in contents.main.partners] == ["Zenith Pictures", "Aurora Sound"]


def test_filmography_lists_the_live_films_of_a_director(film):
    person = film.credits.get().person
    other = FilmFactory(key="pier", slug_en="pier", title_en="The Pier", year=1999)
    draft = FilmFactory(key="dock", slug_en="dock")
    for directed in (other, draft):
        CreditFactory(film=directed, person=person)
    go_live(other, "en")
    works = desk_contents(film.record, ["en"]).main.filmographies[str(person.record.uuid)]
    assert works == (Work(1999, "The Pier", ("Director",)),)
