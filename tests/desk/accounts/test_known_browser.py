"""Whoever keeps a name waiting does not keep its owner waiting, in a browser that is known."""

import pytest
from django.test import Client

from desk.accounts.known_browser import COOKIE
from tests.desk.accounts.test_delays import let_pass
from tests.desk.accounts.test_login import is_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def besieged(client, member, log_in):
    """The member's browser, logged out, while others try passwords from everywhere."""
    log_in()
    client.post("/admin/logout/")
    for number in range(4):
        log_in(password="wrong", browser=Client(), REMOTE_ADDR=f"198.51.100.{number}")
    return client


def test_known_browser_does_not_wait_for_others(besieged, log_in):
    assert log_in(browser=Client()).status_code == 429
    assert (log_in().status_code, is_in(besieged)) == (302, True)


def test_known_browser_waits_for_its_own_wrong_tries(besieged, log_in):
    assert [log_in(password="wrong").status_code for _try in range(4)] == [200, 200, 200, 429]


def test_known_browser_is_known_for_its_account_alone(besieged, log_in, django_user_model):
    django_user_model.objects.create_superuser("Ada", "", "ada-password-1")
    for number in range(4):
        log_in("Ada", "wrong", Client(), REMOTE_ADDR=f"203.0.113.{number}")
    assert log_in("Ada", "ada-password-1").status_code == 429


@pytest.mark.parametrize(
    "change", [lambda value: "9" + value, lambda value: value[:-1], lambda value: ""]
)
def test_cookie_is_not_made_by_hand(besieged, log_in, change):
    besieged.cookies[COOKIE] = change(besieged.cookies[COOKIE].value)
    assert log_in().status_code == 429


def test_login_lets_the_door_of_the_name_alone(besieged, log_in):
    """Who knows the password in one browser frees nobody elsewhere."""
    log_in()
    assert log_in(browser=Client()).status_code == 429
    let_pass(60)
    assert log_in(browser=Client()).status_code == 302


def test_cookie_is_given_after_both_steps_only(client, app, log_in):
    assert COOKIE not in log_in().cookies
    answer = client.post("/admin/account/factor/", {"code": app.code()})
    cookie = answer.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
