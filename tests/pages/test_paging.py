"""Parts of the list of all films, read without the rest."""

import pytest

from editorial.publishing import publish
from pages.paging import newest_among
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("at_once", [1, 300])
def test_newest_of_some_films_are_the_same_by_keys_and_by_years(monkeypatch, at_once):
    monkeypatch.setattr("pages.paging.READ_AT_ONCE", at_once)
    years = {"2020": 2020, "2021 b": 2021, "2021 a": 2021, "2019": 2019, "2018": 2018}
    records = {}
    for title, year in years.items():
        records[title] = FilmFactory(title_en=title, year=year).record
        publish(records[title], "en")
    some = {records[title].pk for title in years if title != "2020"}

    def newest(most):
        return [film.title for film in newest_among("en", some, most)]

    assert newest(3) == ["2021 a", "2021 b", "2019"]
    assert newest(9) == ["2021 a", "2021 b", "2019", "2018"]
