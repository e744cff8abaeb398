"""What cannot stand is reported with its place; what must not stand keeps the film out."""

import pytest


def test_unknown_key_is_reported_with_file_line_key_and_value(film_of):
    film = film_of("mood: foggy\nrelease_year: 2001")

    assert film.release_year == 2001
    assert [(p.file, p.line, p.key, p.value, p.is_fatal) for p in film.problems] == [
        ("films/night-ferry/index_en.md", 3, "mood", "foggy", False)
    ]


def test_unknown_category_is_left_out_and_reported(film_of):
    film = film_of("category: opera")

    assert film.category == ""
    assert [(p.line, p.value) for p in film.problems] == [(3, "opera")]


def test_wrong_type_of_a_text_is_left_out_and_reported(film_of):
    film = film_of("description: [a, b]")

    assert film.texts == {"en": {}}
    assert [(p.line, p.key, p.value) for p in film.problems] == [(3, "description", "[a, b]")]


def test_long_values_are_shortened_in_the_report(film_of):
    film = film_of("mood: " + "x" * 500)

    assert film.problems[0].value == "x" * 119 + "…"


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("duration: 1:30", "duration"),
        ("runtime: 1:30:00", "runtime"),
        ("duration: long", "duration"),
        ("duration: [90]", "duration"),
        ("release_year: soon", "release_year"),
        ("year: 1800", "year"),
        ("release_year: 2999", "release_year"),
        ("release_year: 2011-2012", "release_year"),
        ("title: [a, b]", "title"),
        ("title: {a: b}", "title"),
        ("title:", "title"),
        ("title: ''", "title"),
        ("title: " + "T" * 251, "title"),
        ("title_xx: Y", "title_xx"),
        ("slug: ../../admin", "slug"),
        ("slug: [a]", "slug"),
        ("id: 1", "id"),
        ("pk: 1", "pk"),
        ("uuid: x", "uuid"),
        ("owner: 1", "owner"),
        ("user: 1", "user"),
        ("status: published", "status"),
        ("published: yes", "published"),
        ("publish_at: 2020-01-01", "publish_at"),
        ("withdrawn_at: 2020-01-01", "withdrawn_at"),
        ("embargo: 2026-03-29 02:30:00", "embargo"),
        ("created: 2020-01-01", "created"),
        ("key: x", "key"),
    ],
)
def test_a_fatal_value_keeps_the_film_out(content, line, key):
    content.index("en", line)

    folder = content.read()

    assert list(folder.films) == []
    (failed,) = folder.failed_films
    fatal = [problem for problem in failed.problems if problem.is_fatal]
    assert [(p.file, p.key) for p in fatal] == [("films/night-ferry/index_en.md", key)]
    assert fatal[0].line == (2 if key == "title" else 3)


def test_script_and_formula_in_a_title_stay_text(film_of):
    film = film_of("title: '<script>alert(1)</script>'", 'title: "=HYPERLINK(1)"')

    assert film.title == {"en": "<script>alert(1)</script>", "de": "=HYPERLINK(1)"}


def test_a_list_with_an_item_that_is_no_text_is_reported(film_of):
    film = film_of("country: [Germany, {a: b}]\ncrew:\n  - role: Sound\n    name: [Anna Ufer, ~]")

    assert (film.countries, film.credits) == ((), ())
    assert [(p.line, p.key) for p in film.problems] == [(5, "crew"), (3, "country")]


@pytest.mark.parametrize("key", ["technical_specs", "dialogue", "country", "additional", "awards"])
@pytest.mark.parametrize("text", ["x" + " " * 100_000 + "y", "and " * 40_000, ", " * 80_000])
def test_long_nonsense_is_read_quickly(film_of, key, text):

    film_of(f'{key}: "{text}"')
