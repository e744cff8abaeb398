"""Addresses that let somebody in are in no log."""

import logging

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from config.log_secrets import EscapeControls, HideSecrets, hide_secrets
from editorial.sharing import make_link, revoke_link
from tests.factories import FilmFactory


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (reverse("shared_preview", args=["tok-en_1"]), "/preview/*/"),
        (reverse("desk_accept_invitation", args=["tok-en_1"]), "/admin/invitation/*/"),
        (
            reverse("account_reset_password_from_key", args=["1", "abc-123"]),
            "/admin/account/reset/*/",
        ),
        (reverse("shared_press", args=["Aa-9_" * 9]), "/press/*/"),
        ("/de/press/feed.xml", "/de/press/feed.xml"),
        (
            "/media/x.jpg?as=a.jpg&pass=7.1799000000." + "aB-_9678" * 5 + "abc",
            "/media/x.jpg?as=a.jpg&pass=*",
        ),
        ("/en/search/?q=pass", "/en/search/?q=pass"),
        ("/preview/tok-en_1", "/preview/*"),
        ("/preview/tok-en_1?language=de", "/preview/*?language=de"),
        ("GET /preview/tok/ 200, /preview/en/", "GET /preview/*/ 200, /preview/*/"),
        ("/en/preview-of-a-film/", "/en/preview-of-a-film/"),
        ("/admin/films/film/3/preview/", "/admin/films/film/3/preview/"),
    ],
)
def test_secret_piece_of_an_address_is_hidden(path, shown):
    assert hide_secrets(path) == shown


@pytest.fixture
def lines():
    """What the program's own log writes."""
    written = []
    handler = logging.Handler()
    handler.emit = lambda record: written.append(record.getMessage())
    for name in settings.LOGGING["handlers"]["console"]["filters"]:
        assert settings.LOGGING["filters"][name] == {"()": "config.log_secrets.HideSecrets"}
        handler.addFilter(HideSecrets())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


@pytest.mark.django_db
def test_answers_of_links_are_logged_without_their_tokens(client, lines):
    link, token = make_link(FilmFactory().record, None, timezone.now())
    revoke_link(link)
    client.get(reverse("shared_preview", args=[token]))
    client.get(reverse("shared_preview", args=[token + "x"]))
    client.get(reverse("shared_preview", args=[token]), {f"a{n}": "1" for n in range(300)})
    client.get("/en/nothing/100%/")
    assert lines == [
        "Gone: /preview/*/",
        "Not Found: /preview/*/",
        "Bad Request: /preview/*/",
        "Not Found: /en/nothing/100%/",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("GET /PRESS/" + "a" * 43 + "/", "GET /PRESS/*/"),
        ("GET /press//" + "a" * 43 + "/", "GET /press//*/"),
        ("GET /Preview/abc/", "GET /Preview/*/"),
        ("GET /de/press/feed.xml", "GET /de/press/feed.xml"),
    ],
)
def test_secret_of_an_address_typed_wrong_is_hidden(text, told):
    assert hide_secrets(text) == told


def test_address_writes_no_line_of_its_own():
    record = logging.makeLogRecord({"msg": "GET %s", "args": ("/a\n[now] GET /b\x1b[31m\u2028ä",)})
    assert EscapeControls().filter(record)
    assert record.getMessage() == "GET /a\\n[now] GET /b\\x1b[31m\\u2028ä"
