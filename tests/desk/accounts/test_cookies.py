"""Cookies of the desk over https: of this host alone, and never sent without TLS.

That visitors have none is held by tests/house/test_public_matrix.py.
"""

import os
import subprocess
import sys

import pytest

from config.settings import BASE_DIR

ASKS = """
import django
django.setup()
from types import SimpleNamespace
from django.conf import settings
from django.contrib.messages.storage.base import Message
from django.http import HttpResponse
from desk.accounts.messages import Messages
from desk.accounts.language import remember_language
from editorial.guard.answers import mark
print(settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_SECURE, settings.SESSION_COOKIE_PATH,
      settings.SESSION_COOKIE_DOMAIN, settings.SESSION_COOKIE_HTTPONLY)
print(settings.CSRF_COOKIE_NAME, settings.CSRF_COOKIE_SECURE, settings.CSRF_COOKIE_PATH,
      settings.CSRF_COOKIE_DOMAIN, settings.CSRF_COOKIE_HTTPONLY)
answer = HttpResponse()
Messages(SimpleNamespace(session={}))._store([Message(20, "Saved.")], answer)
remember_language(answer, "de")
mark(answer, SimpleNamespace(token="a", number=1))
for cookie in answer.cookies.values():
    print(cookie.key, bool(cookie["secure"]), cookie["path"], cookie["domain"] or None,
          bool(cookie["httponly"]))
"""


def cookies_at(site_url: str) -> list[str]:
    """Return what another process, which is the site of this address, says of its cookies."""
    env = os.environ | {"SITE_URL": site_url, "DJANGO_SETTINGS_MODULE": "config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", ASKS], cwd=BASE_DIR, env=env, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("site_url", "names", "secure"),
    [
        (
            "https://films.example",
            (
                "__Host-lichtspiel",
                "__Host-csrf",
                "__Host-messages",
                "__Host-desk-language",
                "__Host-lichtspiel-saved",
            ),
            True,
        ),
        (
            "http://localhost:8000",
            ("sessionid", "csrftoken", "messages", "desk-language", "lichtspiel-saved"),
            False,
        ),
    ],
)
def test_cookies_are_of_this_host_alone(site_url, names, secure):
    session, csrf, messages, language, arrived = names
    assert cookies_at(site_url) == [
        f"{session} {secure} / None True",
        f"{csrf} {secure} / None True",
        f"{messages} {secure} / None True",
        f"{language} {secure} / None True",
        f"{arrived} {secure} / None False",  # kept.js reads it
    ]
