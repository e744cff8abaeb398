"""An upgrade that is killed in the middle of its migrations."""

import subprocess
import sys
import time
from pathlib import Path

from django.db import connection

from tests.desk.backup.trial import NEW_TABLE, Trial, ask, copy_code
from tests.kills.ground import check_integrity, environment_of
from tests.kills.victims import Cradle, kill_group
from tests.migrated import migrate

RESTORE_SECONDS = 300
# Changes every film and stops before the end of the migration, unless told to be quick.
SLOW = """migrations.RunPython(
    lambda apps, schema: (
        apps.get_model("films", "Film").objects.update(year=1901),
        __import__("pathlib").Path(os.environ["HALF"]).touch(),
        __import__("time").sleep(0 if os.path.exists(os.environ["HALF"] + ".quick") else 600),
    )
)""".replace("os.", "__import__('os').")
START_SECONDS = 120


def migration_half(folder: Path) -> str:
    """Once the next upgrade completes it, once the backup brings back what was before."""
    trial = _old_site(folder / "site")
    code = copy_code(folder / "code", f"{NEW_TABLE}, {SLOW}")
    half = folder / "half"
    before = ask(trial.database, "SELECT year FROM films_film")
    environment = {**environment_of(trial), "HALF": str(half)}
    _kill_half_way(trial, code, environment, half)
    if not (trial.path / "db.sqlite3.maintenance").exists():
        return "the site is open half migrated"
    if ask(trial.database, "SELECT year FROM films_film") != before or check_integrity(trial):
        return "half a migration is in the database"
    (backup,) = trial.backups.glob("before-upgrade-*.backup")
    began = time.monotonic()
    result, _out, errors = trial.manage("restore", backup, **environment)
    if result or time.monotonic() - began > RESTORE_SECONDS:
        return f"the backup does not bring the site back: {errors}"
    half.with_name("half.quick").touch()
    result, _out, errors = trial.with_code(code).manage("upgrade", "--database-only", **environment)
    if result or (trial.path / "db.sqlite3.maintenance").exists():
        return f"the next upgrade does not complete: {errors}"
    years = set(ask(trial.database, "SELECT year FROM films_film"))
    return "" if years == {(1901,)} else f"not migrated: {years}"


def _old_site(folder: Path) -> Trial:
    """Return a site of its own with a film, in which the present migrations have run."""
    (folder / "tmp").mkdir(parents=True)
    trial = Trial(folder, f"sqlite:///{folder / 'db.sqlite3'}")
    here = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        ask(Path(here), f"VACUUM INTO '{trial.database}'")
        return trial
    migrate(trial.url)
    cradle = Cradle(environment_of(trial))
    cradle.measured(trial, "desk")
    cradle.close()
    return trial


def _kill_half_way(trial: Trial, code: Path, environment: dict[str, str], half: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "manage.py", "upgrade"], cwd=code, env=environment,
        start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    until = time.monotonic() + START_SECONDS
    while not half.exists() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    kill_group(process.pid)
    process.wait()
    assert half.exists(), "The migration has not begun."
