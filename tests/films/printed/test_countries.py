import pytest

from films.printed.countries import ParsedCountry, parse_countries

LANGUAGES = ("en", "de")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Germany / Kazakhstan / Russia", ["DE", "KZ", "RU"]),
        ("Deutschland / Kasachstan / Russland", ["DE", "KZ", "RU"]),
        ("Deutschland, Indonesien", ["DE", "ID"]),
        ("Germany; Georgia", ["DE", "GE"]),
        ("Germany + France", ["DE", "FR"]),
        ("Germany and France", ["DE", "FR"]),
        ("Deutschland und Frankreich", ["DE", "FR"]),
        ("Bosnia and Herzegovina and Austria", ["BA", "AT"]),
        ("Trinidad and Tobago", ["TT"]),
        ("USA, UK, England", ["US", "GB"]),
        ("Soviet Union / DDR / Jugoslawien / Tschechoslowakei", ["SU", "DD", "YU", "CS"]),
        ("Türkei / Turkey", ["TR"]),
        ("Czech Republic / Südkorea / Weißrussland", ["CZ", "KR", "BY"]),
        ("DE / KZ", ["DE", "KZ"]),
    ],
)
def test_countries_become_codes_in_their_order(text, codes):
    countries, unknown = parse_countries(text, LANGUAGES)

    assert [country.code for country in countries] == codes
    assert unknown == ()


def test_a_remark_in_brackets_is_kept_as_a_note():
    countries, unknown = parse_countries("Germany (lead, 60 %) / Georgia", LANGUAGES)

    assert countries == (ParsedCountry("DE", "lead, 60 %"), ParsedCountry("GE"))
    assert unknown == ()


def test_an_unknown_country_is_named():
    countries, unknown = parse_countries("Germany / Absurdistan", LANGUAGES)

    assert countries == (ParsedCountry("DE"),)
    assert unknown == ("Absurdistan",)


def test_a_word_of_two_small_letters_is_no_code():
    assert parse_countries("in", LANGUAGES) == ((), ("in",))


def test_another_language_of_the_site_is_understood():
    countries, unknown = parse_countries("Allemagne / Géorgie", ("en", "de", "fr"))

    assert [country.code for country in countries] == ["DE", "GE"]
    assert unknown == ()
