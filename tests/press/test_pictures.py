"""Names of pictures: the same in press area and ZIP, whatever of the film's pictures is hidden."""

import pytest
from django.utils import timezone

from films.sheet.build import live_document
from press.area import make_area
from press.kit.contents import live_contents
from press.kit.zip.pictures import list_pictures
from press.pictures import make_name
from tests.factories import FilmFactory, make_image, place
from tests.microsites.making import go_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    """A film whose first still is internal, whose third is not for the press."""
    film = FilmFactory(key="ferry")
    rows = [("still", "internal", ""), ("still", "press", ""), ("still", "public", ""),
            ("still", "link", ""), ("still", "press", ""), ("teaser", "press", "")]  # fmt: skip
    for number, (usage, access, language) in enumerate(rows):
        image = make_image(access=access, photographer="Nora Brandt", colour=(number, 9, 9))
        place(film, image, usage, position=number, language=language)
    return film


def area_names(film, is_by_link=False):
    document = live_document(film.record.publications.all(), "en")
    now = timezone.now()
    area = make_area(document, "en", film.record_id, now, is_by_link=is_by_link)
    return [picture.name for picture in area.pictures]


def test_area_and_kit_call_a_picture_by_the_same_name(film):
    go_live(film, "en")
    kit = [picture.name for picture in list_pictures(live_contents(film.record, ["en"]))]
    assert area_names(film) == [
        "ferry_still_02_nora-brandt.jpg", "ferry_still_05_nora-brandt.jpg",
        "ferry_teaser_01_nora-brandt.jpg",
    ]  # fmt: skip
    assert kit == [
        "stills/ferry_still_02_nora-brandt.jpg", "stills/ferry_still_03_nora-brandt.jpg",
        "stills/ferry_still_05_nora-brandt.jpg",
        "posters/ferry_teaser_01_nora-brandt_print.jpg",
        "posters/ferry_teaser_01_nora-brandt_web.jpg",
    ]  # fmt: skip


def test_link_of_the_press_adds_names_and_changes_none(film):
    go_live(film, "en")
    assert area_names(film, is_by_link=True) == [
        "ferry_still_02_nora-brandt.jpg", "ferry_still_04_nora-brandt.jpg",
        "ferry_still_05_nora-brandt.jpg", "ferry_teaser_01_nora-brandt.jpg",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("photographer", "name"),
    [
        ("Nora Brändt-Müller", "ferry_still_03_nora-braendt-mueller.jpg"),
        ("Łukasz Ørsted-Żuk", "ferry_still_03_lukasz-orsted-zuk.jpg"),
        ("Юрий Щёголев", "ferry_still_03_iurii-shchegolev.jpg"),
        ("ẞtraße", "ferry_still_03_sstrasse.jpg"),
        ("", "ferry_still_03.jpg"),
        ("雪 אב", "ferry_still_03.jpg"),
        ("../../etc/passwd", "ferry_still_03_etcpasswd.jpg"),
        ('a"\r\nSet-Cookie: x', "ferry_still_03_a-set-cookie-x.jpg"),
        ("x" * 300, f"ferry_still_03_{'x' * 40}.jpg"),
    ],
)
def test_name_is_ascii_without_spaces(photographer, name):
    assert make_name("ferry", "still", 3, photographer) == name
