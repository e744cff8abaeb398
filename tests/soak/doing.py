"""Who asks, saves, uploads, imports and backs up meanwhile; each a thread of its own."""

import http.client
import itertools
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bad_input.world import ROOT, Server
from tests.soak.browser import Browser
from tests.soak.ledger import Ledger
from tests.soak.site import OF_BOTH, OF_FORMS, PASSWORD, key_of

FIELD = "synopsis_short_en"
PICTURE = "/admin/assets/image/add/"
LOCKED = b"database is locked"
PAGES = (
    "/en/", "/de/", "/en/films/", "/de/films/?year=2011", "/en/feed.xml", "/en/screenings.ics",
    "/sitemap.xml", "/robots.txt", "/en/search/?q=ferry", "/en/nothing-here/", "/de/festivals/",
)  # fmt: skip


@dataclass(frozen=True)
class Work:
    """What all share: where the site is, what was seen, and when it ends."""

    server: Server
    folder: Path
    ledger: Ledger
    over: threading.Event

    def ticks(self, rate: float) -> Iterator[int]:
        """Yield so many numbers a second until the end; who is late does not catch up."""
        due = time.monotonic()
        for count in itertools.count():
            due = max(due + 1 / rate, time.monotonic() - 1)
            if self.over.wait(max(due - time.monotonic(), 0)):
                return
            yield count


def start(work: Work, do: Callable[..., None], *given: object) -> threading.Thread:
    """Run a thread whose failure is a mistake of the run."""

    def run() -> None:
        try:
            do(work, *given)
        except Exception as error:
            work.ledger.complain(f"{do.__name__} ended: {error!r}")

    thread = threading.Thread(target=run, name=do.__name__)
    thread.start()
    return thread


def look_at(work: Work, what: str, path: str, status: int, body: bytes, seconds: float) -> None:
    work.ledger.note(what, seconds)
    if status >= 500 or status == 0:
        work.ledger.complain(f"{path} answers {status}")
    if LOCKED in body:
        work.ledger.complain(f"{path} shows that the database is locked")


def read(work: Work, rate: float, media: list[str]) -> None:
    """Ask for public pages, feeds and files, one after another on a connection that stays open."""
    films = [
        f"/{language}/{key_of(number)}/"
        for number in (*OF_FORMS, *OF_BOTH)
        for language in ("en", "de")
    ]
    paths = [*PAGES, *films, *(f"{film}film.json" for film in films[:4]), *media]
    dice, connection = random.Random(threading.get_ident()), connect(work)
    for _count in work.ticks(rate):
        path, started = dice.choice(paths), time.monotonic()
        try:
            connection.request(
                "GET", path, headers={"Accept-Encoding": dice.choice(("br", "gzip", ""))}
            )
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException):  # a line that was idle for too long is closed
            connection.close()
            connection = connect(work)
            work.ledger.note("lines closed")
            continue
        look_at(work, "read", path, answer.status, body, time.monotonic() - started)
    connection.close()


def connect(work: Work) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", work.server.port, timeout=60)


def log_in(work: Work, name: str) -> Browser:
    browser = Browser(work.server)
    browser.enter(name, PASSWORD)
    return browser


def save(work: Work, name: str, rate: float, numbers: list[int]) -> None:
    """Change the synopsis of one film after the other, and keep the page open each time."""
    browser, films = log_in(work, name), addresses(numbers)
    for count in work.ticks(rate):
        key, path = films[count % len(films)]
        value = f"Saved by {name} for the {count}th time."
        save_once(work, browser, key, path, value)


def addresses(numbers: list[int]) -> list[tuple[str, str]]:
    from django.db import connection

    from films.models import Film

    keys = [key_of(number) for number in numbers]
    found = [
        (key, f"/admin/films/film/{Film.objects.get(record__key=key).pk}/change/") for key in keys
    ]
    connection.close()
    return found


def save_once(work: Work, browser: Browser, key: str, path: str, value: str) -> None:
    started = time.monotonic()
    fields = browser.read_form(path)
    work.ledger.note("form opened", time.monotonic() - started)
    if fields is None:
        work.ledger.complain(f"{path} does not open")
        return
    sent = [(name, value if name == FIELD else former) for name, former in fields]
    started = time.monotonic()
    status, body = browser.save(path, [*sent, ("_continue", "1")])
    look_at(work, "form saved", path, status, body, time.monotonic() - started)
    if status == 302:
        work.ledger.acknowledge((key, FIELD), value)
        return
    work.ledger.note(f"form not taken ({status})")
    work.ledger.doubt((key, FIELD), value)


def listen(work: Work, process: subprocess.Popen[str]) -> None:
    """Note what the process that saves at the model says."""
    from tests.soak.changing import FIELD as OTHER

    assert process.stdout is not None
    for line in process.stdout:
        seconds, key, value = line.rstrip("\n").split("\t")
        if seconds == "failed":
            work.ledger.complain(f"a save at the model failed: {value}")
            continue
        work.ledger.note("model saved", float(seconds))
        work.ledger.acknowledge((key, OTHER), value)


def upload(work: Work, name: str, rate: float) -> None:
    """Add a new picture now and then."""
    from tests.factories import picture_bytes

    browser = log_in(work, name)
    for count in work.ticks(rate):
        colour = (count % 256, count // 256 % 256, 7)
        data = {
            "caption_en": f"Picture {count}",
            "access": "public",
            "focal_x": "50",
            "focal_y": "50",
        }
        started = time.monotonic()
        status, page = browser.upload(PICTURE, data, picture_bytes(1200, 800, colour))
        look_at(work, "picture uploaded", PICTURE, status, page, time.monotonic() - started)
        if status != 302:
            work.ledger.complain(f"an upload answers {status}")


def run_imports(work: Work, every: float) -> None:
    """Import a folder of films: those of last time with other texts, and a new one."""
    source = work.folder / "import"
    for count in work.ticks(1 / every):
        for number in range(count + 1) if count < 20 else range(20):
            film = source / "films" / f"import-{number}.md"
            film.parent.mkdir(parents=True, exist_ok=True)
            film.write_text(
                f"---\ntitle: Import {number}\nyear: 2011\ncategory: short\n---\nTime {count}.\n"
            )
        command(work, "imported", "import_content", str(source))


def run_backups(work: Work, every: float) -> None:
    """Back up, and have the backup verified; the one before goes."""
    last = None
    for count in work.ticks(1 / every):
        file = work.folder / f"soak-{count}.backup"
        command(work, "backed up", "backup", str(file))
        if last:
            last.unlink(missing_ok=True)
        last = file


def command(work: Work, what: str, *words: str) -> None:
    started = time.monotonic()
    done = subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=os.environ,
    capture_output=True,
                          text=True, timeout=900)  # fmt: skip
    work.ledger.note(what, time.monotonic() - started)
    said = done.stdout + done.stderr
    if done.returncode or LOCKED.decode() in said:
        work.ledger.complain(f"{' '.join(words[:1])} ended with {done.returncode}: {said[-600:]}")
