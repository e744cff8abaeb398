"""A code opens once: whatever forgets, whoever else was asked, however it was shown first."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from desk.accounts.codes import period_of, use_up
from tests.desk.accounts.conftest import code_of

pytestmark = pytest.mark.django_db
FACTOR = reverse("mfa_authenticate")


def enter(log_in, code) -> int:
    """Return what the second step answers in a new browser."""
    browser = Client()
    log_in(browser=browser)
    return browser.post(FACTOR, {"code": code}).status_code


def test_used_code_is_refused_by_a_process_that_has_not_seen_it(app, log_in):
    code = app.code()
    assert enter(log_in, code) == 302
    cache.clear()
    assert enter(log_in, code) == 200


def test_code_that_set_the_app_up_logs_nobody_in(client, member, log_in):
    log_in()
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    code = code_of(re.search(r'<code class="account-secret">(\w+)</code>', page)[1])
    client.post(reverse("mfa_activate_totp"), {"code": code})
    assert enter(log_in, code) == 200


def test_earlier_code_is_no_good_after_a_later_one(app):
    row = Authenticator.objects.get()
    later = code_of(app.secret, 1)
    assert [use_up(row, code) for code in (later, app.code(), later)] == [True, False, False]


def test_code_of_another_time_has_no_period(app):
    assert period_of(app.secret, code_of(app.secret, 5)) is None


def test_code_is_read_as_people_write_it(app):
    code = app.code()
    assert period_of(app.secret, f" {code[:3]} {code[3:]} ") == period_of(app.secret, code)


def test_used_recovery_code_is_refused(member, app, log_in):
    code = RecoveryCodes.activate(member).get_unused_codes()[0]
    assert [enter(log_in, code), enter(log_in, code)] == [302, 200]
