"""Queries of Django's connection while one page is asked for, in this process."""

import io
import sys
from collections.abc import Callable, Iterable
from typing import Any


def count_queries(
    path: str, change: Callable[[], None] | None = None, is_cached: bool = False
) -> int:
    """Count those of the second answer; `change` happens in between, `is_cached` asks the cache."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    application = _application(is_cached)
    _ask(application, path)
    if change:
        change()
    with CaptureQueriesContext(connection) as queries:
        _ask(application, path)
        return len(queries)


def _application(is_cached: bool) -> Any:
    from config import wsgi

    return wsgi.application if is_cached else wsgi.django_application


def _ask(application: Any, path: str) -> None:
    told: list[str] = []

    def start_response(status: str, head: Iterable[tuple[str, str]], *_rest: object) -> None:
        told.append(status)

    body = application(_environ(path), start_response)
    list(body)
    getattr(body, "close", lambda: None)()
    if told != ["200 OK"]:
        raise RuntimeError(f"{path} answers {told}")


def _environ(path: str) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "SCRIPT_NAME": "", "QUERY_STRING": "",
        "SERVER_NAME": "testserver", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "testserver", "HTTP_ACCEPT_ENCODING": "gzip", "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0), "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr, "wsgi.multithread": False, "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }  # fmt: skip
