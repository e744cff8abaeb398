"""The restore drill: a demo site, its backup, the backup in an empty place, and its pages.

    python deploy/drill.py

Everything lies in a folder for temporary files and goes with it; the site of this checkout is not
touched. Ends with 1 and says which step failed.
"""

import hashlib
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
SECONDS_TO_START = 60
NEW_FILM = (
    "---\ntitle: After the Backup\ncategory: short\nyear: 2026\n---\n\nNobody has saved it.\n"
)
# What `restore --verify` says then of a table of the present site.
ADDED = "  films_film: "
# So many of its pages are asked for, from the first to the last.
PAGES = 40
Files = dict[str, str]


class Failed(Exception):
    """A step of the drill went wrong; the message says which and how."""


@dataclass(frozen=True)
class Place:
    """A site in a folder of its own."""

    folder: Path

    def environment(self, **more: str) -> dict[str, str]:
        ours = {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": f"sqlite:///{self.folder / 'db.sqlite3'}",
            "MEDIA_ROOT": str(self.folder / "media"),
            "BACKUP_ROOT": str(self.folder / "backups"),
            "STATIC_ROOT": str(self.folder / "static"),
            "STORAGE_URL": "",
            "BACKUP_RECIPIENTS": "",
            "SECRET_KEY": "only-for-the-drill",
            "ADMIN_PASSWORD": "only-for-the-drill",
            "LANGUAGE_CODE": "en",
            "LOG_LEVEL": "ERROR",
            "DEBUG": "0",
        }
        return {**os.environ, **ours, **more}

    def manage(self, *words: str | Path) -> str:
        line = [sys.executable, "manage.py", *map(str, words)]
        done = subprocess.run(  # noqa: S603
            line, cwd=ROOT, env=self.environment(), capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise Failed(f"{' '.join(line[1:])}: {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout

    def export(self, target: Path) -> Files:
        self.manage("export_content", target)
        return read_files(target)


def read_files(folder: Path) -> Files:
    """Return the SHA-256 of every file by its name."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def drill(folder: Path, say: Callable[[str], None] = print) -> None:
    """Go through all steps; `Failed` as soon as one does."""
    first, second, file = make_place(folder, "first"), make_place(folder, "second"), folder / "one"
    first.manage("migrate", "-v0")
    first.manage("prepare")
    say("demo site made")
    first.manage("backup", file)
    before = first.export(folder / "before")
    say(f"backup made: {file.stat().st_size / 1e6:.1f} MB; {len(before)} files exported")
    change(first, folder / "new")
    said = first.manage("restore", file, "--verify")
    if ADDED not in said:
        raise Failed(f"The change is not seen: {said}")
    say("changed since, and the backup read to its last byte")
    second.manage("restore", file)
    compare(before, second.export(folder / "restored"))
    say("restored into an empty place: the export is the same to the byte")
    second.manage("collectstatic", "--noinput", "-v0")  # no page is shown without its styles
    say(f"a server on it answers: {ask_pages(second)} pages")


def make_place(folder: Path, name: str) -> Place:
    (folder / name).mkdir()
    return Place(folder / name)


def change(place: Place, folder: Path) -> None:
    """Add a film after the backup."""
    (folder / "films" / "after").mkdir(parents=True)
    (folder / "films" / "after" / "index_en.md").write_text(NEW_FILM, encoding="utf-8")
    place.manage("import_content", folder, "-v0")


def compare(expected: Files, found: Files) -> None:
    different = sorted(
        name for name in {*expected, *found} if expected.get(name) != found.get(name)
    )
    if different:
        raise Failed(f"The exports differ in {len(different)} files: {', '.join(different[:5])}")


def ask_pages(place: Place) -> int:
    """Start a server and ask for every page that its sitemap names; return how many."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    line = [sys.executable, "-m", "gunicorn", "config.wsgi", "--config", "deploy/gunicorn.conf.py"]
    environment = place.environment(PORT=str(port), WORKERS="1", SITE_URL=address)
    server = subprocess.Popen(  # noqa: S603
        [*line, "--log-level", "error"], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(f"{address}/healthz", server)
        pages = re.findall(r"<loc>([^<]+)</loc>", ask(f"{address}/sitemap.xml"))
        asked = pages[:: max(1, len(pages) // PAGES)]
        if len(asked) < PAGES:
            raise Failed(f"The sitemap names {len(pages)} pages only.")
        for page in asked:
            ask(page)
        return len(asked)
    finally:
        server.terminate()
        server.wait(timeout=60)


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            ask(address)
            return
        except OSError:
            time.sleep(0.1)
    raise Failed("The server did not start.")


def ask(address: str) -> str:
    try:
        with urlopen(address, timeout=30) as answer:  # noqa: S310  # nosec B310  # the server it started
            return str(answer.read().decode())
    except HTTPError as error:
        raise Failed(f"{address} answers {error.code}.") from error


def main() -> int:
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="lichtspiel-drill-") as folder:
        try:
            drill(Path(folder))
        except Failed as failure:
            print(f"The drill failed. {failure}", file=sys.stderr)
            return 1
    print(f"The drill is passed, in {time.monotonic() - began:.0f} seconds.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
