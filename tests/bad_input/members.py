"""Members of the desk with the roles of the house, each in a browser of his or her own."""

from dataclasses import dataclass
from functools import lru_cache
from http.client import HTTPConnection, HTTPMessage
from typing import Any
from urllib.parse import urlencode

import html5lib

from tests.bad_input.world import Server

PASSWORD = "test-pass-1"
TIMEOUT = 60  # seconds
BOUNDARY = "lichtspiel-bad-input"
Fields = list[tuple[str, str]]
Files = list[tuple[str, str, bytes]]  # field, name, content


@dataclass(frozen=True)
class Answer:
    status: int
    headers: HTTPMessage
    text: str

    @property
    def location(self) -> str:
        return self.headers.get("Location", "")


class Member:
    """A browser with the session of one account: it sends what it is told, and follows nothing."""

    def __init__(self, server: Server, name: str = "", password: str = PASSWORD) -> None:
        """Log in as `name`; without one, stay a stranger."""
        self.server, self.cookies = server, {"language": "en"}
        self.get("/admin/login/")
        if name:
            answer = self.post("/admin/login/", [("username", name), ("password", password)])
            if answer.status != 302:
                raise AssertionError(f"{name} cannot log in: {answer.status}")

    @classmethod
    def passing(cls, server: Server) -> "Member":
        """Return a visitor who has not been here before."""
        visitor = cls.__new__(cls)
        visitor.server, visitor.cookies = server, {}
        return visitor

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {})

    def post(self, path: str, fields: Fields | dict[str, str], **headers: str) -> Answer:
        """Send a form as `application/x-www-form-urlencoded`."""
        pairs = list(fields.items()) if isinstance(fields, dict) else fields
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urlencode(pairs).encode(), kind | headers)

    def upload(self, path: str, fields: Fields, files: Files) -> Answer:
        """Send a form as `multipart/form-data`."""
        kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        return self._ask("POST", path, parts(fields, files), kind)

    def send_raw(self, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        return self._ask("POST", path, body, headers)

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        token = {"X-CSRFToken": self.cookies.get("csrftoken", "")}
        connection = HTTPConnection("127.0.0.1", self.server.port, timeout=TIMEOUT)
        try:
            connection.request(method, path, body, {"Cookie": cookies} | token | headers)
            answer = connection.getresponse()
            self._keep(answer.headers)
            return Answer(answer.status, answer.headers, answer.read().decode("utf-8", "replace"))
        finally:
            connection.close()

    def _keep(self, headers: HTTPMessage) -> None:
        for line in headers.get_all("Set-Cookie", []):
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value


def parts(fields: Fields, files: Files) -> bytes:
    """Return a body of RFC 7578."""
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="%s"'
    body = [f"{head % name}\r\n\r\n{value}\r\n".encode() for name, value in fields]
    for name, file, content in files:
        kind = "Content-Type: application/octet-stream"
        body += [f'{head % name}; filename="{file}"\r\n{kind}\r\n\r\n'.encode(), content, b"\r\n"]
    return b"".join([*body, f"--{BOUNDARY}--\r\n".encode()])


def fields_of(page: str, name: str = "") -> dict[str, str]:
    """Return what a browser would send of the first form of a page that has a field `name`."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    found: list[dict[str, str]] = [_sent(form) for form in tree.iter("form")]
    return next(form for form in found if name in form or not name)


def _sent(form: Any) -> dict[str, str]:
    sent: dict[str, str] = {}
    for field in form.iter():
        name, kind = field.get("name"), field.get("type", "")
        if not name or name == "csrfmiddlewaretoken" or field.get("disabled") is not None:
            continue
        if field.tag == "textarea":
            sent[name] = "".join(field.itertext()).removeprefix("\n")
        elif field.tag == "select":
            chosen = [o for o in field.iter("option") if o.get("selected") is not None]
            options = chosen or list(field.iter("option"))[: field.get("multiple") is None]
            sent |= [(name, option.get("value", "")) for option in options]
        elif field.tag == "input" and kind in ("checkbox", "radio"):
            sent |= {name: field.get("value", "on")} if field.get("checked") is not None else {}
        elif field.tag == "input" and kind not in ("submit", "file", "button", "image"):
            sent[name] = field.get("value", "")
    return sent


@lru_cache(maxsize=64)
def member(server: Server, role: str, name: str = "") -> Member:
    """Return somebody of this role, logged in; a translator writes German. "" is a stranger."""
    from django.contrib.auth import get_user_model

    from tests.factories import make_member

    name = name or f"{role}-of-the-house"
    if not get_user_model().objects.filter(username=name).exists():
        make_member(role, name, languages=["de"])
    return Member(server, name)
