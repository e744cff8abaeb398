"""The index of words holds what is or will be live, and nothing else."""

from datetime import timedelta

import pytest
from django.db import models
from django.utils import timezone

from desk.erasing.erasing import redact_name
from desk.tidying import tidy
from editorial.changes import change
from editorial.models import KnownWord, Publication, SearchWord
from editorial.models.search_word import drop_unused_words
from editorial.models.window import NEVER
from editorial.publishing import cancel, publish, withdraw
from editorial.publishing.reindexing import fill_search_words
from editorial.spelling import Section, make_search_text, words_of
from tests.factories import FilmFactory, PageFactory

pytestmark = pytest.mark.django_db


def words(language="en"):
    return set(SearchWord.objects.filter(language=language).values_list("word", flat=True))


def make_film(**texts):
    return FilmFactory(title_en="Night Ferry", synopsis_short_en="Ferrymen wait.", **texts)


def test_word_has_the_best_section_that_it_stands_in():
    text = make_search_text("Night Ferry", ["Ferry Man"], ["The man of the night."])
    assert words_of(text) == {
        "night": Section.TITLE, "ferry": Section.TITLE, "man": Section.NAMES,
        "nightferry": Section.NAMES, "ferryman": Section.NAMES, "the": Section.PROSE,
        "of": Section.PROSE,
    }  # fmt: skip


def test_text_folded_in_an_older_way_has_no_words():
    assert words_of("night ferry") == {}


def test_words_are_written_with_the_publication():
    publish(make_film().record, "en")
    assert {"night", "ferry", "nightferry", "ferrymen", "wait"} <= words()
    rows = SearchWord.objects.filter(word="ferrymen").values_list("kind", "section")
    assert list(rows) == [("film", Section.PROSE)]


def test_words_of_the_former_text_go_with_a_new_one():
    film = make_film()
    publish(film.record, "en")
    with change(None, "test"):
        film.synopsis_short_en = "Sailors wait."
        film.save()
    publish(film.record, "en")
    assert ("ferrymen" in words(), "sailors" in words()) == (False, True)
    assert SearchWord.objects.filter(word="ferry").count() == 1


def test_withdrawn_words_go():
    film = make_film()
    publish(film.record, "en")
    withdraw(film.record, "en")
    assert words() == set()


def test_scheduled_words_wait_beside_the_live_ones_and_go_when_cancelled():
    film = make_film()
    publish(film.record, "en")
    with change(None, "test"):
        film.synopsis_short_en = "Sailors wait."
        film.save()
    publish(film.record, "en", at=timezone.now() + timedelta(days=3))
    assert {"ferrymen", "sailors"} <= words()
    cancel(film.record, "en")
    assert ("ferrymen" in words(), "sailors" in words()) == (True, False)


def test_words_that_a_schedule_has_followed_go_with_the_daily_tidying():
    film = make_film()
    publish(film.record, "en")
    with change(None, "test"):
        film.synopsis_short_en = "Sailors wait."
        film.save()
    publish(film.record, "en", at=timezone.now() + timedelta(days=3))
    # As if the days had gone by: no code looks on when a schedule begins.
    past = timezone.now() - timedelta(seconds=9)
    models.QuerySet(Publication).filter(publish_at__gt=timezone.now()).update(publish_at=past)
    models.QuerySet(Publication).filter(followed_at__lt=NEVER).update(followed_at=past)
    assert {"ferrymen", "sailors"} <= words()
    assert tidy()["words"] > 0
    assert ("ferrymen" in words(), "sailors" in words()) == (False, True)
    assert not KnownWord.objects.filter(word="ferrymen").exists()


def test_deleted_film_leaves_no_words():
    film = make_film()
    publish(film.record, "en")
    Publication.objects.filter(record=film.record).delete()
    drop_unused_words()
    assert (SearchWord.objects.count(), KnownWord.objects.count()) == (0, 0)


def test_blanked_name_is_no_known_word():
    film = make_film(synopsis_long_en="Written by Zebedee Quux.")
    publish(film.record, "en")
    with change(None, "test"):
        film.synopsis_long_en = "Written."
        film.save()
    publish(film.record, "en")
    assert KnownWord.objects.filter(word="zebedee").exists()
    redact_name("Zebedee Quux")
    assert not KnownWord.objects.filter(word="zebedee").exists()


def test_missing_words_are_filled_once():
    publish(make_film().record, "en")
    publish(PageFactory(title_en="About").record, "en")
    before = sorted(SearchWord.objects.values_list("word", "section", "language", "record_id"))
    SearchWord.objects.all().delete()
    KnownWord.objects.all().delete()
    assert (fill_search_words(), fill_search_words()) == (2, 0)
    after = sorted(SearchWord.objects.values_list("word", "section", "language", "record_id"))
    assert after == before
    assert KnownWord.objects.filter(word="ferrymen").exists()
