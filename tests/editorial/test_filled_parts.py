import pytest

from editorial.changes import change
from editorial.filled_parts import filled_parts
from editorial.kinds import kind_of
from films.models import PressItem, Quote
from tests.factories import CreditFactory, FilmFactory, VersionFactory

pytestmark = pytest.mark.django_db


def test_parts_are_named_that_have_rows():
    film = FilmFactory()
    assert filled_parts(kind_of("film"), film.pk) == set()
    CreditFactory(film=film)
    VersionFactory(film=film)
    assert filled_parts(kind_of("film"), film.pk) == {"credits", "versions"}


def test_rows_of_another_record_do_not_count():
    CreditFactory()
    assert filled_parts(kind_of("film"), FilmFactory().pk) == set()


def test_rows_of_rows_count():
    film = FilmFactory()
    with change(None, "test"):
        item = PressItem.objects.create(film=film, title="Review", kind="review")
        Quote.objects.create(press_item=item, text="Quiet.")
    assert filled_parts(kind_of("film"), film.pk) == {"press_items", "quotes"}


def test_one_query_answers(django_assert_num_queries):
    film = FilmFactory()
    with django_assert_num_queries(1):
        filled_parts(kind_of("film"), film.pk)
