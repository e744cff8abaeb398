"""Fields of days and times."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from editorial.admin.form_moments import DayField, MomentField, TimeOfDayField


@pytest.mark.parametrize(
    ("field", "language", "typed", "said"),
    [
        (DayField(), "de", "31.02.2027", "„31.02.2027“ ist kein Datum. Schreibweise: 05.12.2026."),
        (DayField(), "en", "soon", "“soon” is no date. Write it like this: 2026-12-05."),
        (TimeOfDayField(), "de", "acht", "„acht“ ist keine Uhrzeit. Schreibweise: 20:00."),
        (TimeOfDayField(), "en", "25:00", "“25:00” is no time. Write it like this: 20:00."),
    ],
)
def test_mistake_repeats_what_was_typed_and_shows_how_it_is_written(field, language, typed, said):
    with override(language), pytest.raises(ValidationError) as refused:
        field.clean(typed)
    assert refused.value.messages == [said]


def test_both_parts_of_a_moment_say_what_is_wrong():
    with override("de"), pytest.raises(ValidationError) as refused:
        MomentField().clean(["31.02.2027", "acht"])
    assert [message.split(".")[0][0] for message in refused.value.messages] == ["„", "„"]


def test_spellings_of_the_language_are_read():
    with override("de"):
        assert DayField().clean("5.12.2026") == date(2026, 12, 5)
        assert TimeOfDayField().clean("20:15") == time(20, 15)


@pytest.mark.parametrize(
    ("zone", "day"), [("Europe/Berlin", "0001-01-01"), ("America/New_York", "9999-12-31")]
)
def test_moment_that_the_database_cannot_write_is_refused(zone, day):
    with timezone.override(zone), override("en"), pytest.raises(ValidationError) as refused:
        MomentField().clean([day, "23:30" if day[0] == "9" else "00:10"])
    assert refused.value.messages == ["This moment lies outside the calendar."]


def test_last_evening_of_the_calendar_means_for_ever():
    with timezone.override("Europe/Berlin"):
        assert MomentField().clean(["9999-12-31", "23:30"]).year == 9999


def test_hour_that_the_clocks_skip_is_refused_and_the_first_of_two_is_taken():
    with pytest.raises(ValidationError, match="The clocks skip this time"):
        MomentField().clean(["2026-03-29", "02:30"])
    assert MomentField().clean(["2026-10-25", "02:30"]).isoformat() == "2026-10-25T02:30:00+02:00"
