"""What packing holds in memory does not grow with the pictures."""

import tracemalloc
from tempfile import TemporaryFile

import pytest

from press.kit import zip as kit_zip
from press.kit.zip.pictures import list_pictures
from tests.factories import place
from tests.press.kit.zip.making import contents_of, make_film, make_press_image

pytestmark = pytest.mark.django_db


def peak_of(film) -> int:
    """Peak in bytes while everything is packed but the documents, which hold small pictures."""
    contents = contents_of(film)
    pictures = list_pictures(contents)
    listed = kit_zip.list_files(contents, pictures).items()
    files = {name: writer for name, writer in listed if not name.endswith((".pdf", ".docx"))}
    with TemporaryFile() as target:
        tracemalloc.start()
        kit_zip.pack(contents, pictures, files, target, lambda percent, step: None)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return peak


def test_memory_does_not_grow_with_the_pictures():
    film = make_film()
    add_stills(film, 3)
    peak_of(film)  # loads what is loaded once
    few = peak_of(film)
    add_stills(film, 20)
    assert peak_of(film) < few * 1.25


def add_stills(film, count):
    for number in range(count):
        colour = (number * 9, count, 50)
        place(film, make_press_image(width=1800, height=1200, colour=colour))
