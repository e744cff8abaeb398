"""Folders that the importer reads: text files of films and pages, and what the site exported."""

import copy
import json
import tempfile
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import override

from desk.exchange import export_content, load_export, read_export, yaml_text
from desk.importing.folder import read_folder
from desk.loading import LoadOptions, load_folder
from editorial.memory import forget
from tests.desk.exchange.test_hostile_folders import WORDS, is_crash, places_in
from tests.factories import picture_bytes
from tests.fuzz.front_matter import FRONT_MATTER, YAML
from tests.fuzz.mutating import mutate
from tests.fuzz.prose import MARKDOWN
from tests.fuzz.target import Target

FILES = (
    "films/night-ferry.md", "films/night-ferry/film.md", "films/night-ferry/film.de.md",
    "pages/about.md", "films/night-ferry/stills/a.jpg", "films/night-ferry/poster.png",
    "films/x/film.en.vtt", "pages/a/b.md", "films/night-ferry/credits.yaml", "site.zip",
    "films/..md", "films/Ä.md", ".hidden/film.md", "film.md",
)  # fmt: skip
KEYS = (
    "title", "year", "category", "slug", "credits", "cast", "countries", "runtime", "versions",
    "festivals", "awards", "links", "genres", "synopsis", "logline", "images", "poster", "stills",
    "trailer", "screenings", "companies", "status", "director", "press", "quotes", "redirects",
    "purpose", "menu", "parent", "position", "languages", "aspect_ratio",
)  # fmt: skip
ODD = (
    *WORDS, "Ada Lind", "Ada Lind as the stoker", "95 min", "2012", "DE", "Berlinale 2012",
    "https://example.org/a b", "12.03.2012", "still.jpg", "//x", None, True, -1, 10**17, 1.5,
)  # fmt: skip
MOST_FILES = 3
MARKER = "lichtspiel.yaml"


def make_folder(dice: Random) -> bytes:
    """Return a folder as JSON: some files, each with front matter of known keys and odd values."""
    files = {}
    for _number in range(dice.randint(1, MOST_FILES)):
        files[dice.choice(FILES)] = _a_text(dice).decode("latin-1")
    return json.dumps(files).encode()


def _a_text(dice: Random) -> bytes:
    if dice.random() < 0.5:
        return mutate(dice, (*FRONT_MATTER, *MARKDOWN, picture_bytes(64, 48)), YAML)
    rows = {dice.choice(KEYS): odd_value(dice) for _number in range(dice.randint(1, 8))}
    front = yaml_text.dump({"title": "Night Ferry", **rows})
    return f"---\n{front}---\nA ferry.\n".encode("utf-8", "surrogatepass")


def odd_value(dice: Random, depth: int = 0) -> Any:
    """Return a word, a number, nothing, or some of these in a list or a mapping."""
    how = dice.random()
    if how < 0.6 or depth > 2:
        return dice.choice(ODD)
    if how < 0.8:
        return [odd_value(dice, depth + 1) for _number in range(dice.randrange(4))]
    return {str(dice.choice((*KEYS, *WORDS, "en", "de", "uuid"))): odd_value(dice, depth + 1)
            for _number in range(dice.randrange(4))}  # fmt: skip


def check_folder(case: bytes) -> str:
    """Read and loaded, or reported; nothing raised, and nothing that sounds of a failure."""
    if (files := _files_of(case)) is None:
        return ""
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), files)
        with transaction.atomic():
            parsed = read_folder(Path(name), ["en", "de"])
            report = load_folder(parsed, LoadOptions(is_dry_run=True), lambda *_told: None)
            transaction.set_rollback(True)
    return _find_crash(report)


def _files_of(case: bytes) -> dict[str, bytes] | None:
    try:
        read = json.loads(case)
        return {
            name: text.encode("latin-1") for name, text in read.items() if not name.startswith("/")
        }
    except (ValueError, AttributeError):
        return None


def write(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        file = folder / name
        if ".." not in file.parts and not file.is_dir():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def _find_crash(report: Any) -> str:
    """Return a problem that was written for programmers."""
    connection.run_on_commit.clear()
    forget()
    with override("en"):
        told = [str(problem.message) for problem in report.all_problems()]
    crash = next((message for message in told if is_crash(message)), "")
    return f"the report says: {crash[:60]}\n{crash}" if crash else ""


@cache
def exported() -> dict[str, Any]:
    """Return what the site exported: the data of each file that has some, else its bytes."""
    # In the folder of this run, which goes with it.
    folder = Path(tempfile.mkdtemp(dir=Path(settings.MEDIA_ROOT).parent)) / "out"
    export_content(folder)
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {str(path.relative_to(folder)): _data_of(path) for path in paths}


def _data_of(path: Path) -> Any:
    is_data = path.suffix == ".yaml"
    return yaml_text.load(path.read_text(), path.name)[0] if is_data else path.read_bytes()


def make_export(dice: Random) -> bytes:
    """Return what is different in up to three files of the export, as JSON."""
    names = [name for name, data in exported().items() if isinstance(data, dict) and data]
    spoilt = {}
    for name in sorted(dice.sample(names, min(len(names), dice.randint(1, MOST_FILES)))):
        data = copy.deepcopy(exported()[name])
        for _number in range(dice.choice((1, 1, 2))):
            spoil(dice, data)
        spoilt[name] = data
    return json.dumps(spoilt).encode()


def spoil(dice: Random, data: Any) -> None:
    """Change, leave out, double or rename one value somewhere inside."""
    places = [path for path in places_in(data) if path]
    if not places:
        return
    *steps, last = dice.choice(places)
    inside = data
    for step in steps:
        inside = inside[step]
    how = dice.choice(("change", "change", "delete", "rename", "double"))
    if how == "delete":
        del inside[last]
    elif how == "double" and isinstance(inside, list):
        inside.append(copy.deepcopy(inside[last]))
    elif how == "rename" and isinstance(inside, dict):
        inside[dice.choice([word for word in WORDS if word])] = inside.pop(last)
    else:
        inside[last] = odd_value(dice)


def check_export(case: bytes) -> str:
    """An export with mistakes is loaded where it is sound, and reported where it is not.

    One of eight is whole; of the others only what is spoilt comes, which is no less an export.
    """
    try:
        spoilt = json.loads(case)
    except ValueError:
        return ""
    if not isinstance(spoilt, dict) or not all(isinstance(data, dict) for data in spoilt.values()):
        return ""
    with tempfile.TemporaryDirectory() as name:
        is_whole = len(case) % 8 == 0
        others = exported() if is_whole else {MARKER: exported()[MARKER]}
        files = {**others, **{path: data for path, data in spoilt.items() if path in exported()}}
        write(Path(name), {path: data if isinstance(data, bytes) else yaml_text.dump(data).encode(
            "utf-8", "surrogatepass") for path, data in files.items()})  # fmt: skip
        with transaction.atomic():
            report = load_export(read_export(Path(name)), LoadOptions(is_dry_run=True))
            transaction.set_rollback(True)
    return _find_crash(report)


FOLDERS = (
    Target("import", check_folder, make=make_folder),
    Target("export", check_export, make=make_export),
)
