"""The people before the camera, their characters, and names spelled in two ways."""

from tests.desk.importing.film.crediting import credits_of


def test_characters_stand_in_both_languages(film_of):
    film = film_of(
        "cast:\n  - Anna Ufer as Young Girl\n  - Ben Strom",
        "cast:\n  - Anna Ufer als Junges Mädchen\n  - Ben Strom",
    )

    assert credits_of(film) == [("actor", "person", "Anna Ufer"), ("actor", "person", "Ben Strom")]
    assert film.credits[0].character == {"en": "Young Girl", "de": "Junges Mädchen"}


def test_cast_may_be_written_as_mappings(film_of):
    film = film_of(
        "cast:\n  - name: Anna Ufer\n    character: Captain\n    lead: yes\n"
        "    credited_as: Anja Ufer\n  - Ben Strom: Pilot"
    )

    assert [(c.name, c.character, c.is_lead, c.credited_as) for c in film.credits] == [
        ("Anna Ufer", {"en": "Captain"}, True, "Anja Ufer"),
        ("Ben Strom", {"en": "Pilot"}, False, ""),
    ]


def test_another_spelling_in_the_other_language_is_one_person(film_of):
    film = film_of(
        "cast: [Stanislav Potev, Anna Ufer]\ncrew:\n  - role: Camera\n    name: Pavel Samilov",
        "cast: [Stanislaw Potew, Anna Ufer]\ncrew:\n  - role: Kamera\n    name: Pawel Samilow",
    )

    assert [(c.role_key, c.name, c.other_spellings) for c in film.credits] == [
        ("cinematography", "Pavel Samilov", ("Pawel Samilow",)),
        ("actor", "Stanislav Potev", ("Stanislaw Potew",)),
        ("actor", "Anna Ufer", ()),
    ]
    assert film.credits[0].names == {"en": "Pavel Samilov", "de": "Pawel Samilow"}
    assert film.credits[0].credited_as == ""


def test_another_script_at_the_same_place_is_one_person(film_of):
    film = film_of("cast: [Sergey Volnov]", "cast: [Сергей Волнов]")

    assert credits_of(film) == [("actor", "person", "Sergey Volnov")]
    assert film.credits[0].other_spellings == ("Сергей Волнов",)


def test_similar_names_in_one_file_are_two_people(film_of):
    film = film_of("cast: [Anna Ufer, Anne Ufer]")

    assert len(film.credits) == 2


def test_another_order_of_the_cast_is_no_disagreement(film_of):
    film = film_of("cast: [Anna Ufer, Ben Strom]", "cast: [Ben Strom, Anna Ufer]")

    assert [credit.name for credit in film.credits] == ["Anna Ufer", "Ben Strom"]
    assert film.problems == ()


def test_different_people_in_one_craft_are_a_disagreement(film_of):
    film = film_of(
        "crew:\n  - role: Camera\n    name: Anna Ufer",
        "crew:\n  - role: Kamera\n    name: Ben Strom",
    )

    assert credits_of(film) == [("cinematography", "person", "Anna Ufer")]
    assert [(p.file, p.line, p.value) for p in film.problems] == [
        ("films/night-ferry/index_de.md", 4, "Ben Strom")
    ]


def test_a_name_that_only_the_german_file_has_is_kept_and_reported(film_of):
    film = film_of("cast: [Anna Ufer]", "cast: [Anna Ufer, Ben Strom]")

    assert [credit.name for credit in film.credits] == ["Anna Ufer", "Ben Strom"]
    assert [(p.key, p.value) for p in film.problems] == [("cast", "Ben Strom")]


def test_very_long_names_are_left_out_and_reported(film_of):
    film = film_of("cast:\n  - " + "A" * 201 + "\n  - Ben Strom")

    assert [credit.name for credit in film.credits] == ["Ben Strom"]
    assert [(p.line, p.key) for p in film.problems] == [(4, "cast")]


def test_long_lists_are_matched_in_their_order(film_of):
    names = [f"Anna Name{number}" for number in range(4000)]

    film = film_of(
        "cast:\n" + "\n".join(f"- {name}" for name in names),
        "cast:\n" + "\n".join(f"- {name}" for name in reversed(names)),
    )

    assert [credit.name for credit in film.credits] == names
    assert film.problems == ()
