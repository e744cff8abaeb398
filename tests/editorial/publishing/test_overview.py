"""States of many records at once say the same as the states of one."""

from datetime import timedelta

import pytest
from django.utils import timezone

from editorial.changes import change
from editorial.publishing import publish, withdraw
from editorial.publishing.overview import overviews
from editorial.publishing.states import states_of
from tests.factories import CreditFactory, FilmFactory, make_image, place

pytestmark = pytest.mark.django_db


def looks(record) -> list[str]:
    return [state.look for state in overviews([record.pk])[record.pk].states]


def change_year(film) -> None:
    with change(None, "test"):
        film.year = 1999
        film.save()


def test_film_never_published_is_a_draft():
    assert looks(FilmFactory().record) == ["draft", "draft"]


def test_published_language_is_live_until_the_desk_differs():
    film = CreditFactory().film
    place(film, make_image())
    publish(film.record, "en")
    assert looks(film.record) == ["live", "draft"]
    change_year(film)
    assert looks(film.record) == ["changed", "draft"]


def test_scheduled_and_withdrawn_languages_say_so():
    film = FilmFactory()
    publish(film.record, "en")
    withdraw(film.record, "en")
    publish(film.record, "de", None, timezone.now() + timedelta(days=1))
    assert looks(film.record) == ["withdrawn", "scheduled"]


def test_update_of_a_live_language_may_be_scheduled():
    film = FilmFactory()
    publish(film.record, "de")
    change_year(film)
    publish(film.record, "de", None, timezone.now() + timedelta(days=1))
    assert looks(film.record) == ["draft", "live"]
    labels = [state.label for state in overviews([film.pk])[film.pk].states]
    assert labels == ["draft", "live, update scheduled"]


def test_changes_are_those_of_the_form():
    film = CreditFactory().film
    for language in ("en", "de"):
        publish(film.record, language)
    with change(None, "test"):
        film.title_de = "Neu"
        film.save()
    found = [state.has_changes for state in states_of(film.record)]
    assert found == [False, True]
    assert [look == "changed" for look in looks(film.record)] == found


@pytest.mark.parametrize("count", [1, 3])
def test_overviews_cost_the_same_for_one_record_and_for_three(count, django_assert_num_queries):
    keys = [FilmFactory().pk for _n in range(count)]
    with django_assert_num_queries(3):
        assert sorted(overviews(keys)) == sorted(keys)
