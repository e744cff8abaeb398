"""Two hundred visitors at the very moment at which the home page stops being right."""

import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from editorial.publishing import publish
from tests.bad_input.counted import RENDERED
from tests.bad_input.members import Member
from tests.bad_input.world import Server

VISITORS, MOST = 200, 2
HOME = "/en/"


class Counted(Server):
    """A server that writes down what the page cache has Django make."""

    application = "tests.bad_input.counted"


def render_once(_server: Server) -> str:
    return storm("1") or storm("2")


def storm(workers: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "rendered"
        server = Counted("http", WORKERS=workers, **{RENDERED: str(written)})
        try:
            return at_publishing(server, written, workers) or at_moment(server, written, workers)
        finally:
            server.stop()


def at_publishing(server: Server, written: Path, workers: str) -> str:
    """Somebody has published: what was kept is not right any more."""
    from tests.factories import FilmFactory

    film = FilmFactory()
    warm(server)
    publish(film.record, "en")
    written.write_bytes(b"")
    return ask_all(server, written, film.title_en, f"{workers} workers, after publishing")


def at_moment(server: Server, written: Path, workers: str) -> str:
    """A scheduled film goes live: nobody does anything at this moment."""
    from tests.factories import FilmFactory

    film = FilmFactory()
    moment = timezone.now() + timedelta(seconds=4)
    publish(film.record, "en", at=moment)
    warm(server)
    written.write_bytes(b"")
    while timezone.now() < moment:
        time.sleep(0.005)
    return ask_all(server, written, film.title_en, f"{workers} workers, at a scheduled moment")


def warm(server: Server) -> None:
    """Have each worker make the page: which of them answers is chance."""
    for _time in range(20):
        Member(server).get(HOME)


def ask_all(server: Server, written: Path, title: str, when: str) -> str:
    visitors = [Member.passing(server) for _number in range(VISITORS)]
    with ThreadPoolExecutor(VISITORS) as pool:
        answers = list(pool.map(lambda visitor: visitor.get(HOME), visitors))
    statuses = Counter(answer.status for answer in answers)
    rendered = written.read_text().splitlines().count(HOME)
    if statuses != {200: VISITORS}:
        return f"{when}: answered {dict(statuses)}"
    if stale := sum(title not in answer.text for answer in answers):
        return f"{when}: {stale} visitors got the page of before"
    return "" if 1 <= rendered <= MOST else f"{when}: rendered {rendered} times"
