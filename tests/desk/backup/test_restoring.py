"""restore: all or nothing, and the former state stays beside."""

import fcntl
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, InMemoryStorage

from desk.backup.failing import BackupError
from desk.backup.locking import locked
from desk.backup.making import make_backup
from desk.backup.reading import read_archive
from desk.backup.site import Site
from desk.backup.sqlite import SqliteDatabase
from desk.backup.stages import FolderStage, SpoolStage
from tests.desk.backup.archives import block, manifest_for, member, sealed
from tests.desk.backup.trial import NEW_TABLE, ask, copy_code, state_of


def spoil(trial) -> None:
    """Change database and files after the backup."""
    ask(trial.database, "DELETE FROM films_credit")
    ask(trial.database, "UPDATE editorial_contentversion SET number = 500")
    shutil.rmtree(trial.media / "videos")
    (trial.media / "new.txt").write_text("new")


def test_restore_into_an_empty_folder_is_equal(trial, empty):
    before, files = trial.hashes(), state_of(trial.media)
    code, out, errors = empty.manage("restore", trial.backup())
    assert (code, errors) == (0, "")
    assert out.splitlines()[1] == "Restored. To go back, stop the site and type:"
    assert (empty.hashes(), state_of(empty.media)) == (before, files)
    # The audit log has one more: that it was restored.
    assert empty.manage("restore", trial.file, "--verify")[1].count("rows now") == 1


def test_restore_brings_the_state_of_the_backup_back(trial):
    before, files = trial.content(), state_of(trial.media)
    trial.backup()
    spoil(trial)
    assert trial.manage("restore", trial.file)[0] == 0
    assert (trial.content(), state_of(trial.media)) == (before, files)


def test_former_state_stays_beside_and_comes_back(trial):
    trial.backup()
    spoil(trial)
    spoiled = trial.content(), state_of(trial.media)
    code, out, _errors = trial.manage("restore", trial.file)
    former = sorted(p.name for p in trial.path.glob("*before-restore*"))
    assert [re.sub(r"-\d{8}-\d{6}$", "-TIME", name) for name in former] == [
        "db.sqlite3.before-restore-TIME",
        "media.before-restore-TIME",
    ]
    commands = [line.strip() for line in out.splitlines() if line.startswith("    ")]
    subprocess.run(" && ".join(commands), shell=True, check=True)
    assert (code, (trial.content(), state_of(trial.media))) == (0, spoiled)


def test_restored_files_have_the_rights_of_the_former(trial):
    trial.database.chmod(0o640)
    trial.media.chmod(0o750)
    assert trial.manage("restore", trial.backup())[0] == 0
    assert trial.database.stat().st_mode & 0o777 == 0o640
    assert trial.media.stat().st_mode & 0o777 == 0o750
    rights = {p.stat().st_mode & 0o777 for p in trial.media.rglob("*") if p.is_file()}
    assert rights == {0o644}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_what_root_restores_belongs_to_the_former_owner(trial):
    for path in (trial.database, trial.media):
        os.chown(path, 1234, 1234)
    assert trial.manage("restore", trial.backup())[0] == 0
    restored = [trial.database, trial.media, *trial.media.rglob("*")]
    assert {(p.stat().st_uid, p.stat().st_gid) for p in restored} == {(1234, 1234)}


def test_content_version_goes_on_counting(trial):
    """A process that remembers the former state must not take the restored one for it."""
    trial.backup()
    spoil(trial)
    trial.manage("restore", trial.file)
    assert ask(trial.database, "SELECT number FROM editorial_contentversion") == [(501,)]


def test_damaged_database_can_be_replaced(trial):
    before = trial.content()
    trial.backup()
    trial.database.write_bytes(b"rubbish" * 1000)
    assert trial.manage("restore", trial.file)[0] == 0
    assert trial.content() == before


def test_log_of_the_former_database_goes_with_it(trial):
    """A log that a crash has left must not be read into the restored database."""
    trial.backup()
    copy = trial.path / "crash"
    copy.mkdir()
    writer = sqlite3.connect(trial.database)
    writer.execute("PRAGMA wal_autocheckpoint=0")
    writer.execute("DELETE FROM films_credit")
    writer.commit()
    for name in ("db.sqlite3", "db.sqlite3-wal", "db.sqlite3-shm"):
        shutil.copy(trial.path / name, copy / name)
    writer.close()
    for path in copy.iterdir():
        shutil.copy(path, trial.path / path.name)
    assert trial.manage("restore", trial.file)[0] == 0
    former = next(trial.path.glob("db.sqlite3.before-restore-*"))
    assert ask(trial.database, "SELECT count(*) FROM films_credit") == [(1,)]
    assert ask(former, "SELECT count(*) FROM films_credit") == [(0,)]


PASSING = (
    "db.sqlite3-shm", "db.sqlite3-wal", "db.sqlite3.lock", "db.sqlite3.queue",
    "db.sqlite3.running.lock",
)  # fmt: skip


def unchanged_after(trial, *words) -> str:
    """Run a command that must fail; return its error once nothing has changed."""
    before = state_of(trial.path, *PASSING)
    code, _out, errors = trial.manage(*words)
    after = state_of(trial.path, *PASSING)
    assert (code, after) == (1, before)
    return errors


HOLD = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
print(database.execute("SELECT count(*) FROM films_film").fetchall(), flush=True)
sys.stdin.read()
"""


def test_database_in_use_is_not_replaced(trial):
    trial.backup()
    reader = subprocess.Popen(
        [sys.executable, "-c", HOLD, trial.database],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    reader.stdout.readline()
    error = unchanged_after(trial, "restore", trial.file)
    reader.communicate("")
    assert "Stop the site and its worker first. It is held by: " in error
    assert f" {reader.pid} (" in error
    assert trial.manage("restore", trial.file)[0] == 0


RUNNING = (
    "CommandError: The site is running: stop the web server and the worker first, then restore.\n"
)
PRESENT = """
import sys
from pathlib import Path
from desk.presence import hold_presence
hold_presence(Path(sys.argv[1]))
print("running", flush=True)
sys.stdin.read()
"""


def test_running_site_is_not_restored_though_it_is_idle(trial):
    trial.backup()
    marker = trial.path / "db.sqlite3.running.lock"
    site = subprocess.Popen(
        [sys.executable, "-c", PRESENT, marker], cwd=trial.code,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    site.stdout.readline()
    error = unchanged_after(trial, "restore", trial.file)
    verified = trial.manage("restore", trial.file, "--verify")[0]
    site.kill()
    site.communicate()
    assert (error, verified) == (RUNNING, 0)
    assert trial.manage("restore", trial.file)[0] == 0


@pytest.mark.parametrize(
    "words",
    [
        ("-m", "gunicorn", "config.wsgi", "--config", "deploy/gunicorn.conf.py"),
        ("manage.py", "work"),
    ],
)
def test_web_server_and_worker_are_not_restored_under(trial, words):
    trial.backup()
    marker = trial.path / "db.sqlite3.running.lock"
    process = subprocess.Popen(
        [sys.executable, *words], cwd=trial.code, env=trial.environment(PORT="0", WORKERS="1")
    )
    deadline = time.monotonic() + 60
    while not is_locked(marker) and time.monotonic() < deadline:
        time.sleep(0.1)
    code, _out, error = trial.manage("restore", trial.file)
    process.terminate()
    process.wait(timeout=60)
    assert (code, error) == (1, RUNNING)
    assert trial.manage("restore", trial.file)[0] == 0


def is_locked(path) -> bool:
    if not path.exists():
        return False
    with path.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def test_damaged_backup_changes_nothing(trial):
    data = bytearray(trial.backup().read_bytes())
    data[-12_000] ^= 1
    trial.file.write_bytes(data)
    unchanged_after(trial, "restore", trial.file)


def test_hostile_backup_writes_nowhere(trial):
    database = trial.database.read_bytes()
    names = {"database.sqlite3": database, "media/a": b"x", "media/../../evil": b"x"}
    members = [member(name, data) for name, data in names.items()]
    blocks = [block(name, data) for name, data in names.items()]
    trial.file.write_bytes(sealed(*blocks, block("manifest.json", manifest_for(members))))
    error = unchanged_after(trial, "restore", trial.file)
    assert "'media/../../evil'" in error
    assert list(trial.path.parent.glob("**/evil")) == []


def test_file_in_the_place_of_a_folder_changes_nothing(trial):
    names = {"database.sqlite3": b"x", "media/a": b"x", "media/a/b": b"x"}
    blocks = [block(name, data) for name, data in names.items()]
    trial.file.write_bytes(sealed(*blocks))
    assert "Nothing was restored" in unchanged_after(trial, "restore", trial.file)


def test_backup_with_other_rows_than_it_says_is_refused(trial):
    data = trial.database.read_bytes()
    parts = [member("database.sqlite3", data)]
    manifest = block("manifest.json", manifest_for(parts))
    trial.file.write_bytes(sealed(block("database.sqlite3", data), manifest))
    error = unchanged_after(trial, "restore", trial.file)
    assert "assets_mediafile: 0 rows expected, 2 found." in error


def test_no_database_in_the_place_of_one_is_refused(trial):
    parts = [member("database.sqlite3", b"data")]
    manifest = block("manifest.json", manifest_for(parts))
    trial.file.write_bytes(sealed(block("database.sqlite3", b"data"), manifest))
    assert "not a database" in unchanged_after(trial, "restore", trial.file)


def test_backup_of_newer_code_is_refused(trial, tmp_path):
    newer = trial.with_code(copy_code(tmp_path / "newer", NEW_TABLE))
    assert newer.manage("migrate", "--verbosity", "0")[0] == 0
    trial.backup()
    error = unchanged_after(trial, "restore", trial.file)
    assert "unknown migrations desk.9999_trial" in error


def test_older_backup_is_migrated(trial, tmp_path):
    before = trial.hashes()
    trial.backup()
    newer = trial.with_code(copy_code(tmp_path / "newer", NEW_TABLE))
    code, out, errors = newer.manage("restore", trial.file)
    assert (code, errors) == (0, "")
    assert out.splitlines()[1] == "It was older than the code and has been migrated."
    assert ask(trial.database, "SELECT count(*) FROM desk_trial") == [(0,)]
    assert trial.hashes() == before


def test_older_backup_that_cannot_be_migrated_changes_nothing(trial, tmp_path):
    trial.backup()
    newer = trial.with_code(copy_code(tmp_path / "newer", "migrations.RunPython(fail)"))
    before = state_of(trial.path, *PASSING)
    code, _out, errors = newer.manage("restore", trial.file)
    assert (code, errors) == (1, "CommandError: Nothing was restored: no such luck\n")
    after = state_of(trial.path, *PASSING)
    assert after == before


def test_restore_point_brings_rows_back_and_leaves_the_files(trial):
    before = trial.content()
    make_backup(trial.site(), trial.file, is_whole=False)
    spoil(trial)
    files = state_of(trial.media)
    code, _out, errors = trial.manage("restore", trial.file)
    assert (code, trial.content(), state_of(trial.media)) == (0, before, files)
    assert "the database names it, the storage lacks it." in errors
    assert list(trial.path.glob("media.*")) == []


def test_second_restore_is_refused_meanwhile(trial):
    trial.backup()
    with locked(trial.site()):
        error = unchanged_after(trial, "restore", trial.file)
    assert error.startswith("CommandError: A backup, restore or upgrade of this site is running.")


def test_rests_of_a_killed_restore_are_cleared_away(trial):
    trial.backup()
    before = trial.content()
    (trial.path / "media.restoring" / "x").mkdir(parents=True)
    (trial.path / "db.sqlite3.restoring").write_bytes(b"half")
    assert trial.manage("restore", trial.file)[0] == 0
    assert list(trial.path.glob("*.restoring")) == []
    assert trial.content() == before


KILLED = """
import os, pathlib, sys
rename, calls = pathlib.Path.rename, []
def rename_or_die(self, target):
    calls.append(target)
    if len(calls) == int(sys.argv[2]):
        os._exit(9)
    return rename(self, target)
pathlib.Path.rename = rename_or_die
from django.core.management import execute_from_command_line
execute_from_command_line(["manage.py", "restore", sys.argv[1]])
"""


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_restore_killed_between_two_names_is_undone_by_the_next(trial, number):
    trial.backup()
    spoil(trial)
    spoiled = state_of(trial.media)
    line = [sys.executable, "-c", KILLED, str(trial.file), str(number)]
    killed = subprocess.run(line, cwd=trial.code, env=trial.environment(), check=False)
    assert killed.returncode == 9
    assert trial.manage("restore", trial.path / "gone.backup")[0] == 1
    assert ask(trial.database, "SELECT number FROM editorial_contentversion") == [(500,)]
    assert state_of(trial.media) == spoiled
    assert (trial.path / "db.sqlite3.maintenance").exists()
    assert trial.manage("restore", trial.file)[0] == 0
    assert not (trial.path / "db.sqlite3.maintenance").exists()


TWICE = """
import sys
import time_machine
from django.core.management import execute_from_command_line
with time_machine.travel("2026-11-22T12:00:00Z", tick=False):
    for _time in range(2):
        execute_from_command_line(["manage.py", "restore", sys.argv[1]])
"""


def test_two_restores_of_one_second_keep_both_former_states(trial):
    before, files = trial.content(), state_of(trial.media)
    trial.backup()
    spoil(trial)
    line = [sys.executable, "-c", TWICE, str(trial.file)]
    subprocess.run(line, cwd=trial.code, env=trial.environment(), check=True)
    assert (trial.content(), state_of(trial.media)) == (before, files)
    spoiled, restored = sorted(trial.path.glob("db.sqlite3.before-restore-*"))
    assert restored.name == f"{spoiled.name}-2"
    assert ask(spoiled, "SELECT count(*) FROM films_credit") == [(0,)]
    assert ask(restored, "SELECT count(*) FROM films_credit") == [(1,)]


def test_storage_that_is_no_folder_gets_the_missing_files(trial):
    site = trial.site()
    memory = InMemoryStorage()
    name = next(iter(state_of(trial.media)))
    memory.save(name, ContentFile((trial.media / name).read_bytes()))
    memory.save("other.txt", ContentFile(b"stays"))
    make_backup(site, trial.file)
    stage = SpoolStage(memory, 0)

    def take(member_name, chunks):
        if member_name.startswith("media/"):
            stage.add(member_name.removeprefix("media/"), chunks)

    read_archive(trial.file, take)
    stage.publish()
    stage.clean()
    again = make_backup(Site(SqliteDatabase(trial.database), memory, trial.backups),
                        trial.path / "two.backup")  # fmt: skip
    assert (again.files, again.gaps) == (len(state_of(trial.media)) + 1, [])


def test_mount_point_is_not_renamed(trial):
    stage = FolderStage(FileSystemStorage(location="/proc"), 0)
    with pytest.raises(BackupError, match="is a mount point"):
        stage.add("a.txt", iter([b"x"]))
