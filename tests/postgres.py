"""A PostgreSQL server for tests: made in a temporary folder, reached by a socket, thrown away.

Each worker of a parallel run has its own. The fixture `postgres` is the server,
`postgres.new_database()` the `DATABASE_URL` of an empty database, `postgres.migrated_database()`
that of one in which the migrations have run.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from tests.migrated import migrate

USER = "lichtspiel"
# Nobody needs these databases after a power cut.
HASTE = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
NO_NETWORK = ["-c", "listen_addresses="]
START_SECONDS = 60


class Server:
    """One running server; `folder` holds its data and its socket."""

    def __init__(self, programs: Path) -> None:
        self.programs = programs
        # A short path: the name of a socket may have 107 bytes.
        self.folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
        self.number = 0
        self.is_migrated = False
        # The server refuses to run as root.
        self.account = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
        if self.account:
            shutil.chown(self.folder, "postgres", "postgres")
        data = self.folder / "data"
        self._run("initdb", "--pgdata", data, "--username", USER, "--auth=trust",
                  "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        self.log = (self.folder / "log").open("wb")
        self.process = subprocess.Popen(
            [programs / "postgres", "-D", data, "-k", self.folder, *NO_NETWORK, *HASTE],
            cwd=self.folder, stdout=self.log, stderr=self.log, **self.account,
        )  # fmt: skip
        self._wait()

    def new_database(self) -> str:
        """Make an empty database and return its `DATABASE_URL`."""
        self.number += 1
        name = f"site_{self.number}"
        self.ask(f"CREATE DATABASE {name}")
        return self.url_of(name)

    def migrated_database(self) -> str:
        """Make the database of an empty site and return its `DATABASE_URL`."""
        if not self.is_migrated:
            self.ask("CREATE DATABASE migrated")
            migrate(self.url_of("migrated"))
            self.is_migrated = True
        self.number += 1
        name = f"site_{self.number}"
        self.ask(f"CREATE DATABASE {name} TEMPLATE migrated")
        return self.url_of(name)

    def url_of(self, name: str, user: str = USER) -> str:
        return f"postgres://{user}@/{self.folder}/{name}"

    def ask(self, sql: str, database: str = "postgres") -> str:
        """Run SQL as superuser and return what psql prints, bare."""
        return self._run("psql", "-h", self.folder, "-U", USER, "-d", database, "-XAtqc", sql)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)  # without waiting for those still connected
        self.process.wait(timeout=30)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _wait(self) -> None:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            try:
                self.ask("SELECT 1")
                return
            except subprocess.CalledProcessError:
                time.sleep(0.1)
        raise RuntimeError((self.folder / "log").read_text())

    def _run(self, program: str, *arguments: str | Path) -> str:
        result = subprocess.run(
            [self.programs / program, *arguments],
            cwd=self.folder, check=True, capture_output=True, text=True, **self.account,
        )  # fmt: skip
        return result.stdout.strip()


def find_programs() -> Path | None:
    """Return the folder of the newest server that is installed."""
    initdb = shutil.which("initdb")
    if initdb:
        return Path(initdb).resolve().parent
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = sorted(found, key=lambda path: float(path.parts[-3]))
    return newest[-1].parent if newest else None


@pytest.fixture(scope="session")
def postgres():
    """The server; a machine that has none skips, a build server fails."""
    programs = find_programs()
    if programs is None:
        reason = "No PostgreSQL server: /usr/lib/postgresql has none."
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    server = Server(programs)
    yield server
    server.stop()
