"""Read-only fields and titles say what people read, not what the database holds."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from editorial.admin.worded_fields import Worded, say_value, worded
from editorial.history.relation_names import name_relations
from festivals.models import Venue
from films.models import Film, Release, Screening, Version


@pytest.mark.parametrize(
    ("row", "name", "said"),
    [
        (Version(dialogue_languages=["ru", "en"]), "dialogue_languages", "Russisch, Englisch"),
        (Version(runtime_seconds=5700), "runtime_seconds", "95\xa0Min."),
        (Version(), "runtime_seconds", ""),
        (Release(country="FR"), "country", "Frankreich"),
        (Release(date=date(2011, 9, 1), precision="month"), "date", "September 2011"),
        (Release(date=date(2011, 9, 1), precision="year"), "date", "2011"),
        (Release(date=date(2011, 9, 1)), "date", "1. September 2011"),
    ],
)
def test_value_is_said_in_words(row, name, said):
    with override("de"):
        assert say_value(row, name) == said


def test_only_fields_that_django_shows_raw_are_replaced():
    assert worded(Version, "format") == "format"
    assert worded(Version, "dialogue_languages") == Worded(Version, "dialogue_languages")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "05.12.2026, 20:00, Kino Kastanie, Linz"),
        ("en", "5 Dec 2026, 20:00, Kino Kastanie, Linz"),
    ],
)
def test_screening_is_called_by_the_clock_of_its_venue(language, said):
    venue = Venue(name="Kino Kastanie", city="Linz", zone="Europe/Vienna")
    screening = Screening(venue=venue, local_time=datetime(2026, 12, 5, 19, tzinfo=UTC))
    with override(language):
        assert str(screening) == said


def test_release_is_called_as_precisely_as_its_date_is_known():
    with override("de"):
        release = Release(country="DE", date=date(2011, 9, 1), precision="month")
        assert str(release) == "Deutschland, September 2011"
        assert str(Release(country="DE")) == "Deutschland"


def test_tables_between_two_models_are_called_like_their_fields():
    genres = str(Film.genres.through._meta.verbose_name_plural)
    with override("de"):
        assert name_relations({genres: 3, "Filme": 1}) == {"Genres": 3, "Filme": 1}
