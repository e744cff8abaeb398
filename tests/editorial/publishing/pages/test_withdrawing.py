"""Before something leaves the site, a page says what is not found then."""

from datetime import timedelta

import pytest
from django.utils import timezone

from editorial.publishing import publish
from tests.editorial.publishing.pages.asking import edit, live_titles, url
from tests.factories import CreditFactory, FilmFactory

pytestmark = pytest.mark.django_db


def test_withdrawing_says_what_answers_not_found(desk):
    film = FilmFactory(slug_de="alt")
    credit = CreditFactory(film=film)
    publish(film.record, "de")
    edit(film, slug_de="neu")
    publish(film.record, "de")
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    farewell = desk.get(url("withdraw", film)).context["farewell"]
    assert [address for _label, address in farewell.pages] == [
        "/de/neu/", "/de/neu/microsite/", "/de/neu/film.json",
    ]  # fmt: skip
    assert farewell.earlier == ("alt",)
    assert farewell.followers == ((str(credit.person), f"/de/people/{credit.person.key}/"),)
    assert len(farewell.schedules) == 1
    assert live_titles(film) != {}


def test_a_person_whom_another_film_credits_stays(desk):
    credit = CreditFactory()
    other = CreditFactory(person=credit.person)
    for film in (credit.film, other.film):
        publish(film.record, "de")
    assert desk.get(url("withdraw", credit.film)).context["farewell"].followers == ()


def test_the_button_withdraws(desk):
    film = FilmFactory()
    publish(film.record, "de")
    desk.post(url("withdraw", film))
    assert live_titles(film) == {}
