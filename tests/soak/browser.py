"""An editor's browser that waits longer than tests do."""

from collections.abc import Mapping
from email.message import Message
from http.client import HTTPException
from http.client import HTTPMessage as Headers
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request

from tests.bad_input.redirects import TOKEN, Visitor
from tests.kills.browser import FormReader

LOGIN = "/admin/login/"
# Longer than whoever waits for the database.
TIMEOUT = 60  # seconds
Fields = list[tuple[str, str]]
Answer = tuple[int, Message, bytes]


class Browser(Visitor):
    """0 is the status of an answer that did not come."""

    def ask(
        self, path: str, sent: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        request = Request(self.base + path, sent, dict(headers or {}))
        try:
            with self._opener.open(request, timeout=TIMEOUT) as answer:
                return answer.status, answer.headers, answer.read()
        except HTTPError as answer:
            with answer:
                return answer.code, answer.headers, answer.read()
        except (OSError, HTTPException):
            return 0, Headers(), b""

    def enter(self, name: str, password: str) -> None:
        status, _headers = self.post(LOGIN, {"username": name, "password": password}, LOGIN)
        if status != 302:
            raise RuntimeError(f"{name} cannot log in: {status}")

    def read_form(self, path: str) -> Fields | None:
        """Return what would be sent if nobody changed anything; None if the page did not come."""
        status, _headers, page = self.ask(path)
        if status != 200:
            return None
        reader = FormReader()
        reader.feed(page.decode())
        return reader.fields

    def save(self, path: str, fields: Fields) -> tuple[int, bytes]:
        status, _headers, body = self.ask(path, urlencode(fields).encode())
        return status, body

    def upload(self, path: str, fields: Mapping[str, str], data: bytes) -> tuple[int, bytes]:
        """Send a form with a picture as `upload` (RFC 7578)."""
        found = TOKEN.search(self.ask(path)[2])
        if found is None:
            return 0, b""
        sent = {**fields, "csrfmiddlewaretoken": found[1].decode()}
        edge = "lichtspiel-soak"
        head = f'--{edge}\r\nContent-Disposition: form-data; name="'
        pieces = [f'{head}{name}"\r\n\r\n{value}\r\n'.encode() for name, value in sent.items()]
        file = f'{head}upload"; filename="still.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'.encode()
        body = b"".join([*pieces, file, data, f"\r\n--{edge}--\r\n".encode()])
        kind = {"Content-Type": f"multipart/form-data; boundary={edge}"}
        status, _headers, page = self.ask(path, body, kind)
        return status, page
