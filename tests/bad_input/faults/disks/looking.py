"""What must hold whatever is wrong: pages are read, and nobody loses what was typed."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from films.models import Film
from people.models import Role
from tests.bad_input.faults.disks.browser import Browser
from tests.bad_input.world import connect

PUBLIC = ("/en/", "/en/night-ferry/", "/de/night-ferry/", "/en/search/?q=ferry", "/sitemap.xml",
          "/healthz")  # fmt: skip
TYPED = "Words that nobody wants to type again"


def film_form() -> str:
    return f"/admin/films/film/{Film.objects.get(record__key='night-ferry').pk}/change/"


def unread(browser: Browser) -> str:
    """Return which public page is not answered; '' for none."""
    found = {path: browser.get(path).status for path in PUBLIC}
    wrong = {path: status for path, status in found.items() if status != 200}
    return f"pages are not read: {wrong}" if wrong else ""


def unkept(browser: Browser, form: Mapping[str, str], status: int, word: str) -> str:
    """Send the film form by hand and by itself; return what was lost, or not said in German."""
    typed = {**form, "logline_en": TYPED}
    answer = browser.post(film_form(), typed)
    if answer.status != status or not answer.seconds:
        return f"the form was answered {answer.status}, again in {answer.seconds!r} seconds"
    if TYPED not in answer.text or word not in answer.text:
        return "the form does not say it, or has lost the text"
    answer = browser.post(film_form(), {**typed, "_autosave": "1"})
    if answer.status != status or answer.state["state"] != "failed":
        return f"the autosave was answered {answer.status}"
    return "" if word in answer.state["text"] else f"the autosave was told {answer.state['text']!r}"


def new_credit(browser: Browser) -> dict[str, str]:
    """Return a filled-in form of another kind: its page knows nothing of trouble."""
    form = browser.fields(credit_form())
    return {**form, "name": TYPED, "role": str(Role.objects.order_by("pk")[0].pk)}


def credit_form() -> str:
    return film_form().replace("change/", "credits/new/")


def unsaid(browser: Browser, path: str, fields: Mapping[str, str], status: int, word: str) -> str:
    """Send a form whose page knows nothing of trouble; its texts must come back all the same."""
    answer = browser.post(path, fields)
    if answer.status != status or not answer.seconds:
        return f"{path} was answered {answer.status}"
    is_there = word in answer.text and TYPED in answer.text
    return "" if is_there else f"{path} does not say it, or has lost the text"


def unexplained(browser: Browser, status: int, word: str) -> str:
    """Try to log in; return '' if it works, or is refused with the reason."""
    newcomer = Browser(browser.server)
    answer = newcomer.log_in()
    is_told = answer.status == status and word in answer.text
    return "" if is_told or answer.status == 302 else f"the log-in was answered {answer.status}"


def saves_again(browser: Browser, form: Mapping[str, str], database: Path | str) -> str:
    """Save once more, now that nothing is wrong; return what is wrong nevertheless."""
    answer = browser.post(film_form(), {**form, "logline_en": TYPED})
    if answer.status != 302:
        return f"afterwards the form was answered {answer.status}"
    return "" if logline(database) == TYPED else "what was saved afterwards is not there"


def logline_of(key: str) -> str:
    """Return what the world's own database has."""
    return str(Film.objects.get(record__key=key).logline_en)


def logline(database: Path | str) -> str:
    """Return what the first film of a database has: a file of SQLite, or a URL of PostgreSQL."""
    with closing(_open(database)) as opened:
        rows = opened.execute("SELECT logline_en FROM films_film ORDER BY record_id LIMIT 1")
        return str(rows.fetchone()[0])


def _open(database: Path | str) -> Any:
    if isinstance(database, Path):
        return sqlite3.connect(database)
    return connect(database, database.rpartition("/")[2])
