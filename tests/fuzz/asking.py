"""Requests to the WSGI application as gunicorn hands them over, page cache and all."""

import io
import json
import re
import sys
import traceback
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

from django.core.signals import got_request_exception, request_finished, request_started
from django.db import close_old_connections

from tests.fuzz.guarding import kind_of

HOST = "testserver"
# Where it stands in an answer unescaped, a script could stand.
MARK = "<fuzz>"
# gunicorn refuses them in a header.
NEVER = re.compile(r"[\0\r\n]")
Asked = dict[str, Any]


@dataclass
class Answer:
    """`failed` is the traceback of what the site did not expect."""

    status: int = 0
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""
    failed: str = ""

    def get(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


def write_case(**asked: Any) -> bytes:
    """Return a request as a case: method, path with its query, headers, body, all in Latin-1."""
    return json.dumps(asked, ensure_ascii=False).encode("utf-8", "surrogatepass")


def read_case(case: bytes) -> Asked | None:
    """Return the request; None for what minimising has left of one."""
    try:
        asked = json.loads(case)
    except ValueError:
        return None
    if not isinstance(asked, dict) or not isinstance(asked.get("path"), str):
        return None
    headers = asked.get("headers", {})
    return asked if isinstance(headers, dict) and asked["path"].startswith("/") else None


def environ_of(asked: Asked) -> dict[str, Any]:
    path, _, query = asked["path"].partition("?")
    body = str(asked.get("body", "")).encode("latin-1", "replace")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": asked.get("method", "GET"),
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path.encode("latin-1", "replace")).decode("latin-1"),
        "QUERY_STRING": query.encode("latin-1", "replace").decode("latin-1"),
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": HOST,
        "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in asked.get("headers", {}).items():
        key = re.sub(r"[^A-Z0-9]", "_", str(name).upper())
        key = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"
        environ[key] = NEVER.sub("", str(value)).encode("latin-1", "replace").decode("latin-1")
    return environ


@cache
def applications() -> tuple[Any, Any]:
    """Return the site with its page cache and without."""
    from config.wsgi import application, django_application

    got_request_exception.connect(_note, weak=False)
    # As Django's own test client: the end of a request does not close what a case has open.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    return application, django_application


_failed: list[str] = []


def _note(**_given: Any) -> None:
    error = sys.exc_info()[1]
    if error is not None:
        _failed.append(f"{kind_of(error)}\n{traceback.format_exc(limit=-6)}")


def ask(asked: Asked, is_cached: bool = True) -> Answer:
    """Send a request and read the answer to its end."""
    application = applications()[0 if is_cached else 1]
    answer = Answer()
    _failed.clear()

    def start_response(status: str, headers: list[tuple[str, str]], _info: Any = None) -> None:
        answer.status, answer.headers = int(status.split()[0]), list(headers)

    try:
        pieces = application(environ_of(asked), start_response)
        try:
            answer.body = b"".join(pieces)
        finally:
            getattr(pieces, "close", lambda: None)()
    except Exception:
        _note()
    answer.failed = _failed[-1] if _failed else ""
    return answer


def judge(asked: Asked, answer: Answer) -> str:
    """Return what no answer may be, whatever was asked."""
    if answer.failed:
        return answer.failed
    if not 200 <= answer.status < 500:
        return f"status {answer.status}"
    for name, value in answer.headers:
        if NEVER.search(name + value):
            return f"a header of two lines: {name}"
    if location := answer.get("Location"):
        target = urlsplit(re.sub(r"[\t\r\n]", "", location.strip()).replace("\\", "/"))
        if target.scheme not in ("", "http", "https") or target.netloc not in ("", HOST):
            return f"leads off the site\n{location}"
    if answer.get("Content-Type").startswith("text/html"):
        if MARK.encode() in answer.body:
            return "the answer repeats what was sent, as it was sent"
        if answer.status != 400 and "default-src" not in answer.get("Content-Security-Policy"):
            return "a page without its policy"
    return ""


def print_answer(case: bytes) -> None:
    """For whoever looks into a finding."""
    asked = read_case(case)
    print(ask(asked) if asked else "no request", file=sys.stderr)
