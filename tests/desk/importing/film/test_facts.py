"""Facts that stand in the file of each language: one film, and what disagrees is reported."""

from desk.importing.objects import (
    ParsedVersion,
)
from films.printed.countries import ParsedCountry
from tests.desk.importing.film.crediting import credits_of


def test_same_fact_in_both_files_is_one_row(film_of):
    film = film_of(
        "release_year: 2011\nduration: 95 minutes\ncountry: Germany\ncategory: short\n"
        "crew:\n  - role: Sound\n    name: Anna Ufer\ncast: [Ben Strom, Cleo Wehr]",
        "release_year: 2011\nduration: 95 Minuten\ncountry: Deutschland\ncategory: short\n"
        "crew:\n  - role: Ton\n    name: Anna Ufer\ncast: [Ben Strom, Cleo Wehr]",
    )

    assert credits_of(film) == [
        ("sound", "person", "Anna Ufer"),
        ("actor", "person", "Ben Strom"),
        ("actor", "person", "Cleo Wehr"),
    ]
    assert film.credits[0].role_text == {"en": "Sound", "de": "Ton"}
    assert [credit.position for credit in film.credits] == [0, 1, 2]
    assert (film.release_year, film.category) == (2011, "short")
    assert film.version == ParsedVersion(runtime_seconds=5700)
    assert film.countries == (ParsedCountry("DE"),)
    assert film.problems == ()


def test_facts_that_disagree_are_reported_and_the_default_language_is_kept(film_of):
    film = film_of(
        "release_year: 2011\nduration: 95 min\ncountry: Germany / Georgia",
        "release_year: 2012\nduration: 92 min\ncountry: Georgien / Deutschland / Polen",
    )

    assert (film.release_year, film.version.runtime_seconds) == (2011, 5700)
    assert [country.code for country in film.countries] == ["DE", "GE"]
    assert [(p.file, p.line, p.key, p.value) for p in film.problems] == [
        ("films/night-ferry/index_de.md", 3, "release_year", "2012"),
        ("films/night-ferry/index_de.md", 4, "duration", "92 min"),
        ("films/night-ferry/index_de.md", 5, "country", "Georgien / Deutschland / Polen"),
    ]


def test_another_order_of_countries_is_no_disagreement(film_of):
    film = film_of("country: Germany / Georgia", "country: Georgien, Deutschland")

    assert [country.code for country in film.countries] == ["DE", "GE"]
    assert film.problems == ()


def test_german_names_in_an_english_file_and_remarks_are_read(film_of):
    film = film_of("country: Deutschland (lead) / Georgien")

    assert film.countries == (ParsedCountry("DE", "lead"), ParsedCountry("GE"))


def test_an_unknown_country_is_reported_and_left_out(film_of):
    film = film_of("country: Germany / Atlantis")

    assert film.countries == (ParsedCountry("DE"),)
    assert [(p.line, p.key, p.value) for p in film.problems] == [(3, "country", "Atlantis")]


def test_language_comes_from_the_file_name(film_of):
    film = film_of("description: A ferry.", "description: Eine Fähre.")

    assert film.languages == ("en", "de")
    assert film.texts == {
        "en": {"synopsis_short": "A ferry."},
        "de": {"synopsis_short": "Eine Fähre."},
    }


def test_a_language_key_that_disagrees_is_reported(film_of):
    film = film_of("language: de")

    assert film.languages == ("en",)
    assert [(p.key, p.value, p.is_fatal) for p in film.problems] == [("language", "de", False)]


def test_technical_specs_become_the_main_version(film_of):
    film = film_of(
        "technical_specs: 35 mm, 1:1.66, Colour, Dolby-Digital, No dialogue, Kodak",
        "technical_specs: 35 mm, 1:1.66, Farbe, Dolby Digital, ohne Dialoge, Kodak",
    )

    assert film.version == ParsedVersion(
        format="35 mm",
        aspect_ratio="1:1.66",
        colour="colour",
        sound="Dolby Digital",
        has_no_dialogue=True,
        rest={"en": "Kodak", "de": "Kodak"},
    )
    assert film.texts["de"] == {"technical_note": "Kodak"}
    assert film.problems == ()


def test_format_and_dialogue_keys_of_two_languages_complete_each_other(film_of):
    film = film_of(
        "format: '16 mm, 1:1,37, Colour'\ndialogue: Indonesian dialogue, English subtitled",
        "format: '16 mm, 1:1,37, Farbe, engl. Untertitel'",
    )

    assert film.version == ParsedVersion(
        format="16 mm",
        aspect_ratio="1:1.37",
        colour="colour",
        dialogue_languages=("id",),
        subtitle_languages=("en",),
    )
    assert film.problems == ()


def test_technical_facts_that_disagree_are_reported(film_of):
    film = film_of("technical_specs: 35 mm, Colour", "technical_specs: 16 mm, Farbe")

    assert film.version.format == "35 mm"
    assert [(p.key, p.value) for p in film.problems] == [("technical_specs", "16 mm")]
