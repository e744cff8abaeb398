"""Which passwords are taken, that they are taken as they were typed, and how a session ends."""

import re
from http.cookies import SimpleCookie

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.accounts.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def change_to(client, word: str):
    sent = {"oldpassword": PASSWORD, "password1": word, "password2": word}
    return client.post(reverse("admin:password_change"), sent)


@pytest.mark.parametrize(
    "word",
    [
        "nine-char",
        "1234567890",
        "basketball",
        "qwertyuiop",
        "85720394716385",
        "passwort123",
        "ilovechocolate1",
        "ILoveChocolate1",
    ],
)
def test_short_common_or_numeric_password_is_refused(client, member, word):
    client.force_login(member)
    assert change_to(client, word).status_code == 200
    member.refresh_from_db()
    assert member.check_password(PASSWORD)


@pytest.mark.parametrize(
    "word",
    [
        "onlylowerletters",
        "UPPER AND BLANKS",
        "ein Käfer im Öl",
        "夜のフェリーが港を出る",
        "x" * 128,
    ],
)
def test_password_of_any_signs_is_taken(client, member, word):
    client.force_login(member)
    assert change_to(client, word).status_code == 302
    member.refresh_from_db()
    assert member.check_password(word)


def test_password_is_compared_to_the_letter(client, member, log_in):
    client.force_login(member)
    change_to(client, " Lantern Slide 9 ")
    client.logout()
    for word in ("Lantern Slide 9", " lantern slide 9 "):
        assert log_in(password=word).status_code != 302
    member.refresh_from_db()
    assert member.check_password(" Lantern Slide 9 ")


@pytest.mark.parametrize(("name", "count"), [("admin:login", 1), ("admin:password_change", 3)])
def test_password_fields_hide_and_leave_managers_alone(client, member, name, count):
    if name != "admin:login":
        client.force_login(member)
    page = client.get(reverse(name)).content.decode()
    fields = [field for field in re.findall("<input[^>]*>", page) if 'type="password"' in field]
    assert len(fields) == count
    assert [field for field in fields if "onpaste" in field or "off" in field] == []


def test_logout_ends_the_session_for_whoever_kept_its_cookie(client, member, log_in):
    log_in()
    kept = Client()
    kept.cookies = SimpleCookie(client.cookies.output(header="", sep=";"))
    assert kept.get("/admin/").status_code == 200
    client.post(reverse("admin:logout"))
    assert kept.get("/admin/").status_code == 302
