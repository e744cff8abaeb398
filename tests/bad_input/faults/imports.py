"""Imports that meet trouble on the way."""

import io
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from editorial.changes import change
from films.models import Film
from tests.bad_input.doors import run_import
from tests.bad_input.world import ROOT

FILM = '---\ntitle: "{title}"\ncategory: short\nrelease_year: 2001\nduration: 8 min\n---\n{body}\n'
KILLS = 20


def write_film(root: Path, slug: str, title: str = "", body: str = "A short film.") -> Path:
    folder = root / "films" / slug
    folder.mkdir(parents=True, exist_ok=True)
    text = FILM.format(title=title or slug.title(), body=body)
    (folder / "index_en.md").write_text(text, encoding="utf-8")
    return folder


def import_edited_since(folder: Path) -> str:
    """Changed by hand and in the folder: reported, and the editor's text kept."""
    root = folder / "edited"
    write_film(root, "edited-since", body="As imported.")
    run_import(root, io.StringIO())
    film = Film.objects.get(record__key="edited-since")
    with change(None, "by hand"):
        film.synopsis_long_en = "As the editor wants it."
        film.save()
    write_film(root, "edited-since", body="As the folder wants it.")
    out = io.StringIO()
    code = run_import(root, out)
    film.refresh_from_db()
    if film.synopsis_long_en != "As the editor wants it.":
        return "the editor's text was overwritten"
    return (
        "" if code == 1 and "synopsis_long" in out.getvalue() else "the conflict was not reported"
    )


def import_folder_mixed(folder: Path) -> str:
    """Nine good films, one broken, one slug clash, a symlink out and a symlink loop."""
    root = folder / "mixed"
    for n in range(9):
        write_film(root, f"mixed-{n}")
    broken = write_film(root, "mixed-broken")
    (broken / "index_en.md").write_text("---\ntitle: [\n---\nx\n")
    clash = root / "films" / "mixed-clash.md"
    clash.write_text(
        "---\ntitle: Clash\nslug: mixed-0\ncategory: short\n---\nA second film of this name.\n"
    )
    (root / "films" / "mixed-out").symlink_to("/etc")
    (root / "films" / "mixed-loop").symlink_to(root / "films")
    out = io.StringIO()
    if run_import(root, out, dry_run=True) != 1:
        return "the dry run ended with 0"
    named = [n for n in ("mixed-broken", "mixed-clash", "mixed-out", "mixed-loop")
             if n not in out.getvalue()]  # fmt: skip
    if named or Film.objects.filter(record__key__startswith="mixed-").exists():
        return f"not named by the dry run: {named}"
    run_import(root, io.StringIO())
    write_film(root, "mixed-broken")
    clash.unlink()
    (root / "films" / "mixed-out").unlink()
    (root / "films" / "mixed-loop").unlink()
    if run_import(root, io.StringIO()) != 0:
        return "the repaired folder still has problems"
    if Film.objects.filter(record__key__startswith="mixed-").count() != 10:
        return "not all ten films are there"
    third = io.StringIO()
    run_import(root, third)
    return "" if "10 unchanged" in third.getvalue() else "the third run changed something"


def import_kill9(folder: Path) -> str:
    """Killed at random instants: every film is whole or absent, and a later run completes."""
    root = folder / "killed"
    for n in range(200):
        write_film(root, f"killed-{n}")
    chance = random.Random(9)
    command = [sys.executable, "manage.py", "import_content", str(root), "--verbosity", "0"]
    for _n in range(KILLS):
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ, stdout=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 2.0))
        process.send_signal(signal.SIGKILL)
        process.wait()
        halves = Film.objects.filter(record__key__startswith="killed-", versions=None)
        if halves.exists():
            return f"half-written: {halves.first()}"
    subprocess.run(command, cwd=ROOT, env=os.environ, stdout=subprocess.DEVNULL, check=True)
    count = Film.objects.filter(record__key__startswith="killed-").count()
    return "" if count == 200 else f"{count} films after the last run"


FAULTS = {
    "import-edited-since": import_edited_since,
    "import-folder-mixed": import_folder_mixed,
    "import-kill9": import_kill9,
}
