"""Who takes part in the request bench, and how each is started."""

import json
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.requests.processes import Server, free_port, start_gunicorn, start_nginx
from bench.requests.site import FILM_PAGE

CACHE_MB = "32"
HEAD_OF_SERVER = {"server", "date", "connection", "transfer-encoding"}


@dataclass(frozen=True)
class Page:
    """An answer of ours as it was sent."""

    head: list[tuple[str, str]]
    body: bytes


@contextmanager
def all_servers(folder: Path, environment: dict[str, str]) -> Iterator[dict[str, Server]]:
    """Start all; those that nobody asks cost next to nothing meanwhile."""
    with ExitStack() as stack:

        def add(server: Server) -> Server:
            stack.callback(server.stop)
            servers[server.name] = server
            return server

        servers: dict[str, Server] = {}
        cached = add(start_gunicorn("ours", "config.wsgi", _with(environment, CACHE_MB)))
        add(start_gunicorn("uncached", "config.wsgi", _with(environment)))
        page = fetch(cached.port, FILM_PAGE)
        _add_others(add, folder, environment, cached, page)
        yield servers


def _add_others(add, folder, environment, cached, page) -> None:  # type: ignore[no-untyped-def]
    body = folder / "page.html"
    body.write_bytes(page.body)
    short = [pair for pair in page.head if pair[0].lower().startswith("content-")]
    short = [pair for pair in short if pair[0].lower() != "content-security-policy"]
    for name, head in (("bare WSGI", short), ("bare WSGI, our headers", page.head)):
        words = {**environment, "BENCH_BODY": str(body), "BENCH_HEAD": json.dumps(head)}
        add(start_gunicorn(name, "bench.requests.bare", words))
    for name, settings in (
        ("Django's cache", "django_cache"),
        ("Django's cache, outside", "django_cache_outside"),
    ):
        words = {**_with(environment), "DJANGO_SETTINGS_MODULE": f"bench.requests.{settings}"}
        add(start_gunicorn(name, "config.wsgi", words))
    words = {**environment, "DJANGO_SETTINGS_MODULE": "bench.requests.five.settings"}
    add(start_gunicorn("five queries", "bench.requests.five.wsgi", words))
    add(start_nginx("nginx, file", folder, free_port(), _static(body)))
    add(start_nginx("nginx, proxy_cache", folder, free_port(), _proxy(cached.port), _kept(folder)))


def _with(environment: dict[str, str], megabytes: str = "0") -> dict[str, str]:
    return {**environment, "PAGE_CACHE_MB": megabytes}


def _static(body: Path) -> str:
    return (f"location / {{ root {body.parent}; try_files /{body.name} =404; "
            "default_type text/html; add_header Content-Encoding gzip; }")  # fmt: skip


def _kept(folder: Path) -> str:
    return f"proxy_cache_path {folder}/kept levels=1:2 keys_zone=pages:8m inactive=10s;"


def _proxy(port: int) -> str:
    """As deploy/nginx keeps pages: a second at most, by encoding, one question at a time."""
    return f"""
    location / {{
      proxy_pass http://127.0.0.1:{port}; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_set_header Host 127.0.0.1:{port}; proxy_buffers 8 32k;
      proxy_cache pages; proxy_cache_key $uri$is_args$args$http_accept_encoding;
      proxy_cache_valid 200 1s; proxy_cache_lock on; proxy_cache_use_stale updating;
      proxy_ignore_headers Cache-Control Expires; proxy_cache_background_update on;
    }}"""


def fetch(port: int, path: str) -> Page:
    """Ask for a page with gzip. Raises OSError for an answer that is none."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}")
    request.add_header("Accept-Encoding", "gzip")
    with urllib.request.urlopen(request, timeout=60) as answer:
        head = [pair for pair in answer.getheaders() if pair[0].lower() not in HEAD_OF_SERVER]
        return Page(head, answer.read())
