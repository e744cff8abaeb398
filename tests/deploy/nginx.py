"""The samples of deploy/nginx on free ports, with the places of a test put in.

Every place that is put in must stand in the samples, or the test would try something else.
"""

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest

from tests.ports import free_ports

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "deploy/nginx"
TYPES = Path("/etc/nginx/mime.types")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
START_SECONDS = 20
MAIN = """
load_module {brotli};
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    include {types};
    default_type application/octet-stream;
    {rooms}
    include {sample};
}}
"""
ROOMS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def find_nginx() -> str:
    """Return the program; a machine that has none skips, a build server fails."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program and BROTLI.exists():
        return program
    reason = "No nginx with libnginx-mod-http-brotli-static is installed."
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


class Nginx:
    """nginx in a folder of its own, with one sample and what it includes."""

    def __init__(self, folder: Path, sample: str, places: dict[str, str]) -> None:
        self.program = find_nginx()
        self.folder = folder
        self.port, self.plain_port = free_ports(2)
        self.unused = set(places)
        self._write(sample, places)
        self.process: subprocess.Popen[bytes] | None = None

    def check(self) -> subprocess.CompletedProcess[str]:
        """Let nginx read its files, as `nginx -t` does."""
        return subprocess.run([*self._command(), "-t"], capture_output=True, text=True, check=False)

    def start(self) -> None:
        self.process = subprocess.Popen(self._command())
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)
        raise RuntimeError((self.folder / "error.log").read_text())

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=20)

    def log(self) -> str:
        return (self.folder / "log/lichtspiel.log").read_text()

    def _command(self) -> list[str]:
        return [self.program, "-p", str(self.folder), "-c", str(self.folder / "nginx.conf"),
                "-e", str(self.folder / "error.log")]  # fmt: skip

    def _write(self, sample: str, places: dict[str, str]) -> None:
        for room in (*ROOMS, "log", "cache", "lichtspiel"):
            (self.folder / room).mkdir(parents=True)
        own = {
            "listen [::]:80": "#",
            "listen [::]:443": "#",
            "listen 80": f"listen 127.0.0.1:{self.plain_port}",
            "listen 443": f"listen 127.0.0.1:{self.port}",
            "/etc/ssl/films.pem": f"{self.folder}/films.pem",
            "/etc/ssl/films.key": f"{self.folder}/films.key",
            "/run/lichtspiel-files.sock": f"{self.folder}/files.sock",
            "/var/log/nginx/": f"{self.folder}/log/",
        }
        make_certificate(self.folder)
        for path in (SAMPLES / sample, *(SAMPLES / "lichtspiel").iterdir()):
            text = path.read_text()
            for place, instead in {**own, **places}.items():
                if place in text:
                    self.unused.discard(place)
                    text = text.replace(place, instead)
            (self.folder / path.relative_to(SAMPLES)).write_text(text)
        assert self.unused == set()
        (self.folder / "nginx.conf").write_text(
            MAIN.format(
                brotli=BROTLI,
                user="user root;" if os.geteuid() == 0 else "",
                folder=self.folder,
                types=TYPES,
                rooms=" ".join(f"{room}_temp_path {self.folder}/{room};" for room in ROOMS),
                sample=sample,
            )
        )


def make_certificate(folder: Path) -> None:
    """Write films.pem and films.key, which nobody but the test believes."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "2", "-subj", "/CN=films.example",
         "-keyout", folder / "films.key", "-out", folder / "films.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
