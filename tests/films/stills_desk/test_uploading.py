"""Uploads: one request a file by script, many by the plain form."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from assets.models import Image
from films.stills_desk.reading import placements_of
from tests.assets.drawing import encoded
from tests.assets.tagging import captions, packet, photo
from tests.factories import FilmFactory, make_image, place, upload
from tests.films.stills_desk.conftest import url

JSON = {"HTTP_ACCEPT": "application/json"}


def send(client, film, *files, **headers):
    return client.post(url("stills_upload", film), {"files": list(files)}, **headers)


def names(film):
    return [str(row.image) for row in placements_of(film)]


def test_new_picture_is_placed_last_with_the_words_of_its_file(desk, film, stills):
    file = SimpleUploadedFile("ferry.jpg", photo())
    answer = send(desk, film, file, **JSON).json()
    assert (answer["state"], answer["message"], answer["usage"]) == ("added", "Added.", "still")
    assert f'data-row="{answer["row"]}"' in answer["tile"]
    row = placements_of(film)[-1]
    assert (str(row.image), row.position) == ("ferry.jpg", 3)
    assert (row.image.caption_de, row.image.photographer) == ("Die letzte Fähre", "Ada Lindqvist")


def test_caption_of_no_said_language_is_in_the_film_s_language_of_origin(desk, film):
    film.record.source_language = "de"
    film.record.save()
    data = encoded("JPEG", xmp=packet(captions(x_default="Ein Boot")))
    send(desk, film, SimpleUploadedFile("boat.jpg", data), **JSON)
    assert Image.objects.get().caption_de == "Ein Boot"


def test_picture_of_the_film_is_not_added_twice(desk, film):
    send(desk, film, upload("first.jpg"), **JSON)
    answer = send(desk, film, upload("second.jpg"), **JSON).json()
    assert (answer["state"], answer["message"]) == ("here", "Already here as “first.jpg”.")
    assert names(film) == ["first.jpg"]


def test_picture_of_another_film_is_used_again_and_said(desk, film):
    other = FilmFactory(title_en="Other Water")
    image = make_image()
    place(other, image)
    answer = send(desk, film, upload("again.jpg"), **JSON).json()
    assert answer["state"] == "reused"
    assert answer["message"] == (
        "This picture was here before as “still.jpg” (Other Water); name, texts and credit stay."
    )
    assert [row.image for row in placements_of(film)] == [image]


@pytest.mark.parametrize(
    ("name", "data"), [("a.jpg", b"no picture"), ("a.jpg", b""), ("a.exe", photo())]
)
def test_refused_file_says_why_and_leaves_nothing(desk, film, name, data):
    answer = send(desk, film, SimpleUploadedFile(name, data), **JSON)
    assert (answer.status_code, answer.json()["state"]) == (200, "refused")
    assert len(answer.json()["message"]) > 30
    assert (names(film), Image.objects.count()) == ([], 0)


def test_plain_form_takes_many_and_tells_of_each_that_was_refused(desk, film):
    files = [upload("a.jpg", colour=(1, 2, 3)), SimpleUploadedFile("b.jpg", b"x"), upload("c.jpg")]
    response = send(desk, film, *files)
    assert response.url == url("stills", film)
    messages = [str(message) for message in response.wsgi_request._messages]
    assert (messages[0], messages[1][:6], len(messages)) == ("2 pictures added.", "b.jpg:", 2)
    assert names(film) == ["a.jpg", "c.jpg"]


def test_nothing_chosen_is_told(desk, film):
    response = desk.post(url("stills_upload", film))
    assert [str(m) for m in response.wsgi_request._messages] == ["Choose the files first."]
    assert send(desk, film, **JSON).status_code == 400


def test_known_picture_in_the_film_s_form_is_told(desk, film):
    from tests.desk.test_admin import form_data

    place(FilmFactory(title_en="Other Water"), make_image())
    form = f"/admin/films/film/{film.pk}/change/"
    data = form_data(desk.get(form)) | {
        "placements-TOTAL_FORMS": "1", "placements-0-usage": "still",
        "placements-0-position": "0", "placements-0-upload": upload("new-name.jpg"),
    }  # fmt: skip
    response = desk.post(form, data)
    messages = [str(message) for message in response.wsgi_request._messages]
    assert messages[0] == (
        "This picture was here before as “still.jpg” (Other Water); name, texts and credit stay."
    )
