"""Pictures."""

import re

import pytest

from editorial.changes import change
from tests.factories import FilmFactory, make_image, place
from tests.microsites.blocks.shown import show, write
from tests.microsites.making import add_block, add_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return FilmFactory()


def images(count):
    return [make_image(colour=(10 + n, 20, 30)) for n in range(count)]


def test_stills_of_the_film_come_by_themselves(film):
    for image in images(3):
        place(film, image)
    add_block(add_page(film), "gallery")
    html = write(film, "gallery")
    assert html.count('<a class="enlarge"') == 3
    assert str(show(film, "gallery").heading) == "Stills"


def test_only_still_stands_at_the_top_already(film):
    place(film, make_image())
    add_block(add_page(film), "gallery")
    assert show(film, "gallery") is None


def test_own_pictures_stand_instead_in_their_order_with_their_words(film):
    place(film, make_image(colour=(1, 2, 3)))
    first, second = images(2)
    with change(None, "test"):
        second.caption_en = "From the record."
        second.save()
    entries = ({"image": first, "title_en": "The stoker"}, {"image": second}, {"title_en": "None"})
    add_block(add_page(film), "gallery", entries=entries)
    shown = show(film, "gallery")
    assert [(p.number, p.sheet.key, str(p.caption)) for p in shown.data["pictures"]] == [
        (1, first.record.key, "The stoker"),
        (2, second.record.key, "From the record."),
    ]
    assert str(shown.heading) == "Pictures"


@pytest.mark.parametrize(
    ("facts", "classes"),
    [
        ({}, "gallery gallery--grid gallery--by-3"),
        ({"amount": 4}, "gallery gallery--grid gallery--by-4"),
        ({"variant": "slider"}, "gallery gallery--slider gallery--by-1"),
        ({"variant": "strip", "amount": 90}, "gallery gallery--strip gallery--by-8"),
        ({"amount": 0}, "gallery gallery--grid gallery--by-3"),
    ],
)
def test_forms_and_numbers_are_classes(film, facts, classes):
    for image in images(2):
        place(film, image)
    add_block(add_page(film), "gallery", **facts)
    assert re.search('<ul class="([^"]*)"', write(film, "gallery"))[1] == classes


@pytest.mark.parametrize(("variant", "scrolls"), [("grid", 0), ("slider", 1), ("strip", 1)])
def test_what_scrolls_is_reached_by_keys_and_has_a_name(film, variant, scrolls):
    for image in images(2):
        place(film, image)
    add_block(add_page(film), "gallery", variant=variant, heading_en="On the ferry")
    html = write(film, "gallery")
    assert html.count('tabindex="0" aria-label="') == scrolls


def test_strip_is_numbered(film):
    for image in images(3):
        place(film, image)
    add_block(add_page(film), "gallery", variant="strip")
    numbers = re.findall(r'gallery__number" aria-hidden="true">(\d+)<', write(film, "gallery"))
    assert numbers == ["1", "2", "3"]


def test_internal_picture_is_not_shown(film):
    entries = tuple({"image": image} for image in (make_image(access="internal"), *images(1)))
    add_block(add_page(film), "gallery", entries=entries)
    assert len(show(film, "gallery").data["pictures"]) == 1


def test_posters_are_never_cropped(film):
    lying, upright = make_image(), make_image(width=600, height=900)
    add_block(add_page(film), "gallery", entries=({"image": lying}, {"image": upright}))
    html = write(film, "gallery")
    assert re.findall('class="(picture(?: [^"]*)?)"', html) == ["picture picture--tile", "picture"]
