"""Days of which a text knows all, the month or the year."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from films.choices import Precision
from sources.taking.days import read_day, read_screening


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2011", (date(2011, 1, 1), Precision.YEAR)),
        ("2011-10", (date(2011, 10, 1), Precision.MONTH)),
        ("2011-10-28", (date(2011, 10, 28), Precision.DAY)),
        ("", (None, Precision.DAY)),
        ("autumn of 2011", (None, Precision.DAY)),
    ],
)
def test_as_much_of_a_day_is_read_as_is_known(text, expected):
    assert read_day(text) == expected


def test_day_that_no_calendar_has_is_refused():
    with pytest.raises(ValidationError, match="“2011-02-30” is no date"):
        read_day("2011-02-30")


@pytest.mark.parametrize(("text", "day"), [("2011-10-28", date(2011, 10, 28)), ("2011-10", None)])
def test_screening_is_on_a_whole_day_or_on_none(text, day):
    assert read_screening(text) == day
