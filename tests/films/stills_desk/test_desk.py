"""`/admin/films/film/<id>/stills/`: the grid, its order, and what is done to several."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assets.models import Image
from editorial.changes import change
from editorial.history.restoring import restore_revision
from editorial.models import Record, Revision
from editorial.publishing import publish
from films.models import Placement
from films.stills_desk.reading import placements_of
from people.models import Depiction
from tests.factories import CreditFactory, FilmFactory, PersonFactory, place
from tests.films.stills_desk.conftest import still, url

QUERIES = 6


def names(film):
    return [str(row.image).removesuffix(".jpg") for row in placements_of(film)]


def rows(*placements):
    return [str(row.uuid) for row in placements]


def send(client, film, act, *chosen, **values):
    return client.post(url("stills_act", film), {"act": act, "row": rows(*chosen), **values})


def told(response):
    return [str(message) for message in response.wsgi_request._messages]


def test_it_shows_pictures_by_use_in_their_order(desk, film, stills):
    place(film, stills[0].image, usage="poster", position=9)
    shelves = desk.get(url("stills", film)).context["shelves"]
    shown = [(shelf.usage, [tile.name for tile in shelf.tiles]) for shelf in shelves]
    assert shown == [("still", ["a.jpg", "b.jpg", "c.jpg"]), ("poster", ["a.jpg"])]
    assert [tile.is_main for shelf in shelves for tile in shelf.tiles] == [
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_however_many_pictures(desk, film, number):
    for position in range(number):
        still(film, str(position), position)
    desk.get(url("stills", film))
    with CaptureQueriesContext(
        connection,
    ) as captured:
        desk.get(url("stills", film))
    assert len(captured) == QUERIES


def test_120_pictures_cost_the_same_and_stay_below_300_kb(desk, film):
    one = still(film, "Ein Bild mit einem langen Namen", 0)
    with change(None, "test"):
        for number in range(1, 120):
            image = Image.objects.get(pk=one.image_id)
            image.pk = image.record_id = None
            image.record = Record.objects.create(kind="image", key=f"copy-{number}")
            image._state.adding = True
            image.save()
            Placement.objects.create(film=film, image=image, position=number)
    desk.get(url("stills", film))
    with CaptureQueriesContext(connection) as captured:
        response = desk.get(url("stills", film))
    assert len(captured) == QUERIES
    assert response.content.count(b'loading="lazy"') == 120
    assert len(response.content) < 300_000


def test_order_is_saved_and_only_in_one_revision(desk, film, stills):
    a, b, c = stills
    before = Revision.objects.filter(record=film.pk).count()
    answer = desk.post(url("stills_order", film), {"row": rows(c, a, b)}).json()
    assert names(film) == ["c", "a", "b"]
    assert answer == {"rows": rows(c, a, b), "main": str(c.uuid), "is_known": True}
    assert Revision.objects.filter(record=film.pk).count() == before + 1


def test_order_leaves_pictures_of_others_where_they_are(desk, film, stills):
    a, b, c = stills
    with change(None, "somebody else"):
        b.delete()
    still(film, "d", 3)
    answer = desk.post(url("stills_order", film), {"row": rows(c, b, a)}).json()
    assert names(film) == ["c", "a", "d"]
    assert answer["is_known"] is False


@pytest.mark.parametrize("forged", [["x"], ["0" * 32], [""], ["' OR 1=1"]])
def test_order_of_unknown_pictures_changes_nothing(desk, film, stills, forged):
    assert desk.post(url("stills_order", film), {"row": forged}).status_code == 200
    assert names(film) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("act", "expected"), [("earlier", "acb"), ("later", "abc"), ("front", "cab")]
)
def test_buttons_move_the_chosen(desk, film, stills, act, expected):
    send(desk, film, act, stills[2])
    assert "".join(names(film)) == expected


def test_moving_stays_within_the_use(desk, film, stills):
    poster = place(film, stills[0].image, usage="poster", position=3)
    send(desk, film, "earlier", poster)
    assert [row.usage for row in placements_of(film)] == ["still", "still", "still", "poster"]


def test_values_are_set_for_the_chosen_and_empty_ones_left(desk, film, stills):
    with change(None, "test"):
        Image.objects.filter(pk=stills[0].image_id).update(copyright="Nord Film")
    ada = PersonFactory(name="Ada Lindqvist")
    response = send(
        desk, film, "set", stills[0], stills[1],
        photographer="Boris", access="press", person="Ada Lindqvist",
    )  # fmt: skip
    assert told(response) == [
        "Set for 2 pictures: Photographer: Boris; Access: public and for download by the press; "
        "Add a person: Ada Lindqvist."
    ]
    images = [row.image for row in placements_of(film)]
    assert [image.photographer for image in images] == ["Boris", "Boris", ""]
    assert [image.copyright for image in images] == ["Nord Film", "", ""]
    assert [image.access for image in images] == ["press", "press", "public"]
    assert Depiction.objects.filter(person=ada).count() == 2


def test_picture_that_may_not_have_the_value_is_named_and_left(desk, film, stills):
    with change(None, "test"):
        Image.objects.filter(pk=stills[0].image_id).update(copyright="Nord Film")
    response = send(desk, film, "set", *stills[:2], access="press")
    done, problem = told(response)
    assert (done, problem[:6]) == (
        "Set for 1 picture: Access: public and for download by the press.",
        "b.jpg:",
    )
    assert [row.image.access for row in placements_of(film)] == ["press", "public", "public"]


def test_use_is_set_unless_the_film_has_the_picture_in_it(desk, film, stills):
    place(film, stills[0].image, usage="poster", position=3)
    response = send(desk, film, "set", *stills[:2], usage="poster")
    assert told(response)[0] == "Set for 1 picture: Use: Poster."
    assert [row.usage for row in placements_of(film)] == ["still", "poster", "still", "poster"]


def test_wrong_values_come_back_with_the_choice(desk, film, stills):
    response = send(desk, film, "set", stills[1], person="Nobody", photographer="Boris")
    assert response.status_code == 422
    assert list(response.context["set_form"].errors) == ["person"]
    page = response.content.decode()
    assert 'value="Boris"' in page
    assert f'value="{stills[1].uuid}" checked' in page


def test_removed_pictures_stay_in_the_house_and_come_back_in_their_place(desk, film, stills):
    send(desk, film, "remove", stills[0], stills[1])
    assert (names(film), Image.objects.count()) == (["c"], 3)
    assert desk.get(url("stills", film)).context["removed"] == 2
    desk.post(url("stills_undo", film), {"act": "undo"})
    assert names(film) == ["a", "b", "c"]
    assert [row.uuid for row in placements_of(film)] == [row.uuid for row in stills]
    assert desk.get(url("stills", film)).context["removed"] == 0


def test_pictures_put_back_are_numbered_once(desk, film, stills):
    send(desk, film, "remove", *stills[:2])
    with CaptureQueriesContext(connection) as queries:
        desk.post(url("stills_undo", film), {"act": "undo"})
    numbered = [q for q in queries if q["sql"].startswith('UPDATE "films_placement"')]
    assert (names(film), len(numbered)) == (["a", "b", "c"], 1)


def test_undoing_twice_or_after_the_picture_came_back_does_nothing(desk, film, stills):
    send(desk, film, "remove", stills[0])
    place(film, stills[0].image, position=9)
    for _time in range(2):
        desk.post(url("stills_undo", film), {"act": "undo"})
    assert names(film) == ["b", "c", "a"]


def test_closing_the_message_forgets_what_was_removed(desk, film, stills):
    send(desk, film, "remove", stills[0])
    desk.post(url("stills_undo", film), {"act": "forget"})
    desk.post(url("stills_undo", film), {"act": "undo"})
    assert names(film) == ["b", "c"]


def test_unused_picture_goes_into_the_bin_and_comes_back_with_the_film(desk, editor, film, stills):
    record, before = stills[0].image.record, film.record.revisions.first()
    send(desk, film, "delete", stills[0])
    assert names(film) == ["b", "c"]
    assert not Image.objects.filter(pk=record.pk).exists()
    record.refresh_from_db()
    assert (record.binned_at is not None, record.binned_by) == (True, editor)
    restore_revision(before, editor)
    assert names(film) == ["a", "b", "c"]


def test_picture_chosen_in_all_its_places_is_deleted_once(desk, film, stills):
    poster = place(film, stills[0].image, usage="poster", position=9)
    send(desk, film, "delete", stills[0], poster)
    assert names(film) == ["b", "c"]
    assert [record.pk for record in Record.objects.exclude(binned_at=None)] == [stills[0].image_id]


def test_picture_of_another_film_is_not_deleted(desk, film, stills):
    place(FilmFactory(title_en="Other"), stills[0].image)
    response = send(desk, film, "delete", stills[0])
    assert told(response) == ["a.jpg is used elsewhere and stays (Still: Other)."]
    assert names(film) == ["a", "b", "c"]


def test_picture_that_is_live_is_not_deleted(desk, film, stills):
    CreditFactory(film=film)
    publish(film.record, "en")
    response = send(desk, film, "delete", stills[0])
    assert told(response) == ["a.jpg is live. Remove it from the film and publish; then delete it."]
    assert names(film) == ["a", "b", "c"]


def test_nothing_chosen_changes_nothing(desk, film, stills):
    assert told(send(desk, film, "delete")) == ["Choose pictures first."]
    assert names(film) == ["a", "b", "c"]


def test_pictures_of_another_film_are_out_of_reach(desk, film, stills):
    other = FilmFactory()
    send(desk, other, "remove", stills[0])
    assert names(film) == ["a", "b", "c"]


@pytest.mark.parametrize("role", ["viewer", "translator"])
@pytest.mark.parametrize("name", ["stills_upload", "stills_order", "stills_act", "stills_undo"])
def test_others_than_editors_look_but_do_not_touch(member, film, stills, role, name):
    client = member(role, ["de"])
    assert client.get(url("stills", film)).status_code == 200
    data = {"act": "remove", "row": rows(*stills[::-1])}
    assert client.post(url(name, film), data).status_code == 403
    assert names(film) == ["a", "b", "c"]


def test_member_of_none_is_refused_and_stranger_logs_in(client, film, django_user_model):
    assert client.get(url("stills", film)).status_code == 302
    client.force_login(django_user_model.objects.create_user("none", is_staff=True))
    assert client.get(url("stills", film)).status_code == 302


@pytest.mark.parametrize("name", ["stills_upload", "stills_order", "stills_act", "stills_undo"])
def test_it_rejects_get(desk, film, name):
    assert desk.get(url(name, film)).status_code == 405


def test_film_that_is_not_there_is_404(desk, film):
    assert desk.get(f"/admin/films/film/{film.pk + 99}/stills/").status_code == 404


def test_old_address_and_the_film_s_form_lead_here(desk, film):
    form = f"/admin/films/film/{film.pk}/change/"
    assert desk.get(f"{form}?part=pictures").url == url("stills", film)
    assert url("stills", film) in desk.get(form).content.decode()
