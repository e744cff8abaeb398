"""What cells say."""

import pytest

from sources.columns.values import find_order, read_country, read_day, read_premiere, read_result


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2011", "2011"),
        ("2011-10-07", "2011-10-07"),
        ("2011-10-07 19:30", "2011-10-07"),
        ("7.10.2011", "2011-10-07"),
        ("07. Oktober 2011", "2011-10-07"),
        ("October 7, 2011", "2011-10-07"),
        ("7 Oct 2011", "2011-10-07"),
        ("Oktober 2011", "2011-10"),
        ("10/2011", "2011-10"),
        ("2011/10/07", "2011-10-07"),
        ("20111007", "2011-10-07"),
        ("25/10/2011", "2011-10-25"),
        ("10/25/2011", "2011-10-25"),
        ("7–16 October 2011", "2011-10-07"),
        ("15.02.-25.02.2010", "2010-02-15"),
        ("", ""),
        ("soon", ""),
    ],
)
def test_a_date_is_read_in_every_usual_form(text, expected):
    assert read_day(text) == (expected, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3/4/2011", "2011"),
        ("7.10.11", "2011-10-07"),
        ("31.2.2011", "2011"),
    ],
)
def test_a_date_that_may_be_another_is_doubtful(text, expected):
    assert read_day(text) == (expected, True)


def test_a_column_tells_whether_days_come_first():
    assert find_order(["3/4/2011", "25/4/2011"]) is True
    assert find_order(["3/4/2011", "4/25/2011"]) is False
    assert find_order(["3/4/2011"]) is None
    assert find_order(["25/4/2011", "4/25/2011"]) is None
    assert read_day("3/4/2011", True) == ("2011-04-03", False)
    assert read_day("3/4/2011", False) == ("2011-03-04", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Germany", "DE"), ("Deutschland", "DE"), ("DEU", "DE"), ("de", "DE"), ("USA", "US"),
     ("Korea, South", "KR"), ("Österreich", "AT"), ("Atlantis", ""), ("", "")],
)  # fmt: skip
def test_a_country_is_known_by_name_and_by_letters(text, expected):
    assert read_country(text) == expected


def test_premieres_and_results_are_known_in_both_languages():
    premieres = ["World Premiere", "Uraufführung", "Europapremiere", "Deutsche Erstaufführung", "?"]
    assert [*map(read_premiere, premieres)] == ["world", "world", "european", "national", ""]
    results = ["Winner", "nominiert", "Lobende Erwähnung", "perhaps", ""]
    assert [*map(read_result, results)] == ["won", "nominated", "mention", "", ""]
