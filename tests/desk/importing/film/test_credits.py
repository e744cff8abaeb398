"""Who is credited with what, by what each file prints."""

import pytest

from tests.desk.importing.film.crediting import credits_of


def test_director_key_and_crew_row_are_one_credit(film_of):
    film = film_of(
        "director: Anna Ufer\ncrew:\n  - role: Director\n    name: Anna Ufer",
        "director: Anna Ufer\ncrew:\n  - role: Regie\n    name: Anna Ufer",
    )

    assert credits_of(film) == [("director", "person", "Anna Ufer")]
    assert film.credits[0].role_text == {"en": "Director", "de": "Regie"}
    assert film.problems == ()


def test_director_spelled_otherwise_in_the_crew_is_credited_as(film_of):
    film = film_of("director: Anna Ufer\ncrew:\n  - role: Director\n    name: A. Ufer")

    assert credits_of(film) == [("director", "person", "Anna Ufer")]
    assert film.credits[0].credited_as == "A. Ufer"


def test_several_names_in_one_row_are_several_credits(film_of):
    film = film_of("crew:\n  - role: Screenplay\n    name: Anna Ufer, Ben Strom and Cleo Wehr")

    assert credits_of(film) == [
        ("screenplay", "person", "Anna Ufer"),
        ("screenplay", "person", "Ben Strom"),
        ("screenplay", "person", "Cleo Wehr"),
    ]


def test_a_doubtful_list_of_names_stays_one_and_is_reported(film_of):
    film = film_of("crew:\n  - role: Music\n    name: Oppie and Gigi")

    assert credits_of(film) == [("music", "person", "Oppie and Gigi")]
    assert [(p.line, p.key, p.value) for p in film.problems] == [(4, "crew", "Oppie and Gigi")]


def test_person_and_group_direct_together(film_of):
    film = film_of(
        "director: Anna Ufer and Students of the Harbour Academy",
        "director: Anna Ufer und Studierende der Hafenakademie",
    )

    assert credits_of(film) == [("director", "person", "Anna Ufer"), ("director", "group", "")]
    assert film.credits[1].names == {
        "en": "Students of the Harbour Academy",
        "de": "Studierende der Hafenakademie",
    }
    assert film.problems == ()


def test_a_compound_role_is_two_roles(film_of):
    film = film_of("crew:\n  - role: Author and Director\n    name: Anna Ufer")

    assert credits_of(film) == [
        ("director", "person", "Anna Ufer"),
        ("screenplay", "person", "Anna Ufer"),
    ]


def test_an_unknown_role_keeps_its_text_in_both_languages_and_is_reported(film_of):
    film = film_of(
        "crew:\n  - role: Fog Whisperer\n    name: Anna Ufer",
        "crew:\n  - role: Nebelflüsterin\n    name: Anna Ufer",
    )

    assert credits_of(film) == [("", "person", "Anna Ufer")]
    assert film.credits[0].role_text == {"en": "Fog Whisperer", "de": "Nebelflüsterin"}
    assert [(p.file, p.line, p.key, p.value) for p in film.problems] == [
        ("films/night-ferry/index_en.md", 4, "crew", "Fog Whisperer"),
        ("films/night-ferry/index_de.md", 4, "crew", "Nebelflüsterin"),
    ]


def test_a_role_that_one_language_knows_is_known(film_of):
    film = film_of(
        "crew:\n  - role: Tidal Acoustics\n    name: Anna Ufer",
        "crew:\n  - role: Ton\n    name: Anna Ufer",
    )

    assert credits_of(film) == [("sound", "person", "Anna Ufer")]
    assert film.problems == ()


def test_production_by_a_person_is_a_producer(film_of):
    film = film_of(
        "crew:\n  - role: Producer\n    name: Anna Ufer",
        "crew:\n  - role: Produktion\n    name: Anna Ufer",
    )

    assert credits_of(film) == [("producer", "person", "Anna Ufer")]
    assert film.companies == ()


def test_a_company_in_a_craft_is_a_credit(film_of):
    film = film_of("crew:\n  - role: Visual Effects\n    name: Flood Pictures GmbH")

    assert credits_of(film) == [("visual_effects", "company", "Flood Pictures GmbH")]


@pytest.mark.parametrize("row", ["- {role: Sound}", "- Sound", "- {role: [a], name: b}", "-"])
def test_a_crew_row_without_role_or_name_is_reported(film_of, row):
    film = film_of(f"crew:\n  {row}")

    assert film.credits == ()
    assert [(p.line, p.key) for p in film.problems] == [(4, "crew")]


def test_and_more_at_the_end_of_a_list_is_reported(film_of):
    film = film_of("crew:\n  - role: Casting\n    name: Anna Ufer, Ben Strom u.v.a.")

    assert [credit.name for credit in film.credits] == ["Anna Ufer", "Ben Strom"]
    assert [p.value for p in film.problems] == ["Anna Ufer, Ben Strom u.v.a."]


def test_a_remark_beside_a_name_is_reported(film_of):
    film = film_of("crew:\n  - role: Casting\n    name: Anna Ufer (France)")

    assert [credit.name for credit in film.credits] == ["Anna Ufer"]
    assert [p.value for p in film.problems] == ["Anna Ufer (France)"]
