"""Prizes and selections, told apart."""

from desk.importing.objects import (
    ParsedAward,
    ParsedSelection,
)


def test_awards_selections_and_notes_are_told_apart(film_of):
    film = film_of(
        "awards:\n  - Tide Festival: World Premiere\n  - Tide Festival: Jury Prize\n"
        "  - Audience award, Bremen 1995\n  - 12 awards",
        "awards:\n  - Tide Festival: Weltpremiere\n  - Tide Festival: Preis der Jury\n"
        "  - Publikumspreis, Bremen 1995\n  - 12 Preise",
    )

    assert film.awards == (
        ParsedAward(
            {"en": "Jury Prize", "de": "Preis der Jury"},
            {"en": "Tide Festival", "de": "Tide Festival"},
        ),
        ParsedAward(
            {"en": "Audience award", "de": "Publikumspreis"},
            {"en": "Bremen", "de": "Bremen"},
            1995,
            position=1,
        ),
    )
    assert film.selections == (
        ParsedSelection({"en": "Tide Festival", "de": "Tide Festival"}, {}, "world"),
    )
    assert film.texts == {"en": {"award_notes": "12 awards"}, "de": {"award_notes": "12 Preise"}}
    assert film.problems == ()


def test_a_closing_film_is_a_selection_with_a_section(film_of):
    film = film_of(
        "awards: ['Official closing film, Venice']",
        "awards: ['Offizieller Abschlussfilm, Venedig']",
    )

    assert film.awards == ()
    assert film.selections == (
        ParsedSelection(
            {"en": "Venice", "de": "Venedig"},
            {"en": "Official closing film", "de": "Offizieller Abschlussfilm"},
        ),
    )


def test_awards_of_another_year_are_reported(film_of):
    film = film_of("awards: ['Prize of Anna, 2004']", "awards: ['Preis der Anna, 2005']")

    assert [award.year for award in film.awards] == [2004]
    assert [(p.file, p.key) for p in film.problems] == [("films/night-ferry/index_de.md", "awards")]
