"""The menu of the desk: human groups, nothing lost."""

import pytest
from django.contrib import admin
from django.urls import reverse

from tests.factories import make_member

pytestmark = pytest.mark.django_db


def menu_of(desk, address="admin:index"):
    return desk.get(reverse(address)).context["menu"]


def test_every_model_of_the_admin_stands_in_the_menu_once(desk):
    rooms = [room.label for group in menu_of(desk) for room in group.rooms]
    models = [model._meta.label_lower for model in admin.site._registry]
    others = ["desk.bin", "desk.data", "desk.manual", "desk.translations", "sources.points"]
    assert sorted(rooms) == sorted([*models, *others])


def test_groups_stand_in_the_order_of_the_work(desk):
    groups = [group.key for group in menu_of(desk)]
    assert groups[:6] == ["films", "people", "festivals", "assets", "pages", "house"]


def test_open_room_is_marked(desk):
    menu = menu_of(desk, "admin:people_person_changelist")
    opened = [room.label for group in menu for room in group.rooms if room.is_open]
    assert opened == ["people.person"]


@pytest.mark.parametrize("role", ["owner", "editor", "translator", "viewer"])
def test_every_member_finds_the_translations_in_the_head(client, role):
    client.force_login(make_member(role))
    response = client.get(reverse("translations"))
    (room,) = [one for one in response.context["main_rooms"] if one.label == "desk.translations"]
    assert (room.name, room.url, room.is_open) == (
        "Translations", "/admin/translations/", True
    )  # fmt: skip


def test_only_owners_see_the_rooms_of_the_accounts(client):
    rooms = {}
    for role in ("owner", "editor"):
        client.force_login(make_member(role))
        rooms[role] = {room.label for group in menu_of(client) for room in group.rooms}
    managed = {"editorial.membership", "editorial.auditentry", "desk.erasure"}
    assert rooms["owner"] & managed == managed
    assert rooms["editor"] & managed == set()
    assert "films.film" in rooms["editor"]
