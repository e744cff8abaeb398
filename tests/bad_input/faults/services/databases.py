"""PostgreSQL that is restarted while pages are read and saved."""

import os
import signal
import subprocess
import time
from pathlib import Path
from threading import Event, Thread

from tests import postgres
from tests.bad_input.faults.services.waiting import wait_for_pages, wait_until
from tests.bad_input.redirects import Visitor
from tests.bad_input.world import Server
from tests.desk.backup.trial import Trial
from tests.kills.ground import environment_of
from tests.kills.victims import Cradle
from tests.migrated import migrate

ERROR_SECONDS = 5.0
PAGES = ("/en/", "/en/night-ferry/", "/en/search/?q=ferry", "/healthz", "/admin/")
OUR_OWN = b"<main"


class Restartable(postgres.Server):
    """A server that ends and comes back at the same place."""

    def restart(self) -> tuple[float, float]:
        """Return the moments at which it began to end and answered again (`time.monotonic`)."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGINT)  # fast: sessions are cut
        self.process.wait(timeout=30)
        data = self.folder / "data"
        self.process = subprocess.Popen(
            [self.programs / "postgres", "-D", data, "-k", self.folder,
             *postgres.NO_NETWORK, *postgres.HASTE],
            cwd=self.folder, stdout=self.log, stderr=self.log, **self.account,
        )  # fmt: skip
        self._wait()
        return began, time.monotonic()


def postgres_restart(folder: Path) -> str:
    programs = postgres.find_programs()
    if programs is None:
        return "No PostgreSQL server is installed."
    database = Restartable(programs)
    try:
        url = database.new_database()
        migrate(url)
        return _under_load(folder, database, Trial(folder, url))
    finally:
        database.stop()


def _under_load(folder: Path, database: Restartable, trial: Trial) -> str:
    (folder / "tmp").mkdir()
    environment = environment_of(trial) | {"STATIC_ROOT": os.environ["STATIC_ROOT"]}
    cradle = Cradle(environment)
    cradle.measured(trial, "desk")
    cradle.close()
    for name in ("DEBUG", "SITE_URL"):
        environment.pop(name)
    server = Server(**environment)
    wait_for_pages(server)
    readers = [Reader(server, path) for path in PAGES]
    try:
        for reader in readers:
            reader.start()
        wait_until(lambda: all(reader.seen for reader in readers))
        down, up = database.restart()
        wait_until(lambda: all(reader.is_well_since(up) for reader in readers))
    finally:
        for reader in readers:
            reader.end()
        server.stop()
    return "; ".join(filter(None, (reader.problem(down, up) for reader in readers)))


class Reader(Thread):
    """Asks for one page again and again, and notes what it gets."""

    def __init__(self, server: Server, path: str) -> None:
        super().__init__(daemon=True)
        self.path, self.seen = path, [(0.0, 0, b"")][:0]
        self._visitor, self._is_over = Visitor(server), Event()
        if path.startswith("/admin/"):
            self._visitor.log_in("")

    def run(self) -> None:
        while not self._is_over.wait(0.05):
            asked = time.monotonic()
            status, _headers, body = self._visitor.ask(self.path)
            self.seen.append((asked, status, body))

    def end(self) -> None:
        self._is_over.set()
        self.join(timeout=30)

    def is_well_since(self, moment: float) -> bool:
        return any(asked > moment and status == 200 for asked, status, _body in self.seen)

    def problem(self, down: float, up: float) -> str:
        """Return what visitors would complain about."""
        wrong = {status for _asked, status, _body in self.seen} - {200, 503}
        if wrong:
            return f"{self.path} answers {sorted(wrong)}"
        failed = [(asked, body) for asked, status, body in self.seen if status == 503]
        if not self.is_well_since(up):
            return f"{self.path} does not come back"
        late = max((asked for asked, _body in failed), default=down) - up
        if late > ERROR_SECONDS:
            return f"{self.path} fails for {late:.1f} s more"
        strange = [body for _asked, body in failed if OUR_OWN not in body]
        return f"{self.path}: a page that is not ours: {strange[0][:200]!r}" if strange else ""
