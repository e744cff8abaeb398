"""A session ends when it is not used, and at last even if it is; the cookie has no date."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone

from desk.accounts.session_store import SessionStore
from desk.accounts.sessions import noted_every
from tests.desk.accounts.test_login import is_in
from tests.desk.accounts.test_proof import let_grow_old
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


def ends_in() -> timedelta:
    return Session.objects.get().expire_date - timezone.now()


def let_pass(**time):
    """Let time go by: the session began, and was last used, that much earlier."""
    row = Session.objects.get()
    row.expire_date -= timedelta(**time)
    row.save()
    cache.clear()


def test_unused_session_ends(client, member, log_in):
    log_in()
    let_pass(hours=11)
    assert is_in(client)
    let_pass(hours=13)
    assert not is_in(client)


def test_use_puts_the_end_off(client, member, log_in):
    log_in()
    let_pass(hours=11)
    client.get("/admin/jsi18n/")
    assert ends_in() > timedelta(hours=11)


def test_page_that_asks_by_itself_does_not(client, member, log_in):
    log_in()
    film = FilmFactory(key="night-ferry")
    let_pass(hours=11)
    client.post(f"/admin/editing/{film.record.pk}/")
    assert ends_in() < timedelta(hours=1)


def test_session_in_use_ends_at_last(client, member, log_in):
    log_in()
    let_grow_old(client, minutes=(14 * 24 - 1) * 60)
    client.get("/admin/jsi18n/")
    assert ends_in() < timedelta(hours=1)
    let_grow_old(client, minutes=14 * 24 * 60)
    assert not is_in(client)


def test_session_of_an_earlier_version_ends_likewise(client, member, log_in):
    log_in()
    session = client.session
    session.set_expiry(14 * 24 * 3600)
    session.save()
    assert ends_in() < timedelta(hours=13)


def test_who_is_not_logged_in_has_no_last_end(db):
    session = SessionStore()
    session["half"] = "way"
    session.create()
    assert ends_in() > timedelta(hours=11)


def test_cookie_has_no_date(client, member, log_in):
    cookie = log_in().cookies["sessionid"]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")


def test_use_beside_another_request_loses_nothing_of_it(client, member, log_in):
    log_in()
    late = SessionStore(Session.objects.get().session_key)
    late.get("typed")  # read before the other is written
    session = client.session
    session["typed"] = "beside"
    session.save()
    late.touch()
    assert client.session["typed"] == "beside"


def test_short_limits_are_noted_more_often(settings):
    assert noted_every() == timedelta(minutes=10)
    settings.SESSION_IDLE_MINUTES = 15
    assert noted_every() == timedelta(seconds=90)
