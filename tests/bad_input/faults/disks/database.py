"""A database that is full, locked, closed or damaged while the site runs."""

import os
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection

from tests.bad_input.faults.disks import postgres
from tests.bad_input.faults.disks.browser import Browser
from tests.bad_input.faults.disks.commands import manage
from tests.bad_input.faults.disks.looking import (
    TYPED,
    credit_form,
    film_form,
    logline,
    new_credit,
    saves_again,
    unexplained,
    unkept,
    unread,
    unsaid,
)
from tests.bad_input.faults.disks.site import copy_database, damage, of_sqlite_alone, running
from tests.bad_input.faults.disks.small_disk import closed, empty, fill, small_disk

MEGABYTES = 20
PAGE = 4096
# As many as a process has threads: one of them must stay free for readers.
WRITERS = 4
Form = dict[str, str]


def full(folder: Path) -> str:
    """Pages are read, saving says why not, and once there is room everything goes on."""
    if connection.vendor == "postgresql":
        return postgres.full()
    with small_disk(folder, MEGABYTES) as disk:
        path = disk / "db.sqlite3"
        with running(DATABASE_URL=copy_database(path)) as browser:
            form, credit = browser.fields(film_form()), new_credit(browser)
            fill(disk)
            problem = _in_trouble(browser, form, credit, 507, "Datenbank ist voll")
            problem = problem or ("" if logline(path) != TYPED else "it was saved all the same")
            empty(disk)
            problem = problem or saves_again(browser, form, path)
        return problem or damage(path) or _full_from_the_start(disk, path)


def _full_from_the_start(disk: Path, path: Path) -> str:
    """Nobody had the database open when the disk became full."""
    with running(DATABASE_URL=f"sqlite:///{path}", PAGE_CACHE_MB="0") as browser:
        fill(disk)
        return unread(browser)


def _in_trouble(browser: Browser, form: Form, credit: Form, status: int, word: str) -> str:
    return (
        unread(browser)
        or unkept(browser, form, status, word)
        or unsaid(browser, credit_form(), credit, status, word)
        or unexplained(browser, status, word)
    )


def locked(folder: Path) -> str:
    """A short lock is waited for; a long one is told, and readers notice neither."""
    of_sqlite_alone()
    path = folder / "db.sqlite3"
    with running(DATABASE_URL=f"{copy_database(path)}?timeout=6") as browser:
        form = browser.fields(film_form())
        with ThreadPoolExecutor(WRITERS) as writers:
            with _exclusive(path):
                saving = writers.submit(saves_again, browser, form, path)
                wait([saving], timeout=2)
            problem = saving.result()
        return problem or _locked_for_long(browser, browser.fields(film_form()), path)


def _locked_for_long(browser: Browser, form: Form, path: Path) -> str:
    word = "zu lange besetzt"
    with _exclusive(path), ThreadPoolExecutor(WRITERS) as writers:
        waiting = [writers.submit(unkept, browser, form, 503, word) for _one in range(WRITERS)]
        problem = unread(browser)
        if all(one.done() for one in waiting):
            return "nobody waited for the database"
        problem = problem or next(filter(None, (one.result() for one in waiting)), "")
        problem = problem or unexplained(browser, 503, word)
    return problem or saves_again(browser, form, path)


@contextmanager
def _exclusive(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def closed_disk(folder: Path) -> str:
    """Nothing can be written any more: read on, and said where something is to be saved."""
    of_sqlite_alone()
    with small_disk(folder, MEGABYTES) as disk:
        path = disk / "db.sqlite3"
        with running(DATABASE_URL=copy_database(path)) as browser:
            form, credit = browser.fields(film_form()), new_credit(browser)
            with closed(disk):
                problem = _in_trouble(browser, form, credit, 503, "nur lesen")
            problem = problem or saves_again(browser, form, path) or damage(path)
        return problem or _closed_from_the_start(path)


def _closed_from_the_start(path: Path) -> str:
    """The file alone is closed, and was so when the site began."""
    with closed(path), running(DATABASE_URL=f"sqlite:///{path}", is_closed=True) as browser:
        if browser.log_in().status != 503:
            return "somebody logged in where nothing can be written"
        return unread(browser) or unexplained(browser, 503, "nur lesen")


def corrupt(folder: Path) -> str:
    """Pages that were written over: what is kept is served, the rest is said in words."""
    of_sqlite_alone()
    path = folder / "db.sqlite3"
    with running(DATABASE_URL=copy_database(path)) as browser:
        form = browser.fields(film_form())
        visitor = Browser(browser.server)
        if visitor.get("/en/night-ferry/").status != 200:
            return "the page was not there to begin with"
        write_over(path)
        answers = [
            browser.get(film_form()),
            browser.post(film_form(), form | {"logline_en": TYPED}),
        ]
        wrong = [one.status for one in answers if one.status != 503 or "beschädigt" not in one.text]
        if wrong:
            return f"the desk does not say it: {wrong}"
        if TYPED not in answers[1].text:
            return "the text was lost"
        if visitor.get("/de/").status not in (200, 503):
            return "a visitor gets no words"
    return _found_by_commands(folder, path)


def write_over(path: Path) -> None:
    """Write noise over a third of the pages, and leave the head of the file alone."""
    with path.open("r+b") as file:
        for place in range(2 * PAGE, path.stat().st_size, 3 * PAGE):
            file.seek(place)
            file.write(os.urandom(PAGE))


def _found_by_commands(folder: Path, path: Path) -> str:
    done = manage("backup", str(folder / "of-noise.zip"), DATABASE_URL=f"sqlite:///{path}")
    if done.code == 0 or "Traceback" in done.output:
        return f"a backup of a damaged database ended with {done.code}: {done.output[-300:]}"
    return "a half backup was left" if (folder / "of-noise.zip").exists() else ""


FAULTS = {
    "fault-disk-full-db": full,
    "fault-sqlite-locked": locked,
    "fault-sqlite-readonly": closed_disk,
    "fault-sqlite-corrupt": corrupt,
}
