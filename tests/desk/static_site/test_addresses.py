"""Which file an address becomes, and how a page names it."""

import pytest

from desk.static_site.addresses import normalise, path_of, place_of, relative


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/", "index.html"),
        ("/en/ferry/", "en/ferry/index.html"),
        ("/en/ferry", "en/ferry/index.html"),
        ("/en/ferry/film.json", "en/ferry/film.json"),
        ("/en/films/?", "en/films/index.html"),
        ("/en/films/?page=2", "en/films/page/2/index.html"),
        ("/en/films/?page=1", "en/films/index.html"),
        ("/en/films/?country=DE&page=2", "en/films/country/DE/page/2/index.html"),
        ("/en/films/?country=DE&sort=title", "en/films/country/DE/index.html"),
        ("/en/films/?sort=title", "en/films/sort/title/index.html"),
        ("/en/search/?q=ferry", "en/search/index.html"),
        ("/en/ferry/laurels/1.svg?ink=light", "en/ferry/laurels/1-light.svg"),
        ("/en/ferry/laurels/1.svg?ink=dark", "en/ferry/laurels/1.svg"),
        ("/media/large/a.jpg?as=ferry.jpg", "media/large/a.jpg"),
        ("/en/ferry/?utm_source=mail#stills", "en/ferry/index.html"),
    ],
)
def test_address_becomes_a_file(address, place):
    assert place_of(normalise(address)) == place


def test_of_two_filters_the_new_one_counts():
    here = "/en/films/?country=DE"
    assert normalise("/en/films/?year=2011&country=DE", here) == "/en/films/?year=2011"
    assert normalise("/en/films/?country=FR", here) == "/en/films/?country=FR"


@pytest.mark.parametrize("address", ["/../secret.txt", "/en/%2e%2e/%2e%2e/secret.txt", "/en//x/"])
def test_address_outside_the_folder_is_no_file(address):
    with pytest.raises(ValueError, match="cannot be a file"):
        place_of(address)


@pytest.mark.parametrize(
    ("place", "target", "link"),
    [
        ("en/ferry/index.html", "en/ferry/index.html", "./"),
        ("en/ferry/index.html", "en/index.html", "../"),
        ("en/ferry/index.html", "index.html", "../../"),
        ("index.html", "index.html", "./"),
        ("index.html", "en/index.html", "en/"),
        ("en/ferry/index.html", "media/a b.jpg", "../../media/a%20b.jpg"),
        ("en/search.json", "en/ferry/index.html", "ferry/"),
    ],
)
def test_pages_name_files_relatively(place, target, link):
    assert relative(place, target) == link


def test_index_has_the_address_of_its_folder():
    assert [path_of("en/index.html"), path_of("index.html"), path_of("a.css")] == [
        "/en/",
        "/",
        "/a.css",
    ]
