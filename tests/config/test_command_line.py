"""What `manage.py` says where disk or database are in trouble."""

import sqlite3

import pytest

from config.command_line import run, say
from desk.backup.failing import BackupError

NO_ROOM = OSError(28, "No space left on device", "/srv/export/a")


def test_trouble_is_said_with_the_file(settings):
    assert say(NO_ROOM) == (
        "The disk is full (a folder of the site): nothing was saved. Ask whoever looks after the "
        "site to make room, then try again.\n"
        "[Errno 28] No space left on device: '/srv/export/a'"
    )


def test_backup_that_cannot_be_made_is_said_in_its_own_words():
    assert say(BackupError("There is no database yet.")) == "There is no database yet."


def test_mistake_of_the_program_is_not_hidden():
    assert say(ValueError("a mistake of ours")) == ""


def test_command_ends_with_a_sentence(tmp_path, capsys, monkeypatch, settings):
    def fail(_words):
        with sqlite3.connect(f"file:{tmp_path}/none?mode=ro", uri=True):
            raise AssertionError("it was opened")

    monkeypatch.setattr("config.command_line.execute_from_command_line", fail)
    with pytest.raises(SystemExit) as ended:
        run(["manage.py", "backup"])
    assert ended.value.code == 1
    assert capsys.readouterr().err == (
        "The database does not answer: nothing was saved. Try again in a minute; if it stays so, "
        "tell whoever looks after the site.\nunable to open database file\n"
    )
    with pytest.raises(sqlite3.OperationalError):
        run(["manage.py", "backup", "--traceback"])
