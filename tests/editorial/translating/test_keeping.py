"""Marks and counts follow every change of a record, at a cost that does not grow."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.changes import change
from editorial.models import Record, TranslationMark, TranslationState
from editorial.translating.keeping import fill_states, set_origin
from tests.editorial.translating.summaries import summaries
from tests.factories import CreditFactory, FilmFactory

pytestmark = pytest.mark.django_db


def counts(film, language="de"):
    found = summaries([film.pk])[film.pk][language]
    return found.missing, found.outdated, found.translated


def rewrite(film, user=None, keeps_meaning=False, **texts):
    with change(user, "test") as opened:
        opened.keeps_meaning = keeps_meaning
        for name, text in texts.items():
            setattr(film, name, text)
        film.save()


def test_translation_goes_stale_and_comes_back(editor):
    film = FilmFactory()
    assert counts(film) == (0, 0, 2)
    rewrite(film, editor, synopsis_short_en="A ferry is sold.")
    assert counts(film) == (0, 1, 1)
    mark = TranslationMark.objects.get(record=film.pk)
    assert (mark.source_text, mark.user) == ("A ferry crosses the sound for the last time.", None)
    rewrite(film, editor, synopsis_short_de="Eine Fähre wird verkauft.")
    assert counts(film) == (0, 0, 2)
    mark = TranslationMark.objects.get(record=film.pk)
    assert (mark.source_text, mark.user, mark.how) == ("A ferry is sold.", editor, "written")


def test_source_that_returns_makes_the_translation_right_again(editor):
    film = FilmFactory()
    before = film.synopsis_short_en
    rewrite(film, editor, synopsis_short_en="A ferry is sold.")
    rewrite(film, editor, synopsis_short_en=before)
    assert counts(film) == (0, 0, 2)


def test_change_that_keeps_the_meaning_keeps_the_translation(editor):
    film = FilmFactory()
    rewrite(film, editor, keeps_meaning=True, synopsis_short_en="A ferry crosses the Sound.")
    assert counts(film) == (0, 0, 2)
    assert TranslationMark.objects.get(record=film.pk).how == "no_effect"


def test_row_that_goes_takes_its_marks(editor):
    credit = CreditFactory(character_en="Captain", character_de="Kapitän")
    with change(editor, "test"):
        credit.character_en = "Skipper"
        credit.save()
    assert counts(credit.film) == (0, 1, 2)
    with change(editor, "test"):
        credit.delete()
    assert TranslationMark.objects.count() == 0
    assert counts(credit.film) == (0, 0, 2)


def test_deleted_film_is_not_counted(editor):
    film = FilmFactory()
    with change(editor, "test"):
        film.delete()
    assert TranslationState.objects.count() == 0


def test_other_language_of_origin(editor):
    film = FilmFactory(logline_de="Eine Fähre.")
    assert (counts(film, "en"), counts(film)) == ((1, 0, 0), (0, 0, 2))
    rewrite(film, editor, synopsis_short_de="Eine Fähre wird verkauft.")
    set_origin(film.record, "de", editor)
    assert (counts(film, "en"), counts(film)) == ((1, 0, 2), (0, 0, 0))
    assert TranslationMark.objects.count() == 0
    assert Record.objects.get(pk=film.pk).source_language == "de"


def test_sites_that_are_older_than_the_counts_are_counted():
    films = [FilmFactory(logline_en="A ferry."), FilmFactory()]
    TranslationState.objects.all().delete()
    assert fill_states() == len(films) == 2
    assert counts(films[0]) == (1, 0, 2)
    assert fill_states() == 0


def finishing_queries(films, user):
    with (
        CaptureQueriesContext(
            connection,
        ) as captured,
        change(user, "test"),
    ):
        for film in films:
            film.synopsis_short_en += " It is sold."
            film.save()
    return [q for q in captured if "editorial_translation" in q["sql"]]


def test_cost_of_a_change_does_not_grow_with_its_records(editor):
    films = [FilmFactory() for _ in range(3)]
    assert len(finishing_queries(films[:1], editor)) == len(finishing_queries(films, editor)) == 4


def test_summaries_take_one_query(django_assert_num_queries):
    films = [FilmFactory() for _ in range(3)]
    with django_assert_num_queries(1):
        assert len(summaries([film.pk for film in films])) == 3
