"""The words of a file in the columns of a picture."""

import pytest

from assets.accepting import accept_image
from assets.adding import add_image
from assets.captioning import suggest
from assets.metadata import FileWords
from assets.models import Image
from editorial.changes import change
from tests.assets.drawing import encoded
from tests.assets.tagging import captions, packet, photo


def add(data: bytes, **options) -> Image:
    with change(None, "test"):
        return add_image(accept_image(data, "still.jpg"), **options)


@pytest.mark.django_db
def test_new_picture_takes_its_words_from_the_file():
    image = add(photo())
    assert (image.caption_en, image.caption_de) == ("The last ferry", "Die letzte Fähre")
    assert image.credit == "Ada Lindqvist, © 2011 Nord Film"


@pytest.mark.django_db
def test_words_of_an_editor_stay():
    image = add(photo(), image=Image(photographer="Boris", caption_de="Ein Boot"))
    assert (image.photographer, image.caption_de) == ("Boris", "Ein Boot")
    assert image.caption_en == "The last ferry"


@pytest.mark.django_db
def test_known_picture_keeps_what_it_has():
    image = add(photo())
    with change(None, "test"):
        image.photographer = ""
        image.save()
    assert add(photo()).photographer == ""


@pytest.mark.django_db
def test_caption_of_no_said_language_is_the_film_s():
    data = encoded("JPEG", xmp=packet(captions(x_default="Ein Boot")))
    image = add(data, source_language="de")
    assert (image.caption_en or "", image.caption_de) == ("", "Ein Boot")


def test_default_gives_way_to_the_languages_of_the_site():
    words = FileWords(captions={"": "Un bateau", "de": "Ein Boot"})
    assert suggest(words) == {"caption_de": "Ein Boot"}


def test_language_that_the_site_does_not_have_is_left_out():
    assert suggest(FileWords(captions={"fr": "Un bateau"})) == {}
