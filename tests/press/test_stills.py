"""All stills at once: a ZIP with their names and words, for whoever may have each of them."""

import io
import zipfile

import pytest

from assets.serving import WHOLE_AT_ONCE
from editorial.publishing import withdraw
from press.stills import Member, Packing
from tests.factories import FilmFactory, make_image, place
from tests.microsites.making import go_live

pytestmark = pytest.mark.django_db
ADDRESS = "/en/ferry/press/ferry_stills.zip"


@pytest.fixture
def film():
    film = FilmFactory(key="ferry", slug_en="ferry", slug_de="faehre", title_de="Fähre")
    for number, access in enumerate(("press", "public", "press", "link")):
        image = make_image(
            colour=(number, 9, 9), access=access, photographer="Nora Brandt",
            caption_de=f"Bild {number}", copyright="Nord",
        )  # fmt: skip
        place(film, image, position=number)
    go_live(film)
    return film


def unpack(response) -> zipfile.ZipFile:
    assert response.status_code == 200
    return zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))


def test_stills_for_the_press_come_with_their_words(client, film):
    archive = unpack(client.get("/de/faehre/press/ferry_stills.zip"))
    assert archive.testzip() is None
    assert archive.namelist() == [
        "README.txt",
        "ferry_still_01_nora-brandt.jpg",
        "ferry_still_03_nora-brandt.jpg",
    ]
    assert archive.read("ferry_still_03_nora-brandt.jpg")[:3] == b"\xff\xd8\xff"
    words = archive.read("README.txt").decode().splitlines()
    assert words[0] == "Szenenbilder: Fähre"
    assert words[2:4] == ["ferry_still_01_nora-brandt.jpg", "Bild 0"]


def test_same_stills_make_the_same_file(client, film):
    first, second = (b"".join(client.get(ADDRESS).streaming_content) for _n in range(2))
    assert first == second


def test_page_offers_them_and_says_how_many(client, film):
    text = client.get("/en/ferry/press/").content.decode()
    assert f'href="{ADDRESS}" download>All as ZIP: 2 pictures</a>' in text


def test_withdrawn_film_has_none(client, film):
    withdraw(film.record, "en")
    assert client.get(ADDRESS).status_code == 404


def test_film_without_stills_for_the_press_has_none(client):
    go_live(FilmFactory(key="bare", slug_en="bare", logline_en="It sails."))
    assert client.get("/en/bare/press/bare_stills.zip").status_code == 404
    assert "_stills.zip" not in client.get("/en/bare/press/").content.decode()


@pytest.mark.one_machine  # answers that are closed close the connection to a server
def test_few_are_packed_at_once_and_their_places_come_back(client, film):
    for _number in range(2):
        waiting = [client.get(ADDRESS) for _number in range(3)]
        assert [response.status_code for response in waiting] == [200, 200, 503]
        for response in waiting:
            response.close()
    assert WHOLE_AT_ONCE.acquire(blocking=False)
    WHOLE_AT_ONCE.release()


def test_packing_holds_one_piece_at_a_time():
    members = [Member(f"{number}.txt", text="x" * 5_000_000) for number in range(4)]
    packing = Packing(members)
    assert max(len(piece) for piece in packing) < 100_000
