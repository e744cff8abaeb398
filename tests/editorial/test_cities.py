"""Cities and countries in the reader's language, whatever was entered."""

import pytest

from editorial.cities import TABLE, city_beside, city_name, city_spellings, is_same_city
from editorial.countries import in_country


@pytest.mark.parametrize(
    ("city", "country", "english", "german"),
    [
        ("München", "DE", "Munich", "München"),
        ("Muenchen", "DE", "Munich", "München"),
        ("Munich", "de", "Munich", "München"),
        ("Praha", "CZ", "Prague", "Prag"),
        ("Rom", "IT", "Rome", "Rom"),
        ("Москва", "RU", "Moscow", "Moskau"),
        ("Wien", "", "Vienna", "Wien"),
        ("Wien", "US", "Wien", "Wien"),
        ("Kiel", "DE", "Kiel", "Kiel"),
        ("", "DE", "", ""),
    ],
)
def test_city_has_the_name_of_the_language(city, country, english, german):
    assert (city_name(city, country, "en"), city_name(city, country, "de")) == (english, german)


def test_language_without_a_column_keeps_what_was_entered():
    assert city_name("München", "DE", "fr") == "München"


def test_city_is_not_told_twice_in_whatever_spelling():
    assert city_beside("Filmfest München", "Munich", "DE", "en") == ""
    assert city_beside("Prague Film Days", "Praha", "CZ", "de") == ""
    assert city_beside("Romania in Focus", "Rom", "IT", "en") == "Rome"


def test_all_spellings_mean_the_city():
    assert city_spellings("Genève", "CH") == ("Genève", "Genf", "Geneva")
    assert is_same_city("prag", "Prague", "CZ")
    assert not is_same_city("Prag", "Prague", "US")


def test_table_names_no_city_twice():
    rows = [line.split("|") for line in TABLE.strip().split("\n")]
    names = [name for _countries, *names in rows for name in set(names)]
    assert sorted(names) == sorted(set(names))
    assert [row for row in rows if len(row) < 3] == []


@pytest.mark.parametrize(
    ("code", "english", "german"),
    [
        ("DE", "in Germany", "in Deutschland"),
        ("NL", "in the Netherlands", "in den Niederlanden"),
        ("CH", "in Switzerland", "in der Schweiz"),
        ("KR", "in South Korea", "in Südkorea"),
        ("FK", "", ""),
        ("QQ", "", ""),
        ("", "", ""),
    ],
)
def test_country_stands_after_in_with_its_article(code, english, german):
    assert (in_country(code, "en"), in_country(code, "de")) == (english, german)
