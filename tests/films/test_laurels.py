"""Laurels: words from the facts only, broken into lines that fit, as SVG and PNG of live films."""

from io import BytesIO
from threading import Thread
from uuid import uuid4
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from PIL import Image

from editorial.changes import change
from editorial.publishing import publish, withdraw
from editorial.texts import Text
from films.laurels import keeping
from films.laurels.keeping import keep_png
from films.laurels.layout import ROOM_HEIGHT, ROOM_WIDTH, set_lines, width_of
from films.laurels.png import can_draw, draw_png
from films.laurels.wording import Laurel
from films.models import Award
from tests.factories import (
    EditionFactory,
    FestivalFactory,
    FilmFactory,
    SelectionFactory,
    make_image,
)

SVG = "{http://www.w3.org/2000/svg}"


def laurel(head="Golden Buoy", note="", festival="Harbour Film Days", year=2012) -> Laurel:
    return Laurel("3f1c", Text(head, "en"), note, Text(festival), year, None)


@pytest.mark.parametrize(
    "head",
    [
        "Golden Buoy",
        "Prize of the Ecumenical Jury for the best first feature-length film of the year",
        "Donaudampfschifffahrtsgesellschaftskapitänspreis",
        "word " * 40,
    ],
)
def test_lines_fit_between_the_branches(head):
    lines = set_lines(laurel(head, "Nominated", "International Festival of Film and Television"))
    assert " ".join(line.text for line in lines if line.is_head) == head.strip()
    assert max(width_of(line.text, line.size) for line in lines) <= ROOM_WIDTH + 1
    assert lines[-1].y - lines[0].y <= ROOM_HEIGHT
    assert sorted(line.y for line in lines) == [line.y for line in lines]


def test_short_words_keep_their_size_beside_a_long_one():
    lines = set_lines(laurel("Donaudampfschifffahrtsgesellschaftskapitänspreis"))
    assert [line.size for line in lines] == [lines[0].size, 22, 22]


def test_letters_that_our_font_lacks_are_not_drawn():
    assert can_draw(laurel("Grand prix, Łódź, Ж"))
    assert not can_draw(laurel("电影"))


def test_png_is_transparent_and_drawn_in_its_ink():
    pictures = {ink: Image.open(BytesIO(draw_png(laurel(), ink))) for ink in ("dark", "light")}
    for picture in pictures.values():
        assert (picture.size, picture.mode, picture.getpixel((0, 0))[3]) == (
            (2000, 1250),
            "RGBA",
            0,
        )
        assert picture.getchannel("A").getextrema() == (0, 255)
    assert pictures["dark"].getpixel((0, 0))[:3] != pictures["light"].getpixel((0, 0))[:3]


@pytest.fixture
def film(db):
    """Live in both languages, its section known in English only."""
    film = FilmFactory(key="ferry", title_en="The Night Ferry", title_de="Die Nachtfähre")
    festival = FestivalFactory(name_en="Harbour Film Days", name_de="Hafenfilmtage")
    selection = SelectionFactory(
        film=film, edition=EditionFactory(festival=festival), section_en="Panorama"
    )
    with change(None, "test"):
        Award.objects.create(
            film=film, name_en="Golden Buoy", name_de="Goldene Boje", selection=selection
        )
    for language in ("en", "de"):
        publish(film.record, language)
    return film


def words(response) -> list[str]:
    return [found.text for found in ElementTree.fromstring(response.content).iter(f"{SVG}text")]


def address(film, row, kind="svg", language="en") -> str:
    return f"/{language}/{film.slug_en}/laurels/{row.uuid}.{kind}"


def test_svg_has_real_words_in_the_language_of_its_address(client, film):
    award, selection = film.awards.get(), film.selections.get()
    assert words(client.get(address(film, award))) == [
        "Golden Buoy", "Harbour Film Days", "2012",
    ]  # fmt: skip
    german = client.get(address(film, award, language="de"))
    assert words(german) == ["Goldene Boje", "Hafenfilmtage", "2012"]
    root = ElementTree.fromstring(german.content)
    assert (root.get("role"), root.get("lang")) == ("img", "de")
    title = root.find(f"{SVG}title")
    assert root.get("aria-labelledby") == title.get("id")
    assert title.text == "Lorbeerkranz: Goldene Boje, Hafenfilmtage, 2012 („Die Nachtfähre“)"
    section = ElementTree.fromstring(client.get(address(film, selection, language="de")).content)
    assert [t.get("lang") for t in section.iter(f"{SVG}text")] == ["en", None, None]


def test_plain_selection_is_not_called_official(client, film):
    selection = SelectionFactory(film=film, edition=EditionFactory(year=2013))
    publish(film.record, "en")
    assert words(client.get(address(film, selection)))[0] == "Selection"


def test_files_come_in_two_inks(client, film):
    award = film.awards.get()
    dark, light, other = (
        client.get(address(film, award) + query).content
        for query in ("?ink=dark", "?ink=light", "?ink=<script>")
    )
    assert dark == other != light
    png = client.get(address(film, award, "png"))
    assert (png.status_code, png["Content-Type"]) == (200, "image/png")


def test_words_of_editors_cannot_become_code(client, film):
    award = film.awards.get()
    with change(None, "test"):
        award.name_en = '<script>alert("1")</script>'
        award.save()
    publish(film.record, "en")
    response = client.get(address(film, award))
    assert b"<script" not in response.content
    assert words(response)[0] == '<script>alert("1")</script>'


def test_laurel_is_there_as_long_as_its_film_is_live(client, film):
    url = address(film, film.awards.get())
    assert client.get(f"/en/ferry/laurels/{uuid4()}.svg").status_code == 404
    assert client.get(url).status_code == 200
    withdraw(film.record, "en", None)
    assert client.get(url).status_code == 404


def test_official_artwork_stands_instead_of_ours(client, film):
    award, artwork = film.awards.get(), make_image(photographer="Hafenfilmtage")
    with change(None, "test"):
        award.laurel = artwork
        award.save()
    publish(film.record, "en")
    assert client.get(address(film, award)).status_code == 404
    page = client.get("/en/ferry/").content.decode()
    assert 'class="laurel__artwork"' in page
    assert 'class="laurel__drawing"' not in page
    assert client.get(artwork.picture.fallback.url).status_code == 200


@pytest.mark.parametrize(
    "nothing",
    ["\u200b\u200b", "\u00ad", "\u2060", "\ufeff", "\u202e", "\u0301", "\u200d", "\x01 \x0b"],
)
def test_words_that_nobody_sees_make_no_laurel(client, film, nothing):
    with change(None, "test"):
        award = Award.objects.create(film=film, name_en=nothing, body_en=nothing)
        half = Award.objects.create(film=film, name_en=nothing, body_en=f"Har{nothing}bour")
    publish(film.record, "en")
    assert client.get("/en/ferry/").status_code == 200
    assert client.get(address(film, award)).status_code == 404
    assert words(client.get(address(film, half)))[0] == "Won"


def test_layout_survives_words_without_width():
    assert [line.text for line in set_lines(laurel(head="\u200b", festival="", year=None))] == [
        "\u200b"
    ]


def test_control_characters_leave_the_drawing_readable(client, film):
    award = film.awards.get()
    with change(None, "test"):
        film.title_en = "The\x01 Night\x0b Ferry\ufffe"
        film.save()
        award.name_en = "Golden\x02 Buoy\uffff"
        award.save()
    publish(film.record, "en")
    response = client.get(address(film, award))
    title = ElementTree.fromstring(response.content).find(f"{SVG}title")
    assert title.text == "Laurel: Golden Buoy, Harbour Film Days, 2012 (“The Night Ferry”)"


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_laurel_is_sent_once_and_may_be_kept_for_an_hour(client, film, kind):
    url = address(film, film.awards.get(), kind)
    first = client.get(url)
    assert first["Cache-Control"] == "public, max-age=3600"
    assert first["Content-Security-Policy"] == "default-src 'none'; sandbox"
    again = client.get(url, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert again["Cache-Control"] == first["Cache-Control"]
    assert client.get(f"{url}?ink=light")["ETag"] != first["ETag"]
    award = film.awards.get()
    with change(None, "test"):
        award.name_en = "Silver Buoy"
        award.save()
    publish(film.record, "en")
    assert client.get(url, headers={"if-none-match": first["ETag"]}).status_code == 200


def test_png_is_drawn_once_and_not_for_its_headers(client, film):
    url = address(film, film.awards.get(), "png")
    cache.clear()
    head = client.head(url)
    assert (head.status_code, head["Content-Type"]) == (200, "image/png")
    assert "Content-Length" not in head
    name = "laurel-" + head["ETag"].strip('"')
    assert cache.get(name) is None
    drawn = client.get(url).content
    assert cache.get(name) == drawn
    cache.set(name, b"kept")
    assert client.get(url).content == b"kept"
    cache.clear()


def test_drawings_wait_for_each_other():
    cache.clear()
    drawn: list[bytes] = []
    threads = [Thread(target=lambda: drawn.append(keep_png(laurel(), "dark"))) for _n in range(2)]
    with keeping._drawing:
        for thread in threads:
            thread.start()
        threads[0].join(0.8)
        assert drawn == []
    for thread in threads:
        thread.join()
    assert drawn[0] == drawn[1] == draw_png(laurel(), "dark")
    cache.clear()
