"""Links of the press where several workers serve the site, on both databases."""

import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

import pytest
from django.conf import settings

from tests.bad_input.world import Server
from tests.press.links_site import LIMIT

WORKERS, AT_ONCE = 3, 20


@pytest.fixture(params=["sqlite", "postgres"])
def site(request, migrated, tmp_path):
    """A server, and the process that has made its links and revokes one."""
    is_sqlite = request.param == "sqlite"
    url = f"sqlite:///{migrated}" if is_sqlite else (
        request.getfixturevalue("postgres").migrated_database())  # fmt: skip
    variables = {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": url,
        "MEDIA_ROOT": str(tmp_path / "media"),
        "STATIC_ROOT": str(tmp_path / "static"),
        "SECRET_KEY": "only-for-this-run",
        "SITE_URL": "http://127.0.0.1:8000",
        "LOG_LEVEL": "CRITICAL",
    }
    maker = subprocess.Popen(
        [sys.executable, "-m", "tests.press.links_site"], cwd=settings.BASE_DIR, text=True,
        env={**os.environ, **variables}, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    tokens = maker.stdout.readline().split()
    # Without static files, which production wants to be collected.
    server = Server(output=tmp_path / "log", **variables, WORKERS=str(WORKERS), DEBUG="1")
    yield server, maker, tokens
    server.stop()
    maker.kill()
    maker.wait()


def ask(server: Server, token: str) -> int:
    """Return the status of the link's page; each asks over a connection of its own."""
    connection = HTTPConnection(server.host, timeout=120)
    connection.request("GET", f"/press/{token}/")
    status = connection.getresponse().status
    connection.close()
    return status


def ask_at_once(server: Server, token: str) -> Counter:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return Counter(pool.map(lambda _number: ask(server, token), range(AT_ONCE)))


def test_limit_holds_for_many_at_once_and_revoking_for_all_workers_at_once(site):
    server, maker, (token, limited) = site
    assert ask_at_once(server, token) == {200: AT_ONCE}
    assert ask_at_once(server, limited) == {200: LIMIT, 410: AT_ONCE - LIMIT}
    assert ask(server, limited) == 410

    maker.stdin.write("\n")
    maker.stdin.flush()
    assert maker.stdout.readline() == "revoked\n"
    assert ask_at_once(server, token) == {410: AT_ONCE}
    assert ask(server, token) == 410
