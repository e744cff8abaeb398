"""A process that may open few files, and a log that cannot be written."""

import resource
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.bad_input.faults.disks.browser import Browser
from tests.bad_input.faults.disks.looking import film_form, unread
from tests.bad_input.faults.disks.site import running
from tests.bad_input.faults.disks.small_disk import fill, small_disk
from tests.bad_input.world import Server

FILES = 64
CALLERS = 100
TIMEOUT = 60  # seconds


def few_files(folder: Path) -> str:
    """More callers than files: nobody is answered worse than 503, and no worker dies of it."""
    with limited_server() as browser:
        before = workers_of(browser.server)
        with ExitStack() as callers:
            called = [callers.enter_context(_call(browser.server)) for _one in range(CALLERS)]
            statuses = {_status(caller) for caller in called}
        statuses |= {str(browser.get(film_form()).status)}
        if not statuses <= {"200", "503"}:
            return f"callers were answered {sorted(statuses)}"
        if workers_of(browser.server) != before:
            return "a worker has died"
        return unread(browser)


def _call(server: Server) -> socket.socket:
    """Ask for a page as a browser does that keeps its connection."""
    caller = socket.create_connection(("127.0.0.1", server.port), timeout=TIMEOUT)
    caller.sendall(f"GET /en/night-ferry/ HTTP/1.1\r\nHost: {server.host}\r\n\r\n".encode())
    return caller


def _status(caller: socket.socket) -> str:
    """Return the status of the answer; '' for none."""
    try:
        return caller.recv(100).decode("latin-1")[9:12]
    except OSError:
        return ""


@contextmanager
def limited_server() -> Iterator[Browser]:
    """Serve with few files; the callers, who are of this process, may have more."""
    usual = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, usual[1]))
    try:
        with running() as browser:
            resource.setrlimit(resource.RLIMIT_NOFILE, usual)
            yield browser
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, usual)


def workers_of(server: Server) -> set[str]:
    pid = server.process.pid
    return set(Path(f"/proc/{pid}/task/{pid}/children").read_text().split())


def full_log(folder: Path) -> str:
    """What cannot be written to the log is lost, and nothing else."""
    with small_disk(folder, 1) as disk, running(disk / "log", LOG_LEVEL="DEBUG") as browser:
        fill(disk)
        return unread(browser)


FAULTS = {"fault-low-fd": few_files, "fault-log-full": full_log}
