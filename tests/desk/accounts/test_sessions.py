"""Members see where they are logged in, and end what they do not know."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse

from desk.accounts.browsers import browser_name
from desk.accounts.sessions import NOTED_EVERY
from tests.desk.accounts.test_login import is_in

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1"


def test_sessions_are_listed_with_browser_and_address(client, member, log_in):
    log_in(HTTP_USER_AGENT=FIREFOX)
    log_in(browser=Client(), HTTP_USER_AGENT=SAFARI, REMOTE_ADDR="192.0.2.9")
    page = client.get(reverse("usersessions_list")).content.decode()
    assert ("Firefox, Linux" in page, "Safari, iPhone" in page, "192.0.2.9" in page) == (
        True,
        True,
        True,
    )


def test_other_sessions_are_ended(client, member, log_in):
    other = Client()
    log_in(browser=other)
    log_in()
    client.post(reverse("usersessions_list"))
    assert (is_in(client), is_in(other)) == (True, False)


def test_sessions_of_others_stay(client, member, log_in, django_user_model):
    django_user_model.objects.create_superuser("Ada", "", "ada-password-1")
    other = Client()
    log_in("Ada", "ada-password-1", other)
    log_in()
    client.post(reverse("usersessions_list"))
    assert is_in(other)


def test_activity_is_noted_once_in_a_while(client, member, log_in, django_assert_num_queries):
    log_in()
    UserSession.objects.update(last_seen_at="2020-01-01T00:00:00Z")
    client.get(reverse("admin:jsi18n"))
    assert UserSession.objects.get().last_seen_at.year == 2020
    from django.core.cache import cache

    cache.clear()
    client.get(reverse("admin:jsi18n"))
    assert UserSession.objects.get().last_seen_at.year > 2020
    assert NOTED_EVERY.total_seconds() == 600


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (FIREFOX, "Firefox, Linux"),
        (SAFARI, "Safari, iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36 Edg/142.0", "Edge, Windows"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/142.0 Mobile Safari/537.36", "Chrome, Android"),
        ("curl/8.5.0", "curl/8.5.0"),
        ("", "?"),
    ],
)
def test_browser_is_called_by_its_name(user_agent, name):
    assert browser_name(user_agent) == name
