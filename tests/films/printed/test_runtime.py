import pytest

from films.printed.runtime import is_ambiguous, parse_runtime


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("95 minutes", 5700),
        ("95 Minuten", 5700),
        ("6 min", 360),
        ("6 min.", 360),
        ("5:30 min", 330),
        ("95mn", 5700),
        ("92 MIN.", 5520),
        ("90'", 5400),
        ("90", 5400),
        ("5'30''", 330),
        ("5 min 30 sec", 330),
        ("45 Sekunden", 45),
        ("1 h 30", 5400),
        ("1h30", 5400),
        ("1 h 30 min", 5400),
        ("1 hour 35 minutes", 5700),
        ("1 Std. 30 Min.", 5400),
        ("2 hours", 7200),
        ("1:30 h", 5400),
        ("1:30:15 h", 5415),
        ("PT1H35M", 5700),
    ],
)
def test_runtime_is_read_in_seconds(text, seconds):
    assert parse_runtime(text) == seconds


@pytest.mark.parametrize(
    "text", ["", "1:30", "1:30:00", "long", "0 min", "5400", "-5 min", "1e3 min", "9" * 30 + " h"]
)
def test_anything_else_is_no_runtime(text):
    assert parse_runtime(text) is None


@pytest.mark.parametrize(("text", "expected"), [("1:30", True), ("1:30:00", True), ("90", False)])
def test_a_clock_without_a_unit_is_ambiguous(text, expected):
    assert is_ambiguous(text) is expected
