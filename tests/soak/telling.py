"""The table of a run, and what it is judged by in the end."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from tests.soak.ledger import Ledger, Place, lost_saves
from tests.soak.watching import MEGABYTE, Sample, find_growth, growth_of

DOING = (
    "read",
    "form saved",
    "model saved",
    "picture uploaded",
    "imported",
    "backed up",
    "mistakes",
)
MOST_TOLD = 20
# Before that every process still grows.
SHORTEST = 240  # seconds


def heading(processes: Iterable[str]) -> str:
    columns = [*(f"{name} MB" for name in processes), "files", "WAL MB", "temp", *DOING]
    return "   min " + " ".join(f"{name:>9}"[-16:] for name in columns)


def line_of(one: Sample, ledger: Ledger) -> str:
    memory = [f"{size / MEGABYTE:9.1f}" for size in one.memory.values()]
    done = [f"{ledger.counts[name]:{max(9, len(name))}}" for name in DOING]
    rest = f"{sum(one.files.values()):9} {one.wal / MEGABYTE:9.1f} {one.temporary:9}"
    return f"{one.seconds / 60:6.1f} " + " ".join([*memory, rest, *done])


def summary(folder: Path, ledger: Ledger, samples: list[Sample], warm_up: float) -> int:
    """Print what came of it; return 1 if anything was wrong."""
    latest, history = read_back(ledger.acknowledged)
    problems = [*ledger.mistakes, *lost_saves(ledger, latest, history)]
    problems += [*look_at_logs(folder), *check_database(folder)]
    if samples[-1].seconds >= SHORTEST:
        problems += find_growth(samples, warm_up)
    else:
        print("\ntoo short to judge what grows")
    warm = [one for one in samples if one.seconds >= warm_up]
    growth = {name: growth_of([one.memory[name] for one in warm]) for name in samples[0].memory}
    told = ", ".join(f"{name} {share:+.1%}" for name, share in growth.items())
    print(f"\ngrowth after the warm-up: {told}")
    for name, count in sorted(ledger.counts.items()):
        print(f"{name:20} {count:8}  slowest {ledger.slowest[name]:6.2f} s")
    sent = sum(map(len, ledger.acknowledged.values()))
    print(f"{sent} saves acknowledged; {len(problems)} problems")
    for problem in problems[:MOST_TOLD]:
        print(f"  {problem}")
    return int(bool(problems))


def read_back(places: Iterable[Place]) -> tuple[dict[Place, str], dict[Place, set[str]]]:
    """Return what stands in the rows today, and all that the history has of these fields."""
    from editorial.models import Revision
    from films.models import Film

    latest, history = {}, {}
    for key, field in places:
        film = Film.objects.select_related("record").get(record__key=key)
        latest[key, field] = getattr(film, field)
        history[key, field] = found = set()
        name, _, language = field.rpartition("_")
        desk = Revision.objects.filter(record=film.record, line=Revision.Line.DESK)
        for revision in desk.only("document").iterator(chunk_size=200):
            found.update(values_of(revision.document["texts"].get(language, {}), name))
    return latest, history


def values_of(document: object, field: str) -> Iterable[str]:
    """Yield the values of a field wherever it stands in a document."""
    if isinstance(document, dict):
        for name, value in document.items():
            if name == field and isinstance(value, str):
                yield value
            yield from values_of(value, field)
    elif isinstance(document, list):
        for one in document:
            yield from values_of(one, field)


def look_at_logs(folder: Path) -> list[str]:
    """Return the lines in which a server or worker says that something failed."""
    found = []
    for name in ("web.log", "worker.log"):
        lines = (folder / name).read_text(errors="replace").splitlines()
        odd = [
            line for line in lines if "locked" in line or "Traceback" in line or " ERROR " in line
        ]
        found += [f"{name}: {line[:300]}" for line in odd[:5]]
    return found


def check_database(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "db.sqlite3")) as connection:
        said = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        said += [f"foreign key: {row}" for row in connection.execute("PRAGMA foreign_key_check")]
    return [f"the database says: {one}" for one in said if one != "ok"]
