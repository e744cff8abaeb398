"""The login: by name or address, same words for everybody, back to where one wanted to go."""

import html
import re

import pytest
from django.contrib.auth import hashers
from django.test import Client
from django.urls import reverse

from desk.accounts.resetting import send_reset_mails
from tests.desk.accounts.conftest import LOGIN, PASSWORD

pytestmark = pytest.mark.django_db


def is_in(client) -> bool:
    return client.get("/admin/").status_code == 200


def errors(response) -> list[str]:
    found = re.findall(r'<p class="errornote" role="alert">(.*?)</p>', response.content.decode())
    return [html.unescape(text) for text in found]


@pytest.mark.parametrize("typed", ["Vera", "vera", "vera@example.org", "Vera@Example.org "])
def test_member_logs_in_by_name_or_address(client, member, log_in, typed):
    assert (log_in(typed).status_code, is_in(client)) == (302, True)


def test_login_leads_to_the_page_that_was_asked_for(client, member):
    asked = client.get("/admin/films/film/?q=sea")
    assert asked["Location"] == "/admin/login/?next=/admin/films/film/%3Fq%3Dsea"
    page = client.get(asked["Location"])
    assert 'name="next" value="/admin/films/film/?q=sea"' in page.content.decode()
    data = {"username": "Vera", "password": PASSWORD, "next": "/admin/films/film/?q=sea"}
    assert client.post(LOGIN, data)["Location"] == "/admin/films/film/?q=sea"


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"],
)
def test_login_leads_to_no_other_site(client, member, target):
    data = {"username": "Vera", "password": PASSWORD, "next": target}
    assert client.post(LOGIN, data)["Location"] == "/admin/"


@pytest.mark.parametrize("name", ["Vera", "vera@example.org", "Nobody", "nobody@example.org"])
def test_wrong_password_gets_the_same_words(member, log_in, name):
    response = log_in(name, "wrong-password")
    assert errors(response) == ["Name and password do not match. Check both and try again."]
    assert response.status_code == 200


@pytest.mark.parametrize("name", ["Vera", "vera@example.org", "Nobody", "nobody@example.org"])
def test_hasher_runs_once_for_every_name(member, log_in, monkeypatch, name):
    runs = []
    encode = hashers.MD5PasswordHasher.encode

    def count(self, *args):
        runs.append(self)
        return encode(self, *args)

    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", count)
    log_in(name, "wrong-password")
    assert len(runs) == 1


def test_two_accounts_of_one_address_log_in_by_name_only(client, member, log_in, django_user_model):
    django_user_model.objects.create_superuser("Twin", "vera@example.org", PASSWORD)
    log_in("vera@example.org")
    assert not is_in(client)


def test_user_name_wins_over_address(client, member, log_in, django_user_model):
    django_user_model.objects.create_superuser("vera@example.org", "", "another-pass-1")
    log_in("vera@example.org")
    assert not is_in(client)


def test_account_without_role_is_not_let_in(client, log_in, django_user_model):
    django_user_model.objects.create_user("Guest", "g@example.org", PASSWORD, is_staff=True)
    assert log_in("Guest")["Location"] == reverse("account_inactive")
    assert not is_in(client)


def test_account_that_is_switched_off_is_not_let_in(client, member, log_in):
    member.is_active = False
    member.save()
    assert log_in()["Location"] == reverse("account_inactive")
    assert not is_in(client)


def test_who_lost_the_role_is_told_so_instead_of_sent_in_rings(client, member, log_in):
    log_in()
    member.is_superuser = False
    member.save()
    asked = client.get("/admin/")
    assert client.get(asked["Location"]).status_code == 403


def test_sign_up_is_closed(client, django_user_model):
    data = {"username": "Eve", "email": "eve@example.org"}
    data |= {"password1": "long-enough-9", "password2": "long-enough-9"}
    client.post(reverse("account_signup"), data)
    assert django_user_model.objects.count() == 0
    page = client.get(reverse("account_signup")).content.decode()
    assert "Accounts are made by invitation only." in page


def test_password_change_ends_other_sessions(client, member, log_in):
    other = Client()
    log_in(browser=other)
    log_in()
    data = {"oldpassword": PASSWORD, "password1": "new-slide-88", "password2": "new-slide-88"}
    assert client.post(reverse("admin:password_change"), data).status_code == 302
    assert (is_in(client), is_in(other)) == (True, False)


def test_forgotten_password_without_mail_says_whom_to_ask(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    page = client.get(reverse("account_reset_password")).content.decode()
    assert "Ask an owner of the desk" in page
    assert 'type="email"' not in page


def test_forgotten_password_is_set_by_a_mailed_link(client, member, log_in, mailoutbox):
    answer = client.post(reverse("account_reset_password"), {"email": "vera@example.org"})
    link = re.search(r"http://localhost:8000(/\S+)", mailoutbox[0].body)[1]
    page = client.get(link, follow=True)
    data = {"password1": "new-slide-88", "password2": "new-slide-88"}
    client.post(page.redirect_chain[-1][0], data)
    log_in(password="new-slide-88")
    assert (answer["Location"], is_in(client)) == (reverse("account_reset_password_done"), True)


def test_unknown_address_gets_no_mail_and_the_same_answer(client, db, mailoutbox):
    answer = client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})
    assert (answer["Location"], mailoutbox) == (reverse("account_reset_password_done"), [])


def test_public_pages_set_no_cookie(client):
    response = client.get("/en/")
    assert (dict(response.cookies), response["Vary"]) == ({}, "Accept-Encoding")


def test_link_of_a_forgotten_password_leads_to_the_site_whatever_was_asked(
    client, member, mailoutbox, settings
):
    settings.SITE_URL = "https://nord.example"
    url = reverse("account_reset_password")
    client.post(url, {"email": "vera@example.org"}, headers={"Host": "127.0.0.1"})
    (link,) = re.findall(r"https?://\S+", mailoutbox[0].body)
    assert link.startswith("https://nord.example/admin/account/reset/")


@pytest.mark.parametrize(
    "name", ["account_login", "account_change_password", "mfa_index", "usersessions_list"]
)
def test_no_browser_keeps_pages_of_the_account(client, member, log_in, name):
    if name != "account_login":
        log_in()
    assert "no-store" in client.get(reverse(name)).headers["Cache-Control"]


@pytest.mark.parametrize("junk", ['{"id": "\\ud800", "rawId": "a"}', '{"id": "YQ"}', "[" * 100_000])
def test_junk_for_a_passkey_is_a_wrong_passkey(client, db, junk):
    client.get(reverse("mfa_login_webauthn"), headers={"Accept": "application/json"})
    page = client.post(reverse("mfa_login_webauthn"), {"credential": junk}, follow=True)
    assert "This code is not right, or no longer." in page.content.decode()


@pytest.mark.parametrize(
    ("name", "password"),
    [("v" * 255, PASSWORD), ("v" * 60_000, PASSWORD), ("Vera", "p" * 1025), ("Ve\0ra", PASSWORD)],
)
def test_what_is_no_name_and_no_password_costs_no_hash(member, log_in, monkeypatch, name, password):
    runs = []
    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", lambda *args: runs.append(args))
    assert (log_in(name, password).status_code, runs) == (200, [])


def test_name_of_look_alike_letters_is_another_name(client, member, log_in):
    log_in("V\u0435ra")  # a Cyrillic letter
    assert not is_in(client)


def test_address_of_look_alike_letters_gets_no_mail(client, member, mailoutbox):
    client.post(reverse("account_reset_password"), {"email": "vera@ex\u0430mple.org"})
    assert mailoutbox == []


def test_link_of_a_forgotten_password_works_once(client, member, log_in, mailoutbox):
    client.post(reverse("account_reset_password"), {"email": "vera@example.org"})
    link = re.search(r"http://localhost:8000(/\S+)", mailoutbox[0].body)[1]
    data = {"password1": "new-slide-88", "password2": "new-slide-88"}
    client.post(client.get(link)["Location"], data)
    assert "This link does not work any more" in Client().get(link).content.decode()


def test_link_of_a_forgotten_password_ends_with_a_new_password(client, member, mailoutbox):
    client.post(reverse("account_reset_password"), {"email": "vera@example.org"})
    link = re.search(r"http://localhost:8000(/\S+)", mailoutbox[0].body)[1]
    member.set_password("new-slide-88")
    member.save()
    assert "This link does not work any more" in client.get(link).content.decode()


def test_new_password_by_mail_ends_sessions(client, member, log_in, mailoutbox):
    other = Client()
    log_in(browser=other)
    client.post(reverse("account_reset_password"), {"email": "vera@example.org"})
    link = re.search(r"http://localhost:8000(/\S+)", mailoutbox[0].body)[1]
    data = {"password1": "new-slide-88", "password2": "new-slide-88"}
    client.post(client.get(link)["Location"], data)
    assert not is_in(other)


def test_unknown_address_asks_the_worker_for_as_much(client, member, monkeypatch):
    """Whoever waits for the answer waits for no mail server."""
    asked = []
    monkeypatch.setattr(type(send_reset_mails), "enqueue", lambda self, *args: asked.append(args))
    for email in ("vera@example.org", "nobody@example.org"):
        client.post(reverse("account_reset_password"), {"email": email})
    assert asked == [([member.pk], "en"), ([], "en")]


def test_key_of_the_session_changes_with_the_login(client, member, log_in):
    client.get(reverse("mfa_login_webauthn"), headers={"Accept": "application/json"})
    before = client.cookies["sessionid"].value
    log_in()
    after = client.cookies["sessionid"].value
    client.cookies["sessionid"] = before
    assert (before != after, is_in(client)) == (True, False)


def test_nobody_is_logged_out_or_in_by_a_link(client, member):
    client.force_login(member)
    client.get(reverse("account_logout"))
    assert is_in(client)
    strict = Client(enforce_csrf_checks=True)
    page = strict.post(LOGIN, {"username": "Vera", "password": PASSWORD})
    assert (page.status_code, is_in(strict)) == (403, False)
    assert "load the page again" in page.content.decode()
