"""Servers of the bench, and the CPU time that each of them has used with all its workers."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 90
NANOSECONDS_PER_MICROSECOND = 1000


@dataclass(frozen=True)
class Server:
    """A running server that answers on `port` of this machine."""

    name: str
    port: int
    process: subprocess.Popen[bytes]

    def cpu(self) -> float:
        """Return microseconds of CPU used so far: user and system, all processes and threads."""
        return sum(_spent(pid) for pid in family(self.process.pid)) / NANOSECONDS_PER_MICROSECOND

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()


def family(pid: int) -> Iterator[int]:
    """Yield a process and all that came from it."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from family(int(child))


def _spent(pid: int) -> int:
    """Return nanoseconds on a processor (Linux, Documentation/scheduler/sched-stats.rst).

    `utime` and `stime` of /proc/<pid>/stat are the same time in steps of ten milliseconds.
    """
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_gunicorn(name: str, application: str, environment: dict[str, str]) -> Server:
    """Start our configuration with two workers, which live as long as the bench."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", application, "--log-level", "error",
               "--config", "deploy/gunicorn.conf.py", "--max-requests", "0"]  # fmt: skip
    settings = {**environment, "PORT": str(port), "WORKERS": "2", "HOST": "127.0.0.1"}
    return _wait(Server(name, port, subprocess.Popen(command, cwd=ROOT, env=settings)))


def start_nginx(name: str, folder: Path, port: int, inside: str, outside: str = "") -> Server:
    """Start nginx with one server whose block holds `inside`; `outside` belongs to http."""
    place = folder / name.replace(" ", "-")
    place.mkdir()
    (place / "nginx.conf").write_text(f"""
worker_processes 2; daemon off; pid {place}/pid; error_log {place}/error.log;
events {{ worker_connections 512; }}
http {{
  access_log off; sendfile on; keepalive_requests 1000000;
  client_body_temp_path {place}/body; proxy_temp_path {place}/proxy; fastcgi_temp_path {place}/f;
  uwsgi_temp_path {place}/u; scgi_temp_path {place}/s;
  {outside}
  server {{ listen 127.0.0.1:{port}; {inside} }}
}}
""")
    command = ["nginx", "-e", str(place / "error.log"), "-c", str(place / "nginx.conf")]
    if os.geteuid() == 0:
        # Its workers would be of another account, which may not read a temporary folder.
        command += ["-g", "user root;"]
    return _wait(Server(name, port, subprocess.Popen(command)))


def _wait(server: Server) -> Server:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", server.port), timeout=5).close()
            return server
        except OSError:
            time.sleep(0.1)
    server.stop()
    raise RuntimeError(f"{server.name} did not start within {START_SECONDS} s.")
