"""The page on which a person is erased: shown first, done only with the name typed."""

import pytest
from django.urls import reverse

from desk.erasing.register_model import Erasure
from editorial.models import ContentVersion
from people.models import Person
from tests.factories import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(world) -> str:
    return reverse("admin:desk_erase_person", args=[world.person.pk])


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def test_person_leads_to_it(desk, world, page):
    form = desk.get(reverse("admin:people_person_change", args=[world.person.pk]))
    assert f'href="{page}"' in text_of(form)


def test_it_shows_what_would_happen_and_does_nothing(desk, page, world):
    before = ContentVersion.read()
    text = text_of(desk.get(page))
    assert "Ada Lindqvist would be erased. Nothing was changed." in text
    assert "film/ferry: credits: 2, recipient of awards: 1, revisions: 11, publications: 8" in text
    assert "“Ada Lindqvists erster Film!”" in text
    assert (Person.objects.filter(name="Ada Lindqvist").count(), ContentVersion.read()) == (
        1,
        before,
    )


def test_preview_follows_the_choice(desk, page):
    data = {"mode": "anonymise", "is_redacting": "on", "_preview": "1"}
    text = text_of(desk.post(page, data))
    assert "Ada Lindqvist would be anonymised. Nothing was changed." in text
    assert "in history" not in text
    assert Erasure.objects.count() == 0


@pytest.mark.parametrize("typed", ["", "Ada", "Boris Berg"])
def test_without_the_name_nothing_happens(desk, page, typed):
    response = desk.post(page, {"mode": "erase", "confirmation": typed, "_erase": "1"})
    assert "This is not the name “Ada Lindqvist”. Nothing was changed." in text_of(response)
    assert Person.objects.filter(name="Ada Lindqvist").count() == 1


def test_with_the_name_the_person_is_erased(desk, page, editor):
    data = {"mode": "erase", "confirmation": " ada lindqvist ", "_erase": "1"}
    text = text_of(desk.post(page, data))
    assert "Ada Lindqvist was erased." in text
    assert "it is stored nowhere" in text
    assert "_erase" not in text
    assert Person.objects.filter(name="Ada Lindqvist").count() == 0
    assert Erasure.objects.get().user == editor
    assert desk.post(page, data).status_code == 404


def test_wrong_mode_gets_an_error(desk, page):
    response = desk.post(page, {"mode": "burn", "confirmation": "Ada Lindqvist", "_erase": "1"})
    assert response.status_code == 200
    assert Person.objects.filter(name="Ada Lindqvist").count() == 1


def test_it_speaks_german(desk, page):
    text = text_of(desk.get(page, headers={"accept-language": "de"}))
    assert "Ada Lindqvist würde gelöscht. Geändert wurde nichts." in text
    assert "Endgültig löschen" in text


@pytest.fixture
def colleague(client):
    user = make_member("editor")
    client.force_login(user)
    return user


def test_who_may_edit_people_may_not_erase_them(client, colleague, page, world):
    data = {"mode": "erase", "confirmation": "Ada Lindqvist", "_erase": "1"}
    assert client.get(page).status_code == 403
    assert client.post(page, data).status_code == 403
    form = client.get(reverse("admin:people_person_change", args=[world.person.pk]))
    assert page not in text_of(form)


def test_an_owner_may(client, page):
    client.force_login(make_member("owner"))
    assert client.get(page).status_code == 200


def test_visitor_is_asked_to_log_in(client, page):
    response = client.get(page)
    assert (response.status_code, response["Location"].split("?")[0]) == (302, "/admin/login/")


def test_register_can_be_looked_at_but_not_changed(desk, page):
    desk.post(page, {"mode": "erase", "confirmation": "Ada Lindqvist", "_erase": "1"})
    entry = reverse("admin:desk_erasure_change", args=[Erasure.objects.get().pk])
    assert desk.get(reverse("admin:desk_erasure_changelist")).status_code == 200
    assert "indqvist" not in text_of(desk.get(entry)).replace("/desk/erasure/", "")
    assert desk.post(entry, {"mode": "erased"}).status_code == 403
