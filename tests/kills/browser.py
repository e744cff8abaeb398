"""An editor's browser whose server may be killed at any moment."""

from collections.abc import Iterator
from html.parser import HTMLParser
from http.client import HTTPException
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request

from tests.bad_input.redirects import TOKEN, Visitor

SECONDS = 60
EDGE = "----lichtspiel-kills"
# What a connection says whose other end is killed.
CUT_OFF = (OSError, HTTPException)


class Browser(Visitor):
    """Keeps cookies; 0 is the status of an answer that did not come."""

    def fetch(self, path: str, data: Any = None, **headers: str) -> tuple[int, bytes]:
        request = Request(self.base + path, data, headers)
        try:
            with self._opener.open(request, timeout=SECONDS) as answer:
                return answer.status, answer.read()
        except HTTPError as answer:
            with answer:
                return answer.code, answer.read()
        except CUT_OFF:
            return 0, b""

    def read_form(self, path: str) -> list[tuple[str, str]]:
        """Return what a browser would send back if nobody changed anything."""
        status, page = self.fetch(path)
        assert status == 200, f"{path} answers {status}"
        reader = FormReader()
        reader.feed(page.decode())
        return reader.fields

    def save(self, path: str, fields: list[tuple[str, str]]) -> int:
        return self.fetch(path, urlencode(fields).encode())[0]

    def send_file(self, path: str, file: Path, token: str) -> int:
        """Upload a file as `upload`; the token goes as scripts send it."""
        body = Sent(file)
        return self.fetch(
            path, body, **{"Content-Type": f"multipart/form-data; boundary={EDGE}",
                           "Content-Length": str(body.length), "X-CSRFToken": token},
        )[0]  # fmt: skip

    def token_of(self, path: str) -> str:
        found = TOKEN.search(self.fetch(path)[1])
        assert found, f"{path} has no form"
        return found[1].decode()


class Sent:
    """The body of a form with one file, read from the disk while it is sent."""

    def __init__(self, file: Path) -> None:
        head = (f'--{EDGE}\r\nContent-Disposition: form-data; name="upload"; '
                f'filename="{file.name}"\r\nContent-Type: video/mp4\r\n\r\n')  # fmt: skip
        tail = f"\r\n--{EDGE}--\r\n"
        self.length = len(head) + file.stat().st_size + len(tail)
        self._parts: list[BytesIO | BufferedReader] = [
            BytesIO(head.encode()), file.open("rb"), BytesIO(tail.encode()),
        ]  # fmt: skip

    def read(self, size: int) -> bytes:
        while self._parts:
            if data := self._parts[0].read(size):
                return data
            self._parts.pop(0).close()
        return b""

    def __iter__(self) -> Iterator[bytes]:
        while data := self.read(64 * 1024):
            yield data


class FormReader(HTMLParser):
    """Collects the fields of all forms of a page, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self._name = ""
        self._text = ""
        self._kind = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        name = values.get("name", "")
        if tag == "input":
            self._take_input(name, values)
        elif tag in ("textarea", "select"):
            self._name, self._kind, self._text = name, tag, ""
        elif tag == "option" and "selected" in values and self._kind == "select":
            self.fields.append((self._name, values.get("value", "")))

    def _take_input(self, name: str, values: dict[str, str]) -> None:
        kind = values.get("type", "text")
        is_off = kind in ("checkbox", "radio") and "checked" not in values
        if name and not is_off and kind not in ("submit", "file", "button", "image"):
            without = "on" if kind in ("checkbox", "radio") else ""
            self.fields.append((name, values.get("value", without)))

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._name:
            self.fields.append((self._name, self._text.removeprefix("\n")))
        if tag in ("textarea", "select"):
            self._name = self._kind = ""
