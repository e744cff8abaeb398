import pytest

from desk.importing.folder import read_folder

FILM = "---\ntitle: Night Ferry\n---\nText\n"


def test_films_and_pages_are_found(content):
    content.write("films/b/index_en.md", FILM)
    content.write("films/a/index_en.md", FILM)
    content.write("pages/team/index_en.md", FILM)

    folder = content.read()

    assert [(film.slug, film.folder) for film in folder.films] == [
        ("a", "films/a"),
        ("b", "films/b"),
    ]
    assert [page.slug for page in folder.pages] == ["team"]
    assert folder.all_problems() == ()


def test_the_root_may_be_a_folder_of_films(content):
    content.write("a/index_en.md", FILM)
    content.write("b/index_de.md", FILM)

    folder = content.read()

    assert [(film.slug, film.languages) for film in folder.films] == [
        ("a", ("en",)),
        ("b", ("de",)),
    ]


def test_the_root_may_be_one_film(content):
    content.write("night-ferry/index_en.md", "---\ntitle: Night Ferry\nmood: x\n---\n")
    content.root = content.root / "night-ferry"

    (film,) = content.read().films

    assert film.slug == "night-ferry"
    assert [problem.file for problem in film.problems] == ["index_en.md"]


@pytest.mark.parametrize(("name", "slug"), [("sea.md", "night-ferry"), ("index_en.md", "harbour")])
def test_the_root_may_be_one_file(content, name, slug):
    path = content.write(f"harbour/{name}", FILM)

    folder = read_folder(path, ("en", "de"))

    assert [film.slug for film in folder.films] == [slug]


def test_a_flat_file_holds_all_languages(content):
    content.write(
        "films/sea.md",
        "---\ntitle: Night Ferry\ntitle_de: Nachtfähre\nyear: 2021\nslug: ferry\n"
        "description_de: Kurz\nbody_de: |\n  Lang\ncrew_de:\n  - role: Ton\n    name: Anna Ufer\n"
        "crew:\n  - role: Sound\n    name: Anna Ufer\n---\nLong",
    )

    film = content.film()

    assert (film.slug, film.release_year, film.languages) == ("ferry", 2021, ("en", "de"))
    assert film.title == {"en": "Night Ferry", "de": "Nachtfähre"}
    assert film.texts["de"]["synopsis_short"] == "Kurz"
    assert [credit.role_text for credit in film.credits] == [{"en": "Sound", "de": "Ton"}]
    assert film.problems == ()


def test_the_base_language_of_a_flat_file_is_its_language_key(content):
    content.write("films/sea.md", "---\nlanguage: de\ntitle: Über den Fluß\n---\nText")

    film = content.film()

    assert (film.slug, film.title) == ("ueber-den-fluss", {"de": "Über den Fluß"})


def test_an_unknown_language_key_of_a_flat_file_is_fatal(content):
    content.write("films/sea.md", "---\ntitle: X\nlanguage: xx\n---\n")

    (failed,) = content.read().failed_films

    assert [(p.line, p.key, p.value) for p in failed.problems] == [(3, "language", "xx")]


def test_a_title_without_latin_letters_asks_for_a_slug(content):
    content.write("films/sea.md", "---\ntitle: 日本\n---\n")

    (failed,) = content.read().failed_films

    assert [(p.line, p.key, p.value) for p in failed.problems] == [(2, "slug", "日本")]
    assert failed.problems[0].message == (
        "No slug can be made from this title. Add a line “slug: …”."
    )


def test_an_unknown_language_file_is_reported_and_ignored(content):
    content.write("films/a/index_en.md", FILM)
    content.write("films/a/index_xx.md", "---\ntitle: Y\n---\n")

    film = content.film()

    assert film.title == {"en": "Night Ferry"}
    assert [(p.file, p.value) for p in film.problems] == [("films/a/index_xx.md", "index_xx.md")]


def test_one_broken_language_file_fails_the_film_with_one_line(content):
    content.write("films/a/index_en.md", "---\ntitle: Night Ferry\nmood: x\n---\n")
    content.write("films/a/index_de.md", "---\ntitle: Nachtfähre\ntitle: Fähre\n---\n")
    content.write("films/a/spare.jpg", "x")
    content.write("films/b/index_en.md", FILM)

    folder = content.read()

    assert [film.slug for film in folder.films] == ["b"]
    (failed,) = folder.failed_films
    assert (failed.slug, failed.folder) == ("a", "films/a")
    assert [(p.file, p.line, p.key) for p in failed.problems] == [
        ("films/a/index_de.md", 3, "title")
    ]


def test_a_film_folder_without_text_fails(content):
    content.write("films/a/poster.jpg", "x")

    (failed,) = content.read().failed_films

    assert (failed.slug, failed.problems[0].is_fatal) == ("a", True)


@pytest.mark.parametrize("name", ["Night Ferry", "admin", "de", "a--b", "a" * 81])
def test_a_folder_whose_name_is_no_slug_fails(content, name):
    content.write(f"films/{name}/index_en.md", FILM)

    (failed,) = content.read().failed_films

    assert [(p.key, p.value[:50]) for p in failed.problems] == [("slug", name[:50])]


def test_a_slug_key_helps_a_folder_whose_name_is_no_slug(content):
    content.write("films/Night Ferry/index_en.md", "---\ntitle: X\nslug: night-ferry\n---\n")

    assert content.film().slug == "night-ferry"


def test_a_slug_key_that_disagrees_with_the_folder_is_reported(content):
    content.write("films/a/index_en.md", "---\ntitle: X\nslug: b\n---\n")

    film = content.film()

    assert film.slug == "a"
    assert [(p.key, p.value) for p in film.problems] == [("slug", "b")]


def test_a_slug_is_taken_once(content):
    content.write("films/a/index_en.md", FILM)
    content.write("films/b.md", "---\ntitle: X\nslug: a\n---\n")
    content.write("pages/a/index_en.md", FILM)

    folder = content.read()

    assert [film.folder for film in folder.films] == ["films/a"]
    assert [p.message for item in folder.failed_films for p in item.problems] == [
        "films/a/index_en.md has the same slug already. Give one of them another slug."
    ]
    assert [item.slug for item in folder.failed_pages] == ["a"]


def test_symbolic_links_are_reported_and_not_followed(content):
    content.write("films/a/index_en.md", FILM)
    content.write("elsewhere/index_en.md", FILM)
    (content.root / "films/loop").symlink_to(content.root / "films")
    (content.root / "films/b").symlink_to(content.root / "elsewhere")
    (content.root / "films/a/index_de.md").symlink_to(content.root / "elsewhere/index_en.md")

    folder = content.read()

    assert [(film.slug, film.languages) for film in folder.films] == [("a", ("en",))]
    assert [problem.file for problem in folder.films[0].problems] == ["films/a/index_de.md"]
    assert sorted(problem.file for problem in folder.problems) == [
        "elsewhere/",
        "films/b",
        "films/loop",
    ]


def test_stray_files_of_the_root_and_of_flat_films_are_reported(content):
    content.write("README.md", "x")
    content.write("films/a.md", "---\ntitle: A\nposter_image: a.jpg\n---\n")
    content.write("films/a.jpg", "x")
    content.write("films/stray.jpg", "x")
    content.write("films/README.md", "x")

    folder = content.read()

    assert [film.slug for film in folder.films] == ["a"]
    assert sorted(problem.file for problem in folder.problems) == [
        "README.md",
        "films/README.md",
        "films/stray.jpg",
    ]


@pytest.mark.parametrize("path", ["", "films", "nowhere"])
def test_nothing_to_import_is_one_fatal_problem(content, path):
    (content.root / "films").mkdir()
    content.root = content.root / path

    folder = content.read()

    assert [problem.is_fatal for problem in folder.problems] == [True]
    assert (list(folder.films), folder.failed_films) == ([], ())


def test_only_reads_one_slug(content):
    content.write("films/a/index_en.md", FILM)
    content.write("films/b/index_en.md", "broken")
    content.write("films/c.md", "---\ntitle: C\n---\n")
    content.write("films/stray.jpg", "x")

    assert [film.slug for film in content.read(only="a").films] == ["a"]
    assert content.read(only="a").all_problems() == ()
    assert [film.slug for film in content.read(only="c").films] == ["c"]
    assert [item.slug for item in content.read(only="b").failed_films] == ["b"]


def test_only_with_an_unknown_slug_is_a_fatal_problem(content):
    content.write("films/a/index_en.md", FILM)

    assert [(p.value, p.is_fatal) for p in content.read(only="zz").problems] == [("zz", True)]


def test_the_default_language_decides(content):
    content.write("films/a/index_en.md", "---\ntitle: X\nrelease_year: 2001\n---\n")
    content.write("films/a/index_de.md", "---\ntitle: Y\nrelease_year: 2002\n---\n")

    folder = read_folder(content.root, ("en", "de"), default_language="de")

    assert [film.release_year for film in folder.films] == [2002]
    assert [film.languages for film in folder.films] == [("en", "de")]


def test_a_third_language_needs_nothing_but_its_code(content):
    content.write("films/a/index_en.md", "---\ntitle: Ferry\ncast: [Anna Ufer]\n---\n")
    content.write("films/a/index_de.md", "---\ntitle: Fähre\ncast: [Anna Ufer]\n---\n")
    content.write(
        "films/a/index_fr.md", "---\ntitle: Bac\ncountry: Allemagne\ncast: [Anna Ufer]\n---\n"
    )

    folder = read_folder(content.root, ("en", "de", "fr"))

    (film,) = folder.films
    assert film.title == {"en": "Ferry", "de": "Fähre", "fr": "Bac"}
    assert [country.code for country in film.countries] == ["DE"]
    assert [set(credit.names) for credit in film.credits] == [{"en", "de", "fr"}]
    assert film.problems == ()
