"""What Django answered, and whether everybody may have the same."""

import gzip
from collections.abc import Iterable
from typing import Any

from config.page_cache.bodies import OK, Headers, Page, StartResponse, make_page

# Responses that name more than this differ from reader to reader.
SAME_FOR_ALL = frozenset(("", "accept-encoding"))
FOR_ONE = ("private", "no-store")


class Answer:
    """A response of Django of which nothing was sent yet. Whoever keeps it closes it."""

    def __init__(self, application: Any, environ: dict[str, Any]) -> None:
        self.status = ""
        self.headers: Headers = []
        self._response: Any = application(environ, self._start)

    def _start(self, status: str, headers: Headers, exc_info: Any = None) -> None:
        self.status, self.headers = status, headers

    @property
    def is_for_all(self) -> bool:
        """Tell whether any other visitor who asks now may have the same."""
        varies = {name.strip().lower() for name in self._header("vary").split(",")}
        kept = self._header("cache-control").lower()
        return (
            self.status == OK
            and not getattr(self._response, "streaming", True)
            and varies <= SAME_FOR_ALL
            and not any(word in kept for word in FOR_ONE)
            and not self._header("set-cookie")
            and self._header("content-encoding") in ("", "gzip")
        )

    def page(self) -> Page:
        """Return what is kept of it."""
        content = b"".join(self._response)
        if self._header("content-encoding"):
            return make_page(self.headers, gzip.decompress(content), packed=content)
        return make_page(self.headers, content)

    def send(self, start_response: StartResponse) -> Iterable[bytes]:
        """Pass it on as it is; the server closes it."""
        start_response(self.status, self.headers)
        response: Iterable[bytes] = self._response
        return response

    def close(self) -> None:
        """End the request: Django lets go of its database."""
        if hasattr(self._response, "close"):
            self._response.close()

    def _header(self, name: str) -> str:
        """Return all values of a header with commas, '' if there is none."""
        return ", ".join(value for key, value in self.headers if key.lower() == name)
