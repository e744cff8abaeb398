"""The same on a real PostgreSQL server."""

import json
import shutil
import subprocess
import sys
import tarfile

import pytest

from desk.backup.manifest import Manifest, write_manifest
from tests.desk.backup.archives import block, member, sealed
from tests.desk.backup.trial import NEW_TABLE, Trial, copy_code, copy_trial, state_of

COUNT = "SELECT count(*) FROM films_credit"


def names_of(postgres, trial) -> list[str]:
    """Return the databases beside that of the site."""
    name = trial.url.rpartition("/")[2]
    sql = f"SELECT datname FROM pg_database WHERE datname LIKE '{name}\\_%' ORDER BY 1"
    return postgres.ask(sql).splitlines()


def name_of(trial) -> str:
    return trial.url.rpartition("/")[2]


def forget_former(postgres, trial) -> None:
    for name in names_of(postgres, trial):
        postgres.ask(f"DROP DATABASE {name}")


@pytest.fixture(scope="module")
def filled_there(postgres, tmp_path_factory) -> Trial:
    path = tmp_path_factory.mktemp("postgres") / "site"
    path.mkdir()
    trial = Trial(path, postgres.new_database())
    assert trial.manage("upgrade") == (0, "The database was created.\n", "")
    trial.world("fill")
    return trial


@pytest.fixture
def trial(postgres, filled_there, tmp_path):
    """A copy of the filled site, with a database of its own."""
    url = postgres.new_database()
    trial = Trial(tmp_path / "site", url)
    shutil.copytree(filled_there.path, trial.path)
    postgres.ask(f"DROP DATABASE {name_of(trial)}")
    postgres.ask(f"CREATE DATABASE {name_of(trial)} TEMPLATE {name_of(filled_there)}")
    return trial


# Dies when the journal of the names is to go: database and files have changed.
KILLED = """
import os, pathlib, sys
unlink = pathlib.Path.unlink
def unlink_or_die(self, **options):
    if self.name.endswith("swap"):
        os._exit(9)
    return unlink(self, **options)
pathlib.Path.unlink = unlink_or_die
from django.core.management import execute_from_command_line
execute_from_command_line(["manage.py", "restore", sys.argv[1]])
"""


def test_files_stay_with_the_database_when_a_restore_is_killed_after_both(postgres, trial):
    trial.backup()
    files = state_of(trial.media)
    spoiled = next(path for path in trial.media.rglob("*") if path.is_file())
    spoiled.unlink()
    line = [sys.executable, "-c", KILLED, str(trial.file)]
    killed = subprocess.run(line, cwd=trial.code, env=trial.environment(), check=False)
    assert killed.returncode == 9
    code, out, _errors = trial.manage("upgrade", "--database-only")
    assert (code, "has been undone" in out) == (0, False)
    assert state_of(trial.media) == files
    forget_former(postgres, trial)


def test_backup_is_equal_and_comes_back(postgres, trial):
    before, files = trial.hashes(), state_of(trial.media)
    trial.backup()
    code, out, errors = trial.manage("restore", trial.file, "--verify")
    assert (code, errors) == (0, "")
    assert out.splitlines()[1:] == [
        "The site today:",
        "  editorial_auditentry: 2 rows now, 1 in the backup.",
        "equal: every byte, every row and every file is there.",
    ]
    assert ", PostgreSQL " in out.splitlines()[0]
    postgres.ask("DELETE FROM films_credit", name_of(trial))
    shutil.rmtree(trial.media / "videos")
    code, out, errors = trial.manage("restore", trial.file)
    assert (code, errors) == (0, "")
    assert (trial.hashes(), state_of(trial.media)) == (before, files)
    former = names_of(postgres, trial)
    assert len(former) == 1
    assert postgres.ask(COUNT, former[0]) == "0"
    assert f'ALTER DATABASE "{former[0]}" RENAME TO "{name_of(trial)}"' in out


def test_backup_restores_into_a_database_that_is_not_there(postgres, trial, tmp_path):
    before = trial.hashes()
    trial.backup()
    elsewhere = Trial(tmp_path / "elsewhere", postgres.url_of(f"{name_of(trial)}x"))
    code, _out, errors = elsewhere.manage("restore", trial.file)
    assert (code, errors, elsewhere.hashes()) == (0, "", before)
    assert state_of(elsewhere.media) == state_of(trial.media)


def test_backup_of_a_busy_site_is_one_moment(trial, tmp_path):
    stop = tmp_path / "stop"
    process = trial.start_writing(stop)
    try:
        trial.backup()
    finally:
        stop.touch()
        process.communicate(timeout=60)
    code, out, _errors = trial.manage("restore", trial.file, "--verify")
    assert (code, out.splitlines()[-1][:6]) == (0, "equal:")
    ever = json.loads(trial.world("revisions"))
    assert trial.manage("restore", trial.file)[0] == 0
    for uuid, (_name, document, revision) in trial.hashes().items():
        assert document == revision
        assert document in ever[uuid]


def test_database_in_use_is_not_replaced(postgres, trial):
    trial.backup()
    postgres.ask("DELETE FROM films_credit", name_of(trial))
    session = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(postgres.folder), name_of(trial)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    session.stdout.readline()
    code, _out, errors = trial.manage("restore", trial.file)
    session.communicate("")
    assert code == 1
    assert errors.startswith("CommandError: The database is in use.")
    assert " lichtspiel editor local" in errors
    assert postgres.ask(COUNT, name_of(trial)) == "0"
    assert names_of(postgres, trial) == []
    assert list(trial.path.glob("media.*")) == []


HOLD = """
import psycopg, sys
host, name = sys.argv[1:]
session = psycopg.connect(host=host, dbname=name, user="lichtspiel", application_name="editor")
print(session.execute("SELECT 1").fetchall(), flush=True)
sys.stdin.read()
"""


def test_damaged_dump_is_found(postgres, trial):
    """A dump that cannot be loaded, in an archive whose sums are right."""
    with tarfile.open(trial.backup()) as archive:
        dump = archive.extractfile("database.dump").read()
        manifest = json.load(archive.extractfile("manifest.json"))
    dump = dump[: len(dump) * 3 // 4]
    values = {k: v for k, v in manifest.items() if k not in ("format", "product", "members")}
    values |= {"is_whole": False, "members": [member("database.dump", dump)]}
    trial.file.write_bytes(
        sealed(
            block("database.dump", dump),
            block("manifest.json", write_manifest(Manifest(**values))),
        )
    )
    code, out, errors = trial.manage("restore", trial.file, "--verify")
    assert (code, out.splitlines()[-1]) == (1, "not equal: 1 differences.")
    code, _out, errors = trial.manage("restore", trial.file)
    assert (code, "pg_restore failed: " in errors) == (1, True)
    assert (postgres.ask(COUNT, name_of(trial)), names_of(postgres, trial)) == ("1", [])


def test_user_without_the_right_is_told(postgres, trial):
    postgres.ask(f"CREATE USER guest_{name_of(trial)}")
    guest = f"guest_{name_of(trial)}"
    postgres.ask(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {guest}", name_of(trial))
    postgres.ask(f"GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO {guest}", name_of(trial))
    limited = Trial(trial.path, postgres.url_of(name_of(trial), guest))
    limited.backup()
    code, out, _errors = limited.manage("restore", limited.file, "--verify")
    assert code == 0
    assert out.splitlines()[1].startswith("The dump could not be loaded into a database of its own")
    code, _out, errors = limited.manage("restore", limited.file)
    assert code == 1
    assert "ALTER ROLE ... CREATEDB" in errors


@pytest.mark.parametrize("program", ["pg_dump", "pg_restore"])
def test_missing_program_is_named(trial, program):
    if program == "pg_restore":
        trial.backup()
    words = ["backup", trial.file] if program == "pg_dump" else ["restore", trial.file, "--verify"]
    code, out, errors = trial.manage(*words, PATH="/nowhere")
    assert code == 1
    assert f"{program} is missing." in out + errors
    assert not trial.file.exists() or program == "pg_restore"


def test_backup_of_the_other_kind_is_refused(trial, filled, tmp_path):
    other = copy_trial(filled, tmp_path / "other")  # a backup leaves a note in its folder
    code, _out, errors = other.manage("backup", tmp_path / "sqlite.backup")
    assert (code, errors) == (0, "")
    line = "The backup holds a database of sqlite; this site uses postgresql."
    code, out, _errors = trial.manage("restore", tmp_path / "sqlite.backup", "--verify")
    assert (code, out.splitlines()[1]) == (1, line)
    code, _out, errors = trial.manage("restore", tmp_path / "sqlite.backup")
    assert (code, errors) == (1, f"CommandError: {line}\n")


def test_upgrade_goes_forwards_or_back(postgres, trial, tmp_path):
    before = trial.hashes()
    failing = copy_code(tmp_path / "failing", f"{NEW_TABLE}, migrations.RunPython(spoil)")
    code, _out, errors = trial.with_code(failing).manage("upgrade")
    assert (code, "film: 2 rows expected, 1 found." in errors) == (1, True)
    assert "The database is again what it was before." in errors
    assert trial.hashes() == before
    forget_former(postgres, trial)
    newer = copy_code(tmp_path / "newer", NEW_TABLE)
    code, out, errors = trial.with_code(newer).manage("upgrade")
    assert (code, errors) == (0, "")
    assert out.splitlines()[1:] == ["Migrations: desk.9999_trial", "The upgrade is complete."]
    assert postgres.ask("SELECT count(*) FROM desk_trial", name_of(trial)) == "0"
    assert names_of(postgres, trial) == []
