"""Whatever goes wrong is said in the language of whoever looks, and tried again if it may pass."""

import errno
import sqlite3
import threading
import time

import pytest
from django.core.files.storage import FileSystemStorage
from django.db import DatabaseError, OperationalError
from django.utils import translation
from PIL import UnidentifiedImageError

from press.building import building
from press.building.patience import PAUSES, insist
from press.building.problems import may_pass, problem_of, say_problem
from press.building.progress import say_step
from press.kit.pdf.compiling import NotSet
from press.models import Kit
from tests.factories import FilmFactory
from tests.microsites.making import go_live
from tests.press.building import tiny


class RemoteError(Exception):
    """As a storage on another machine raises it."""

    __module__ = "botocore.exceptions"


CASES = [
    (OSError(errno.ENOSPC, "No space left on device"), True, "Die Festplatte ist voll."),
    (OSError(errno.EDQUOT, "Disk quota exceeded"), True, "Die Festplatte ist voll."),
    (OperationalError("database or disk is full"), True, "Die Festplatte ist voll."),
    (OperationalError("database is locked"), True,
     "Die Datenbank war belegt: database is locked."),
    (PermissionError(errno.EACCES, "Permission denied", "/kits"), True,
     "Der Medienordner hat sich verweigert: Permission denied (/kits)."),
    (RemoteError("no such bucket"), True,
     "Der Medienordner hat sich verweigert: no such bucket."),
    (FileNotFoundError(errno.ENOENT, "gone", "originals/aa.jpg"), False,
     "Eine Datei fehlt im Medienordner: originals/aa.jpg."),
    (UnidentifiedImageError("cannot identify"), False,
     "Ein Bild des Films lässt sich nicht lesen."),
    (DatabaseError("no such column"), False,
     "Das Programm hat einen Fehler gemacht: DatabaseError: no such column."),
    (NotSet("unknown font"), False, "Die Seiten ließen sich nicht setzen: NotSet: unknown font."),
    (MemoryError(), False, "Für diese Pressemappe war zu wenig Arbeitsspeicher da."),
    (ValueError("x"), False, "Das Programm hat einen Fehler gemacht: ValueError: x."),
]  # fmt: skip


@pytest.mark.parametrize(("error", "is_retried", "sentence"), CASES)
def test_error_is_said_in_german_and_tried_again_where_it_may_pass(error, is_retried, sentence):
    with translation.override("de"):
        said = say_problem(problem_of(error))
    assert (said[: len(sentence)], may_pass(error)) == (sentence, is_retried)


def test_step_is_stored_once_and_said_in_every_language():
    with translation.override("de"):
        assert (say_step("Setting the pages"), say_step("")) == ("Die Seiten werden gesetzt", "")
    with translation.override("en"):
        assert say_step("Setting the pages") == "Setting the pages"


class FullStorage(FileSystemStorage):
    """A media folder on a disk that is full."""

    def path(self, name):
        if str(name).startswith("kits"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().path(name)


@pytest.fixture
def kit(db, monkeypatch):
    tiny.offer(monkeypatch)
    film = FilmFactory(key="ferry", title_en="Ferry", logline_en="A ferry sails.")
    go_live(film, "en")
    return Kit.objects.create(record=film.record, languages="en", format=tiny.FORMAT)


def test_kit_of_a_full_media_folder_waits_for_its_next_attempt(kit, settings, monkeypatch):
    later = []
    monkeypatch.setattr(building, "ask_again", lambda *arguments: later.append(arguments))
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": f"{__name__}.FullStorage"},
    }
    building.build(kit.pk)
    kit.refresh_from_db()
    assert (kit.state, kit.problem, later) == ("waiting", "full:", [(kit, building.PAUSES[0])])


@pytest.mark.django_db
def test_busy_database_is_asked_again_after_pauses(tmp_path):
    path = tmp_path / "busy.sqlite3"
    holder = sqlite3.connect(path, check_same_thread=False)
    holder.execute("CREATE TABLE kit (state TEXT)")
    holder.commit()
    holder.execute("BEGIN EXCLUSIVE")
    threading.Timer(0.3, holder.rollback).start()
    slept = []

    def write():
        try:
            with sqlite3.connect(path, timeout=0.05) as own:
                return own.execute("INSERT INTO kit VALUES ('failed')").rowcount
        except sqlite3.OperationalError as error:
            raise OperationalError(str(error)) from error

    def sleep(seconds):
        slept.append(seconds)
        time.sleep(0.3)

    assert insist(write, sleep) == 1
    assert slept == list(PAUSES[: len(slept)]) != []


@pytest.mark.django_db
def test_database_that_stays_busy_is_given_up():
    slept = []

    def write():
        raise OperationalError("database is locked")

    with pytest.raises(OperationalError):
        insist(write, slept.append)
    assert slept == list(PAUSES)
