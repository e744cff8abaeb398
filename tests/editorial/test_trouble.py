"""What disks and databases say, told apart from mistakes of the program."""

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connections
from django.utils import translation
from psycopg.errors import DeadlockDetected

from editorial.trouble import Trouble, naming, say_trouble, trouble_of


@pytest.fixture
def other(tmp_path):
    """A database of its own with one table, opened by Django."""
    path = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE films (title)")
        database.commit()
    opened = connections.create_connection("default").copy("other")
    opened.settings_dict = {**opened.settings_dict, "ENGINE": "config.sqlite3", "NAME": str(path)}
    opened.settings_dict["OPTIONS"] = {"timeout": 0}
    yield opened
    opened.close()


def write(other, sql="INSERT INTO films VALUES (zeroblob(100000))"):
    with other.cursor() as cursor:
        cursor.execute(sql)


def told(other, sql="INSERT INTO films VALUES (zeroblob(100000))"):
    with pytest.raises(DatabaseError) as raised:
        write(other, sql)
    return trouble_of(raised.value)


@pytest.mark.django_db
@pytest.mark.one_machine  # about SQLite
def test_full_database_is_told(other):
    write(other, "PRAGMA max_page_count = 3")
    assert told(other) == Trouble("full", "database")


@pytest.mark.django_db
@pytest.mark.one_machine
def test_database_that_can_only_be_read_is_told(other):
    write(other, "PRAGMA query_only = 1")
    assert told(other) == Trouble("closed", "database")


@pytest.mark.django_db
@pytest.mark.one_machine
def test_locked_database_is_told(other):
    with closing(sqlite3.connect(other.settings_dict["NAME"], isolation_level=None)) as another:
        another.execute("BEGIN EXCLUSIVE")
        assert told(other) == Trouble("busy", "database")


@pytest.mark.django_db
@pytest.mark.one_machine
def test_damaged_database_is_told(other):
    path = Path(other.settings_dict["NAME"])
    with path.open("r+b") as file:
        file.write(os.urandom(100))
    assert told(other) == Trouble("damaged", "database")


@pytest.mark.django_db
@pytest.mark.one_machine
def test_mistake_of_the_program_is_no_trouble(other):
    assert told(other, "SELECT nothing FROM nowhere") is None


def test_broken_rule_of_the_database_is_no_trouble():
    assert trouble_of(IntegrityError("UNIQUE constraint failed")) is None


def test_database_server_that_ends_is_told():
    try:
        raise OperationalError("gone") from ConnectionError("reset")
    except OperationalError as error:
        assert trouble_of(error) == Trouble("away", "database")


def test_two_that_wait_for_each_other_are_told_to_try_again():
    try:
        raise OperationalError("deadlock") from DeadlockDetected()
    except OperationalError as error:
        assert trouble_of(error) == Trouble("busy", "database")


@pytest.mark.parametrize(
    ("number", "kind", "status"),
    [
        (errno.ENOSPC, "full", 507),
        (errno.EDQUOT, "full", 507),
        (errno.EROFS, "closed", 503),
        (errno.EMFILE, "crowded", 503),
        (errno.EIO, "damaged", 503),
    ],
)
def test_disk_is_told_with_the_place(settings, number, kind, status):
    error = OSError(number, os.strerror(number), f"{settings.MEDIA_ROOT}/videos/a")
    trouble = trouble_of(error)
    assert (trouble.kind, trouble.place, trouble.status) == (kind, "media", status)


def test_lost_file_is_no_trouble_of_the_disk():
    assert trouble_of(FileNotFoundError(errno.ENOENT, "gone")) is None


def test_error_without_a_name_gets_that_of_its_file():
    with pytest.raises(OSError) as raised, naming("/media/a"):
        raise OSError(errno.ENOSPC, "full")
    assert raised.value.filename == "/media/a"


@pytest.mark.parametrize("kind", ["full", "closed", "busy", "damaged", "away"])
def test_every_trouble_of_a_database_has_its_words_in_german(kind):
    with translation.override("en"):
        english = say_trouble(Trouble(kind, "database"))
    with translation.override("de"):
        assert say_trouble(Trouble(kind, "database")) != english


@pytest.mark.parametrize("kind", ["full", "closed", "damaged", "crowded"])
@pytest.mark.parametrize("place", ["media", "uploads", "disk"])
def test_every_trouble_of_a_disk_has_words(kind, place):
    with translation.override("de"):
        assert say_trouble(Trouble(kind, place)).endswith((".", "kümmert."))
