"""Ratings as marks: what is read, what stays text."""

import pytest
from django.utils import translation

from films.age_marks import AgeMark, pending_mark, read_mark


@pytest.mark.parametrize(
    ("rating", "age"),
    [
        ("FSK 0", 0),
        ("FSK o.A.", 0),
        ("ohne Altersbeschränkung", 0),
        ("FSK 6", 6),
        ("fsk12", 12),
        ("FSK ab 12 freigegeben", 12),
        ("ab 16 Jahren", 16),
        ("18", 18),
    ],
)
def test_german_ratings_become_fsk_marks(rating, age):
    mark = read_mark("DE", rating)
    assert (mark.text, mark.fsk) == (f"FSK {age}", age)


@pytest.mark.parametrize(
    ("country", "rating"),
    [
        ("DE", "FSK 13"),
        ("DE", "FSK 6 (beantragt)"),
        ("DE", "PG"),
        ("DE", ""),
        ("GB", "PG-13"),
        ("US", "15"),
        ("AT", "ab 7"),
        ("CZ", "12"),
    ],
)
def test_what_no_table_knows_stays_text(country, rating):
    assert read_mark(country, rating) is None


@pytest.mark.parametrize(
    ("country", "rating", "text", "board"),
    [
        ("GB", "bbfc 12a", "12A", "BBFC"),
        ("US", "PG-13", "PG-13", "MPA"),
        ("FR", "tous publics", "Tous publics", "CNC"),
        ("NL", "Kijkwijzer AL", "AL", "Kijkwijzer"),
        ("AT", "ab 12 Jahren", "ab 12", "JMK"),
        ("AT", "ohne Altersbeschränkung", "ohne Altersbeschränkung", "JMK"),
        ("CH", "ab 0", "ab 0", "JIF"),
    ],
)
def test_other_boards_have_neutral_marks(country, rating, text, board):
    mark = read_mark(country, rating)
    assert (mark.text, mark.board, mark.fsk) == (text, board, None)


def test_mark_is_spoken_in_the_readers_language():
    ratings = [("DE", "FSK 6"), ("DE", "FSK 0"), ("AT", "ab 8"), ("CH", "ab 0")]
    english = [read_mark(*rating).spoken for rating in ratings]
    assert english == [
        "FSK: suitable for ages 6 and over",
        "FSK: suitable for all ages",
        "JMK: suitable for ages 8 and over",
        "JIF: suitable for all ages",
    ]
    with translation.override("de"):
        german = [read_mark(*rating).spoken for rating in ratings[:2]]
    assert german == ["FSK: freigegeben ab 6 Jahren", "FSK: ohne Altersbeschränkung"]


@pytest.mark.parametrize(
    ("release", "is_pending"),
    [
        (("DE", "cinema", "expected"), True),
        (("DE", "cinema", "done"), False),
        (("DE", "disc", "expected"), False),
        (("AT", "cinema", "expected"), False),
    ],
)
def test_only_a_german_cinema_release_to_come_waits_for_its_rating(release, is_pending):
    with translation.override("de"):
        mark = pending_mark(*release)
    assert mark == (AgeMark("FSK folgt", "FSK folgt", "FSK") if is_pending else None)
