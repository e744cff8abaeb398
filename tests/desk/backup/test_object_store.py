"""Backup and restore of a site whose files lie in an S3-compatible store."""

import hashlib

import pytest
from django.core.files.base import ContentFile

from assets.object_store.storage import ObjectStore
from desk.backup.reading import read_archive
from tests.desk.backup.trial import ask, state_of
from tests.ports import free_ports


@pytest.fixture
def url(trial, object_store):
    """Where the trial's files lie now; the folder is put aside."""
    url = object_store.new_url()
    storage = ObjectStore(url)
    for name in state_of(trial.media):
        with (trial.media / name).open("rb") as file:
            storage.save(name, ContentFile(file.read()))
    trial.media.rename(aside(trial))
    return url


def aside(trial):
    return trial.path / "aside"


def state_in(url):
    """Return the SHA-256 of every file in the store, by name."""
    storage = ObjectStore(url)
    found = {}
    for name, _size in storage.walk():
        with storage.open(name) as file:
            found[name] = hashlib.sha256(file.read()).hexdigest()
    return found


def test_backup_holds_the_files_of_the_store_and_restore_brings_them_back(trial, url, object_store):
    files, content = state_of(aside(trial)), trial.content()
    read = {}

    assert trial.manage("backup", trial.file, STORAGE_URL=url)[0] == 0

    def take(name, chunks):
        read[name] = hashlib.sha256(b"".join(chunks)).hexdigest()

    read_archive(trial.file, take)
    assert {name[6:]: one for name, one in read.items() if name.startswith("media/")} == files

    lost, spoiled = sorted(files)[:2]
    storage = ObjectStore(url)
    storage.delete(lost)
    storage.save(spoiled, ContentFile(b"spoiled"))
    storage.save("later.txt", ContentFile(b"later"))
    ask(trial.database, "DELETE FROM films_credit")

    code, _out, errors = trial.manage("restore", trial.file, STORAGE_URL=url)

    assert (code, errors) == (0, "")
    later = {"later.txt": hashlib.sha256(b"later").hexdigest()}
    assert (trial.content(), state_in(url)) == (content, {**files, **later})


def test_nothing_is_restored_while_the_store_is_away(trial):
    trial.backup()
    ask(trial.database, "DELETE FROM films_credit")
    spoiled = trial.content()
    (port,) = free_ports(1)

    code, _out, errors = trial.manage(
        "restore", trial.file, STORAGE_URL=f"s3+http://KEY:SECRET@127.0.0.1:{port}/films"
    )

    assert (code, "Nothing was restored: The file store does not answer." in errors) == (1, True)
    assert trial.content() == spoiled
