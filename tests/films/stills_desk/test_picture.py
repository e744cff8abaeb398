"""`/admin/films/film/<id>/stills/<uuid>/`: one picture, two editors, every role."""

import json
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from assets.models import Image
from assets.naming import original_name_of
from assets.tasks import complete_image
from editorial.changes import change
from editorial.documents import apply_document
from editorial.models import Revision
from editorial.publishing import publish
from films.models import Placement
from people.models import Depiction
from tests.assets.tagging import photo
from tests.factories import FilmFactory, PersonFactory, place, upload
from tests.films.stills_desk.conftest import url

JSON = {"HTTP_ACCEPT": "application/json"}
QUERIES = 24


@pytest.fixture
def row(stills):
    return stills[0]


def fields(client, row) -> dict[str, str]:
    """Return what a browser would send back if nobody changed anything."""
    context = client.get(url("still", row.film, row.uuid)).context
    form = context["form"]
    sent = {name: form[name].value() for name, field in form.fields.items() if not field.disabled}
    return {name: "" if value is None else value for name, value in sent.items()} | {
        "base": context["base"]
    }


def send(client, row, data, **headers):
    return client.post(url("still", row.film, row.uuid), data, **headers)


def image_of(row) -> Image:
    return Image.objects.get(pk=row.image_id)


def test_everything_is_saved(desk, row):
    PersonFactory(name="Ada Lindqvist"), PersonFactory(name="Boris Berg")
    data = fields(desk, row) | {
        "caption_en": "The ferry", "caption_de": "Die Fähre", "alt_en": "A boat", "alt_de": "Boot",
        "photographer": "Ada", "copyright": "Nord", "access": "press",
        "rights_until": "2031-05-04T12:00", "focal_x": "20", "focal_y": "80",
        "usage": "poster", "language": "de", "people": "Boris Berg\r\nAda Lindqvist",
    }  # fmt: skip
    response = send(desk, row, data)
    assert response.url == url("still", row.film, row.uuid)
    image = image_of(row)
    assert (image.caption_en, image.caption_de) == ("The ferry", "Die Fähre")
    assert (image.alt_en, image.alt_de, image.access) == ("A boat", "Boot", "press")
    assert (image.focal_x, image.focal_y, image.rights_until.year) == (20, 80, 2031)
    assert [str(one) for one in image.depictions.all()] == ["Boris Berg", "Ada Lindqvist"]
    row.refresh_from_db()
    assert (row.usage, row.language) == ("poster", "de")


def test_moved_focal_point_gets_crops_of_its_own(desk, row, django_capture_on_commit_callbacks):
    complete_image.func(row.image_id)
    assert image_of(row).is_cropped
    with django_capture_on_commit_callbacks(execute=False) as asked:
        send(desk, row, fields(desk, row) | {"focal_x": "20", "focal_y": "80"})
    assert (image_of(row).focal, image_of(row).is_cropped) == ((20, 80), False)
    for ask in asked:
        ask()
    assert image_of(row).is_cropped


def test_saving_nothing_writes_nothing(desk, row):
    before = Revision.objects.count()
    send(desk, row, fields(desk, row))
    assert Revision.objects.count() == before


def test_two_editors_of_different_fields_both_win(desk, row):
    mine, theirs = fields(desk, row), fields(desk, row)
    send(desk, row, theirs | {"caption_de": "Die Fähre", "focal_x": "10"})
    answer = send(desk, row, mine | {"caption_en": "The ferry"}, **JSON)
    assert (answer.status_code, answer.json()["state"]) == (200, "saved")
    image = image_of(row)
    assert (image.caption_en, image.caption_de, image.focal_x) == ("The ferry", "Die Fähre", 10)


def test_same_field_is_shown_twice_and_nothing_is_lost(desk, row, editor):
    mine, theirs = fields(desk, row), fields(desk, row)
    send(desk, row, theirs | {"caption_en": "Theirs"})
    response = send(desk, row, mine | {"caption_en": "Mine", "alt_en": "A boat"})
    assert response.status_code == 409
    (collision,) = response.context["outcome"].collisions
    assert (collision.theirs, collision.mine) == ("Theirs", "Mine")
    assert response.context["outcome"].who == "editor"
    assert (image_of(row).caption_en, image_of(row).alt_en or "") == ("Theirs", "")
    form = response.context["form"]
    assert (form["caption_en"].value(), form["alt_en"].value()) == ("Mine", "A boat")
    again = {name: form[name].value() or "" for name in form.fields}
    send(desk, row, again | {"base": response.context["base"]})
    assert (image_of(row).caption_en, image_of(row).alt_en) == ("Mine", "A boat")


def test_collision_calls_the_other_by_the_full_name(desk, row, editor):
    editor.first_name, editor.last_name = "Ada", "Lindqvist"
    editor.save()
    mine = fields(desk, row)
    send(desk, row, mine | {"caption_en": "Theirs"})
    response = send(desk, row, mine | {"caption_en": "Mine"})
    assert response.context["outcome"].who == "Ada Lindqvist"


def test_script_gets_the_collision_as_a_panel(desk, row):
    mine = fields(desk, row)
    send(desk, row, mine | {"photographer": "Theirs"})
    answer = send(desk, row, mine | {"photographer": "Mine"}, **JSON)
    assert (answer.status_code, answer.json()["state"]) == (409, "collision")
    assert 'value="Mine"' in answer.json()["panel"]


def test_wrong_values_are_named_and_the_rest_is_kept(desk, row):
    data = fields(desk, row) | {"access": "press", "caption_en": "The ferry", "focal_x": "400"}
    answer = send(desk, row, data, **JSON)
    assert answer.status_code == 422
    assert set(answer.json()["errors"]) == {"Focal point, across", ""}
    assert "The ferry" in answer.json()["panel"]
    assert (image_of(row).caption_en or "", image_of(row).focal_x) == ("", 50)


def test_live_picture_is_saved_by_hand_only(desk, row):
    publish(row.film.record, "en")
    data = fields(desk, row) | {"caption_en": "The ferry"}
    answer = send(desk, row, data, **JSON)
    assert (answer.status_code, answer.json()["state"]) == (200, "shown")
    assert (image_of(row).caption_en or "") == ""
    assert send(desk, row, data | {"save": "1"}, **JSON).json()["state"] == "saved"
    assert image_of(row).caption_en == "The ferry"


DEEP = "[" * 10_000 + "]" * 10_000


@pytest.mark.parametrize("base", ["", "{", "[]", "null", DEEP], ids=lambda base: base[:4])
def test_unreadable_base_is_a_question(desk, row, base):
    answer = send(desk, row, fields(desk, row) | {"base": base, "caption_en": "New"}, **JSON)
    assert (answer.status_code, image_of(row).caption_en or "") == (409, "")
    assert ">New<" in answer.json()["panel"].replace("\n", "")


def test_forged_base_collides(desk, row):
    forged = {"base": '{"caption_en": 5}', "caption_en": "New"}
    answer = send(desk, row, fields(desk, row) | forged, **JSON)
    assert (answer.status_code, image_of(row).caption_en or "") == (409, "")


@pytest.mark.parametrize("people", ["Nobody Known", "Ada Lindqvist"])
def test_name_of_none_or_of_two_is_an_error_that_helps(desk, row, people):
    for key in ("ada", "ada-two"):
        PersonFactory(name="Ada Lindqvist", key=key)
    answer = send(desk, row, fields(desk, row) | {"people": people}, **JSON)
    (text,) = answer.json()["errors"].values()
    expected = "[ada], Ada Lindqvist [ada-two]" if people == "Ada Lindqvist" else "Nobody here"
    assert expected in text
    assert Depiction.objects.count() == 0


def test_one_of_two_people_of_a_name_is_named_by_key(desk, row):
    for key in ("ada", "ada-two"):
        PersonFactory(name="Ada Lindqvist", key=key)
    send(desk, row, fields(desk, row) | {"people": "Ada Lindqvist [ada-two]"})
    assert [one.person.record.key for one in Depiction.objects.all()] == ["ada-two"]
    before = Revision.objects.count()
    send(desk, row, fields(desk, row))
    assert Revision.objects.count() == before


def test_people_named_in_the_file_are_suggested(desk, film):
    PersonFactory(name="Boris Berg")
    file = SimpleUploadedFile("ferry.jpg", photo())
    desk.post(url("stills_upload", film), {"files": file})
    context = desk.get(url("still", film, Placement.objects.get().uuid)).context
    assert [str(person) for person in context["suggested"]] == ["Boris Berg"]
    assert sorted(context["from_file"]) == [
        "caption_de", "caption_en", "copyright", "photographer",
    ]  # fmt: skip
    assert context["said"].taken_on == "2011-05-04"


def test_replaced_file_keeps_texts_uses_and_record_and_comes_back(desk, row):
    with change(None, "test"):
        row.image.caption_en = "The ferry"
        row.image.save()
    record, old = row.image.record, image_of(row)
    before = Revision.objects.filter(record=record).order_by("-pk").first()
    new = {"file": upload("new.jpg", colour=(200, 10, 10))}
    desk.post(url("still_file", row.film, row.uuid), new)
    image = image_of(row)
    assert (image.original_name, image.caption_en, image.record) == ("new.jpg", "The ferry", record)
    assert image.sha256 != old.sha256
    assert default_storage.exists(original_name_of(old.sha256, old.extension))
    with change(None, "restored"):
        apply_document(record, before.document)
    assert image_of(row).sha256 == old.sha256


@pytest.mark.one_machine  # a file is damaged by hand
def test_same_file_again_mends_the_one_that_is_damaged(desk, row):
    image = image_of(row)
    path = Path(default_storage.path(original_name_of(image.sha256, image.extension)))
    data = path.read_bytes()
    path.write_bytes(data[:99])
    file = SimpleUploadedFile("a.jpg", data)
    desk.post(url("still_file", row.film, row.uuid), {"file": file})
    assert path.read_bytes() == data


def replace(desk, row, **facts):
    new = {"file": upload("new.jpg", colour=(200, 10, 10))}
    return desk.post(url("still_file", row.film, row.uuid), new | facts)


def test_replaced_file_is_compared_and_taken_back(desk, row):
    old = image_of(row)
    assert replace(desk, row).url == url("still", row.film, row.uuid)
    for page in (url("still", row.film, row.uuid), url("stills", row.film)):
        replaced = desk.get(page).context["replaced"]
        assert (replaced.former.original_name, replaced.row.image.original_name) == (
            "a.jpg", "new.jpg",
        )  # fmt: skip
        assert replaced.former.picture.fallback.url == old.picture.fallback.url
    desk.post(url("still_file", row.film, row.uuid), {"act": "undo"})
    facts = ("sha256", "original_name", "width", "height", "extension")
    assert [getattr(image_of(row), name) for name in facts] == [getattr(old, n) for n in facts]
    assert desk.get(url("stills", row.film)).context["replaced"] is None


def test_file_replaced_once_more_by_another_is_not_taken_back(desk, row):
    replace(desk, row)
    with change(None, "test"):
        image = image_of(row)
        image.sha256 = "f" * 64
        image.save()
    answer = desk.post(url("still_file", row.film, row.uuid), {"act": "undo"}, follow=True)
    assert [str(message) for message in answer.context["messages"]] == [
        "The picture has another file by now; the history has them all."
    ]
    assert image_of(row).sha256 == "f" * 64


def test_stale_panel_of_one_picture_does_not_take_back_the_file_of_another(desk, stills):
    row, other = stills[:2]
    replace(desk, row)
    newer = {"file": upload("newer.jpg", colour=(10, 200, 10))}
    desk.post(url("still_file", other.film, other.uuid), newer)
    stale = url("still_file", row.film, row.uuid)
    answer = desk.post(stale, {"act": "undo"}, follow=True)
    assert [str(message) for message in answer.context["messages"]] == [
        "Another picture got a new file after this one; the history has the former file."
    ]
    desk.post(stale, {"act": "forget"})
    assert [image_of(one).original_name for one in (row, other)] == ["new.jpg", "newer.jpg"]
    assert desk.get(url("stills", row.film)).context["replaced"].row == other


def test_other_pictures_do_not_speak_of_the_replaced_file_and_closing_forgets_it(desk, stills):
    row, other = stills[:2]
    answer = replace(desk, row, **{"from": "desk"})
    assert answer.url == url("stills", row.film)
    assert desk.get(url("still", other.film, other.uuid)).context["replaced"] is None
    desk.post(url("still_file", row.film, row.uuid), {"act": "forget", "from": "desk"})
    assert desk.get(url("stills", row.film)).context["replaced"] is None
    assert image_of(row).original_name == "new.jpg"


def test_ways_back_lead_to_the_pictures_and_to_the_film(desk, row):
    page = desk.get(url("still", row.film, row.uuid)).content.decode()
    assert page.count(f'<a class="button" href="{url("stills", row.film)}">') == 1
    page = desk.get(url("stills", row.film)).content.decode()
    form = f"/admin/films/film/{row.film.pk}/change/#part-pictures"
    assert page.count(f'<a class="button" href="{form}">') == 1


@pytest.mark.parametrize("file", [None, SimpleUploadedFile("a.jpg", b"no picture")])
def test_refused_file_replaces_nothing(desk, row, file):
    desk.post(url("still_file", row.film, row.uuid), {"file": file} if file else {})
    assert image_of(row).sha256 == row.image.sha256


def test_public_address_is_that_of_a_live_picture(desk, row):
    address = desk.get(url("still", row.film, row.uuid)).context["address"]
    assert address.reason == "Nothing that is live shows the picture yet."
    publish(row.film.record, "en")
    address = desk.get(url("still", row.film, row.uuid)).context["address"]
    assert (address.reason, address.url.count("://")) == ("", 1)
    with change(None, "test"):
        Image.objects.filter(pk=row.image_id).update(access="internal")
    address = desk.get(url("still", row.film, row.uuid)).context["address"]
    assert address.reason == "The picture is internal."


def test_other_uses_are_named(desk, row):
    place(FilmFactory(title_en="Other"), row.image, usage="poster")
    PersonFactory(name="Ada Lindqvist", portrait=row.image)
    uses = desk.get(url("still", row.film, row.uuid)).context["uses"]
    assert [(use.kind, use.name) for use in uses] == [
        ("Poster", "Other"),
        ("person", "Ada Lindqvist"),
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_picture_costs_the_same_with_one_person_and_with_three(
    desk, row, django_assert_num_queries, count
):
    with change(None, "test"):
        for number in range(count):
            person = PersonFactory(name=f"Ada {number}")
            Depiction.objects.create(image=row.image, person=person, position=number)
    with django_assert_num_queries(QUERIES):
        desk.get(url("still", row.film, row.uuid))


def test_panel_is_the_page_without_its_frame(desk, row):
    page = desk.get(url("still", row.film, row.uuid) + "?panel").content.decode()
    assert "<html" not in page
    assert "data-form" in page


def test_translator_writes_texts_of_the_own_language_only(member, row):
    client = member("translator", ["de"])
    form = client.get(url("still", row.film, row.uuid)).context["form"]
    open_fields = [name for name, field in form.fields.items() if not field.disabled]
    assert open_fields == ["caption_de", "alt_de"]
    data = {
        "caption_de": "Die Fähre", "caption_en": "Forged", "photographer": "Forged",
        "usage": "poster", "people": "", "base": json.dumps({}),
    }  # fmt: skip
    send(client, row, data)
    image = image_of(row)
    assert (image.caption_de, image.caption_en or "", image.photographer) == ("Die Fähre", "", "")
    row.refresh_from_db()
    assert row.usage == "still"


def test_viewer_looks_only(member, row):
    client = member("viewer")
    page = client.get(url("still", row.film, row.uuid))
    assert page.status_code == 200
    assert not any(not field.disabled for field in page.context["form"].fields.values())
    assert send(client, row, {"caption_de": "Forged"}).status_code == 403


@pytest.mark.parametrize("role", ["viewer", "translator"])
def test_file_is_replaced_by_editors_only(member, row, role):
    client = member(role, ["de"])
    new = {"file": upload("new.jpg", colour=(200, 10, 10))}
    assert client.post(url("still_file", row.film, row.uuid), new).status_code == 403
    assert image_of(row).sha256 == row.image.sha256


def test_picture_of_another_film_is_404(desk, row):
    assert desk.get(url("still", FilmFactory(), row.uuid)).status_code == 404


def test_end_of_rights_that_the_database_cannot_write_is_refused(desk, row):
    response = send(desk, row, fields(desk, row) | {"rights_until": "0001-01-01T00:10"})
    assert response.status_code == 422
    assert "This moment lies outside the calendar." in response.content.decode()
