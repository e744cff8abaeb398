"""An error on a page behind a link: neither log nor mail tells the link."""

import io
import logging

import pytest
from django.conf import settings
from django.core import mail
from django.test import RequestFactory, override_settings
from django.urls import resolve
from django.utils.module_loading import import_string

TOKEN = "Aa-9_" * 9
PASS = "7.1799000000." + "aB-_9678" * 5 + "abc"
ADDRESS = f"/press/{TOKEN}/"


class Broken(Exception):
    """An error that quotes what it was asked for."""


@pytest.fixture
def record():
    """What Django logs when a view fails."""
    request = RequestFactory().get(ADDRESS, {"pass": PASS})
    request.resolver_match = resolve(ADDRESS)
    try:
        token = request.path.split("/")[2]
        raise Broken(f"Nothing at {request.path}, says {token}")
    except Broken as error:
        info = (type(error), error, error.__traceback__)
    message = "Internal Server Error: %s"
    made = logging.LogRecord("django.request", logging.ERROR, "", 1, message, (ADDRESS,), info)
    made.request = request
    return made


@override_settings(ADMINS=[("Ana", "ana@example.com")], DEBUG=False)
def test_mail_about_an_error_keeps_the_link_secret(record):
    name = settings.LOGGING["handlers"]["mail_admins"]["class"]
    import_string(name)(include_html=True).emit(record)
    (sent,) = mail.outbox
    whole = sent.message().as_string() + sent.body + sent.alternatives[0][0]
    assert "Nothing at /press/*/, says *" in sent.body
    assert [secret for secret in (TOKEN, PASS) if secret in whole] == []


@override_settings(ADMINS=[], DEBUG=False)
def test_nobody_gets_mail_where_nobody_is_named(record):
    import_string(settings.LOGGING["handlers"]["mail_admins"]["class"])().emit(record)
    assert mail.outbox == []


def test_traceback_in_the_log_keeps_the_address_secret(record):
    plain = {**settings.LOGGING["formatters"]["plain"]}
    formatter = import_string(plain.pop("()"))(plain.pop("format"), **plain)
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(formatter)
    handler.emit(record)
    assert "Broken: Nothing at /press/*/, says" in written.getvalue()
    assert ADDRESS not in written.getvalue()
