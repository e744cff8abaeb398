"""A Redis server for tests: on a free port of this machine, in memory alone, thrown away.

The fixture `redis_server` is the server, `redis_server.new_url()` the `CACHE_URL` of an empty
database of it. `start()` and `stop()` do the same outside pytest.
"""

import os
import shutil

import pytest

from tests.ports import free_ports
from tests.server_process import ServerProcess

PROGRAM = "redis-server"
MISSING = f"No {PROGRAM} is on the PATH; CONTRIBUTING.md names its package."
START_SECONDS = 30
DATABASES = 4096
IN_MEMORY = ["--save", "", "--appendonly", "no", "--databases", str(DATABASES)]


class Server(ServerProcess):
    """One server, which can be stopped and started again at the same address."""

    def __init__(self) -> None:
        super().__init__("redis-")
        (self.port,) = free_ports(1)
        self.number = -1
        self.start()

    def start(self) -> None:
        port = ["--port", str(self.port), "--bind", "127.0.0.1"]
        self.run([PROGRAM, *port, "--dir", self.folder, *IN_MEMORY])
        self.wait_for(self._answers, START_SECONDS)

    def new_url(self) -> str:
        """Return the `CACHE_URL` of a database that nobody has used."""
        self.number = (self.number + 1) % DATABASES
        return f"redis://127.0.0.1:{self.port}/{self.number}"

    def _answers(self) -> bool:
        import redis

        try:
            return bool(redis.Redis(port=self.port, socket_timeout=1).ping())
        except redis.RedisError:
            return False


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
