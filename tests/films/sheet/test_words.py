"""Runtimes and dates as readers write them."""

from datetime import date

import pytest
from django.utils import translation

from films.sheet.words import show_date, show_runtime


@pytest.mark.parametrize(
    ("seconds", "en", "de"),
    [
        (None, "", ""),
        (20, "20 sec", "20 Sek."),
        (60, "60 sec", "60 Sek."),
        (90, "90 sec", "90 Sek."),
        (120, "2 min", "2\xa0Min."),
        (330, "5:30 min", "5:30\xa0Min."),
        (6420, "107 min", "107\xa0Min."),
    ],
)
def test_short_runtimes_are_told_in_seconds(seconds, en, de):
    found = []
    for language in ("en", "de"):
        with translation.override(language):
            found.append(show_runtime(seconds).replace(" ", "\xa0"))
    assert found == [en.replace(" ", "\xa0"), de.replace(" ", "\xa0")]


@pytest.mark.parametrize(
    ("precision", "language", "words"),
    [
        ("day", "de", "16.\xa0November\xa02026"),
        ("day", "en", "16\xa0November\xa02026"),
        ("month", "de", "November\xa02026"),
        ("year", "de", "2026"),
    ],
)
def test_dates_are_not_torn_at_the_end_of_a_line(precision, language, words):
    assert show_date(date(2026, 11, 16), precision, language) == words
