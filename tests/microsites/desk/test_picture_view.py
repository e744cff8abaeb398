"""Pictures of the film are put into a block, many at once."""

import pytest

from editorial.changes import change
from microsites.models import Block, Entry
from tests.factories import make_image, place

pytestmark = pytest.mark.django_db


def test_chosen_pictures_become_entries_once(microsite):
    images = [make_image(colour=(n, 60, 90)) for n in (10, 80, 150)]
    for position, image in enumerate(images):
        place(microsite.film, image, position=position)
    with change(None, "test"):
        gallery = Block.objects.create(page=microsite.home, kind="gallery", position=9)
        Entry.objects.create(block=gallery, image=images[1])
    address = microsite.at("_pictures", gallery.uuid)
    assert microsite.get(address).context["pictures"] == [images[0], images[2]]
    sent = {"picture": [image.record.uuid for image in (images[2], images[1], images[0])]}
    answer = microsite.post(address, sent)
    assert answer["Location"] == microsite.at("_entries", gallery.uuid)
    entries = Entry.objects.filter(block=gallery).order_by("position")
    assert [entry.image for entry in entries] == [images[1], images[0], images[2]]


def test_picture_of_another_film_is_not_taken(microsite):
    with change(None, "test"):
        gallery = Block.objects.create(page=microsite.home, kind="gallery", position=9)
    sent = {"picture": [make_image().record.uuid, "x"]}
    microsite.post(microsite.at("_pictures", gallery.uuid), sent)
    assert Entry.objects.filter(block=gallery).count() == 0


def test_block_without_pictures_asks_for_none(microsite):
    assert microsite.get(microsite.at("_pictures", microsite.text.uuid)).status_code == 404
