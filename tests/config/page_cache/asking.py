"""Requests as a WSGI server hands them over, and what it would send."""

import io
import sys
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Answered:
    status: str
    headers: dict[str, str]
    body: bytes


def environ_of(address: str, **more: Any) -> dict[str, Any]:
    """Return a GET of this path and query; `more` are other variables of WSGI (PEP 3333)."""
    path, _, query = address.partition("?")
    return {
        "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": path, "QUERY_STRING": query,
        "SERVER_NAME": "testserver", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "testserver", "REMOTE_ADDR": "127.0.0.1", "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr,
        "wsgi.multithread": True, "wsgi.multiprocess": True, "wsgi.run_once": False, **more,
    }  # fmt: skip


def ask(application: Any, address: str, **more: Any) -> Answered:
    told: list[Any] = []
    response = application(environ_of(address, **more), lambda *line: told.append(line))
    try:
        body = b"".join(response)
    finally:
        if hasattr(response, "close"):
            response.close()
    ((status, headers, *_rest),) = told
    return Answered(status, dict(headers), body)
