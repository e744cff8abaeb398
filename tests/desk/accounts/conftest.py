"""A member, and what he or she does at the login."""

import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache

LOGIN = "/admin/login/"
PASSWORD = "lantern-slide-7"


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Used codes are kept in the cache."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def member(db, django_user_model):
    return django_user_model.objects.create_superuser("Vera", "vera@example.org", PASSWORD)


@pytest.fixture
def log_in(client):
    """Log in by the form; return the answer."""

    def log_in(name="Vera", password=PASSWORD, browser=client, **options):
        return browser.post(LOGIN, {"username": name, "password": password}, **options)

    return log_in


@pytest.fixture
def app(member):
    """The member's authenticator app."""
    return App(member)


class App:
    """Shows codes like a phone."""

    def __init__(self, user):
        self.secret = generate_totp_secret()
        TOTP.activate(user, self.secret)

    def code(self) -> str:
        return code_of(self.secret)


def code_of(secret: str, periods: int = 0) -> str:
    """Return the code of now, or of so many periods later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + periods))
