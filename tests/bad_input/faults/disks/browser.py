"""An editor's browser without pages: it reads forms, fills them in and sends files."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

import html5lib

from tests.bad_input.world import EDITOR, PASSWORD, Server

TIMEOUT = 90  # seconds
LOGIN = "/admin/login/"
Files = Mapping[str, tuple[str, bytes]]


@dataclass(frozen=True)
class Answer:
    """`seconds` is what Retry-After asks for, '' if it is not there."""

    status: int
    headers: Message
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")

    @property
    def seconds(self) -> str:
        return str(self.headers.get("Retry-After", ""))

    @property
    def state(self) -> dict[str, Any]:
        """What was said to a script."""
        return dict(json.loads(self.body))


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_given: Any) -> None:
        return None


class Browser:
    """Speaks German, so that a message in English is seen to be one."""

    def __init__(self, server: Server) -> None:
        self.server, self.base = server, f"http://{server.host}"
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()), _Stay())

    def log_in(self) -> Answer:
        fields = self.fields(LOGIN) | {"username": EDITOR, "password": PASSWORD}
        return self.post(LOGIN, fields)

    def get(self, path: str) -> Answer:
        return self._ask(Request(self.base + path))

    def fields(self, path: str) -> dict[str, str]:
        """Return what the first form with a token on this page would send as it stands."""
        return read_form(self.get(path).text)

    def post(
        self, path: str, fields: Mapping[str, str], files: Files | None = None, **headers: str
    ) -> Answer:
        kind, body = _packed(fields, files)
        asked = Request(self.base + path, body, {"Content-Type": kind, **headers})
        return self._ask(asked)

    def _ask(self, asked: Request) -> Answer:
        asked.add_header("Accept-Language", "de")
        try:
            with self._opener.open(asked, timeout=TIMEOUT) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except HTTPError as answer:
            with answer:
                return Answer(answer.code, answer.headers, answer.read())


def _packed(fields: Mapping[str, str], files: Files | None) -> tuple[str, bytes]:
    """Return the type and the body of a form."""
    if not files:
        return "application/x-www-form-urlencoded", urlencode(fields).encode()
    line = uuid.uuid4().hex
    parts = [_part(line, f'name="{name}"', value.encode()) for name, value in fields.items()]
    parts += [
        _part(line, f'name="{name}"; filename="{file}"', data, "application/octet-stream")
        for name, (file, data) in files.items()
    ]
    return f"multipart/form-data; boundary={line}", b"".join([*parts, f"--{line}--\r\n".encode()])


def _part(line: str, told: str, data: bytes, kind: str = "") -> bytes:
    head = f"--{line}\r\nContent-Disposition: form-data; {told}\r\n"
    head += f"Content-Type: {kind}\r\n" if kind else ""
    return head.encode() + b"\r\n" + data + b"\r\n"


def read_form(page: str) -> dict[str, str]:
    """Return the fields of the form on a page that has most of them."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    found = [_fields(form) for form in tree.iter("form") if _is_ours(form)]
    if not found:
        raise AssertionError(f"no form: {page[:300]}")
    return max(found, key=len)


def _is_ours(form: Any) -> bool:
    return any(field.get("name") == "csrfmiddlewaretoken" for field in form.iter("input"))


def _fields(form: Any) -> dict[str, str]:
    fields = {}
    for field in form.iter():
        name = field.get("name")
        if not name or "disabled" in field.attrib:
            continue
        value = _value(field)
        if value is not None:
            fields[name] = value
    return fields


def _value(field: Any) -> str | None:
    if field.tag == "textarea":
        return (field.text or "").removeprefix("\n")
    if field.tag == "select":
        chosen = [one.get("value", "") for one in field.iter("option") if "selected" in one.attrib]
        return chosen[0] if chosen else None
    if field.tag != "input" or field.get("type") in ("submit", "file", "button", "image"):
        return None
    if field.get("type") in ("checkbox", "radio"):
        return field.get("value", "on") if "checked" in field.attrib else None
    return str(field.get("value", ""))
