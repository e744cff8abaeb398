"""The days of the preview's slider: each on which the microsite says something else."""

import pytest

from editorial.changes import change
from editorial.documents import document_of
from films.models import Release
from microsites.models import Block, MicrositePage
from microsites.phases.marks import list_marks
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


def test_every_phase_has_its_day():
    film = FilmFactory(year=2011)
    with change(None, "test"):
        Release.objects.create(film=film, country="DE", date="2011-09-01")
    marks = list_marks(document_of(film.record), "de")
    assert [(str(mark.day), mark.label, mark.line) for mark in marks] == [
        ("2011-06-08", "announced", "Ab 1. September 2011"),
        ("2011-06-09", "in cinemas", "Ab 1. September 2011"),
        ("2011-09-01", "in cinemas", "Jetzt im Kino"),
        ("2011-11-24", "archive", "Kinostart: 1. September 2011"),
    ]


def test_days_of_blocks_are_marked():
    film = FilmFactory(year=2011)
    with change(None, "test"):
        page = MicrositePage.objects.create(film=film)
        Block.objects.create(page=page, kind="links", starts_on="2020-05-01", ends_on="2020-05-31")
    marks = list_marks(document_of(film.record), "en")
    assert [(str(mark.day), mark.label) for mark in marks] == [
        ("2011-12-31", "announced"),
        ("2012-01-01", "archive"),
        ("2020-05-01", "blocks change"),
        ("2020-06-01", "blocks change"),
    ]
