"""Real folders of a production company, when a copy lies beside the repository."""

from pathlib import Path

import pytest

from desk.importing.folder import read_folder

CONTENT = Path(__file__).parents[4] / "shared" / "content"

pytestmark = pytest.mark.skipif(not CONTENT.is_dir(), reason="no real content beside the project")


@pytest.fixture(scope="module")
def folder():
    return read_folder(CONTENT, ("en", "de"))


def film_of(folder, slug):
    return next(film for film in folder.films if film.slug == slug)


def test_every_film_and_page_is_read(folder):
    assert (len(folder.films), len(folder.pages)) == (14, 2)
    assert folder.failed_films == ()
    assert folder.failed_pages == ()
    assert all(film.languages == ("en", "de") for film in folder.films)


def test_runtimes_are_read(folder):
    assert {film.slug: film.version.runtime_seconds // 60 for film in folder.films} == {
        "absurdistan": 88,
        "akiko": 70,
        "baikonur": 95,
        "be-careful-at-night": 6,
        "behind-the-couch": 88,
        "dogs-life": 7,
        "fiddlesticks": 82,
        "gate-to-heaven": 90,
        "georgian-summer": 8,
        "gondola": 90,
        "surprise": 6,
        "the-bra": 90,
        "tour-eiffel": 10,
        "tuvalu": 92,
    }


def test_countries_are_read(folder):
    codes = {film.slug: " ".join(c.code for c in film.countries) for film in folder.films}

    assert codes == {
        "absurdistan": "DE AZ",
        "akiko": "DE",
        "baikonur": "DE KZ RU",
        "be-careful-at-night": "DE ID",
        "behind-the-couch": "DE",
        "dogs-life": "KZ DE",
        "fiddlesticks": "DE",
        "gate-to-heaven": "DE",
        "georgian-summer": "DE GE",
        "gondola": "DE GE",
        "surprise": "DE",
        "the-bra": "DE AZ GE",
        "tour-eiffel": "DE",
        "tuvalu": "DE",
    }


def test_baikonur_has_each_credit_once(folder):
    film = film_of(folder, "baikonur")

    assert [(credit.role_key, credit.name) for credit in film.credits] == [
        ("director", "Veit Helmer"),
        ("screenplay", "Sergej Ashkenazy"),
        ("cinematography", "Kolya Kano"),
        ("music", "Goran Bregovic"),
        ("editing", "Vincent Assmann"),
        ("actor", "Alexander Asochakov"),
        ("actor", "Marie de Villepin"),
        ("actor", "Sitora Farmonova"),
    ]


def test_every_role_is_known(folder):
    assert [c for film in folder.films for c in film.credits if not c.role_key] == []


def test_every_pointer_is_reported(folder):
    pointers = {path.parent.name for path in CONTENT.glob("films/*/*.mp4")}
    reported = {
        film.slug
        for film in folder.films
        for problem in film.problems
        if "Git LFS pointer" in problem.message
    }

    assert reported == pointers
    assert [film.trailer for film in folder.films if film.trailer] == []


def test_nothing_but_files_is_reported(folder):
    keys = {problem.key for problem in folder.all_problems()}

    assert keys == {"", "trailer_video", "trailer_poster"}
