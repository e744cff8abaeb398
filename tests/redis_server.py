"""A Redis server for tests: on a free port of this machine, in memory alone, thrown away.

The fixture `redis_server` is the server, `redis_server.new_url()` the `CACHE_URL` of an empty
database of it. `start()` and `stop()` do the same outside pytest.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from tests.ports import free_ports

PROGRAM = "redis-server"
MISSING = f"No {PROGRAM} is on the PATH; CONTRIBUTING.md names its package."
START_SECONDS = 30
DATABASES = 4096
IN_MEMORY = ["--save", "", "--appendonly", "no", "--databases", str(DATABASES)]


class Server:
    """One server, which can be stopped and started again at the same address."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="redis-", dir="/tmp"))
        (self.port,) = free_ports(1)
        self.number = -1
        self.process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [PROGRAM, "--port", str(self.port), "--bind", "127.0.0.1",
                 "--dir", self.folder, *IN_MEMORY], stdout=log, stderr=log,
            )  # fmt: skip
        self._wait()

    def new_url(self) -> str:
        """Return the `CACHE_URL` of a database that nobody has used."""
        self.number = (self.number + 1) % DATABASES
        return f"redis://127.0.0.1:{self.port}/{self.number}"

    def pause(self) -> None:
        """Let it hang: it takes connections and answers nothing."""
        assert self.process is not None
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait(timeout=30)
            self.process = None

    def throw_away(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _wait(self) -> None:
        import redis

        client = redis.Redis(port=self.port, socket_timeout=1)
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.process and self.process.poll() is None:
            try:
                client.ping()
                return
            except redis.RedisError:
                time.sleep(0.02)
        raise RuntimeError((self.folder / "log").read_text())


_running: list[Server] = []


def start() -> Server:
    """Return the one server of this process, started when it is first asked for."""
    if not _running:
        _running.append(Server())
    return _running[0]


def stop() -> None:
    while _running:
        _running.pop().throw_away()


@pytest.fixture(scope="session")
def redis_server():
    """The server; a machine that has none skips, a build server fails."""
    if shutil.which(PROGRAM) is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    yield start()
    stop()
