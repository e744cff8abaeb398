"""Encrypted backups: nothing in the clear, opened by the right key alone, streamed."""

import os
import subprocess
import sys
from pathlib import Path

import pyrage
import pytest

from desk.backup.encrypting import encrypted
from desk.backup.failing import BackupError
from desk.backup.making import make_backup
from desk.backup.reading import opened
from desk.backup.verifying import verify_backup
from tests.desk.backup.archives import good_archive, read
from tests.desk.backup.trial import ROOT, state_of


@pytest.fixture(scope="module")
def identity():
    return pyrage.x25519.Identity.generate()


@pytest.fixture
def key(identity, tmp_path) -> str:
    path = tmp_path / "key.txt"
    path.write_text(f"# created: today\n# public key: {identity.to_public()}\n{identity}\n")
    return str(path)


def recipients(identity) -> list[str]:
    return [str(identity.to_public())]


def sealed_file(path: Path, identity, data: bytes) -> Path:
    with path.open("wb") as file, encrypted(file, recipients(identity)) as sink:
        sink.write(data)
    return path


def content(path: Path, key: str) -> bytes:
    with opened(path, key) as file:
        return file.read()


def test_what_age_writes_is_read_and_the_other_way(identity, key, tmp_path):
    """The library is that of the tool `rage`, and its format that of `age`."""
    data = os.urandom(300_000)
    ours = sealed_file(tmp_path / "ours", identity, data)
    assert pyrage.decrypt(ours.read_bytes(), [identity]) == data
    theirs = tmp_path / "theirs"
    theirs.write_bytes(pyrage.encrypt(data, [identity.to_public()]))
    assert content(theirs, key) == data


def test_encrypted_backup_is_verified_and_restored(trial, empty, identity, key):
    before, files = trial.hashes(), state_of(trial.media)
    made = make_backup(trial.site(), trial.file, recipients=recipients(identity))
    assert b"night-ferry" not in trial.file.read_bytes()
    assert b"night-ferry" in trial.database.read_bytes()
    assert [path.name for path in trial.backups.iterdir()] == []
    verified = verify_backup(trial.site(), trial.file, key)
    assert (verified.findings.faults, verified.findings.gaps, made.gaps) == ([], [], [])
    assert empty.manage("restore", trial.file, "--identity", key)[0] == 0
    assert (empty.hashes(), state_of(empty.media)) == (before, files)


def test_command_encrypts_what_the_settings_say(trial, identity, key):
    keys = {"BACKUP_RECIPIENTS": recipients(identity)[0]}
    code, out, errors = trial.manage("backup", "--keep", "2", "--verify", **keys)
    (file,) = trial.backups.glob("films-*.backup.age")
    assert (code, errors) == (0, "")
    assert out.splitlines()[1] == "It is encrypted: prove it where the secret key is."
    refused = trial.manage("restore", file, "--verify")
    assert refused == (1, "", "CommandError: The backup is encrypted: name the file of the secret "
                              "key with --identity.\n")  # fmt: skip
    code, out, errors = trial.manage("restore", file, "--verify", "--identity", key)
    assert (code, errors, out.splitlines()[-1][:6]) == (0, "", "equal:")


def test_wrong_key_is_refused(identity, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(str(pyrage.x25519.Identity.generate()))
    file = sealed_file(tmp_path / "x", identity, good_archive())
    with pytest.raises(BackupError, match="for another key"):
        content(file, str(other))


@pytest.mark.parametrize("text", ["", "AGE-SECRET-KEY-1XYZ", "# nothing\n"])
def test_file_without_a_key_is_refused(identity, tmp_path, text):
    other = tmp_path / "other.txt"
    other.write_text(text)
    file = sealed_file(tmp_path / "x", identity, good_archive())
    with pytest.raises(BackupError, match=r"key .*(cannot be read|holds no)|holds no secret key"):
        content(file, str(other))


@pytest.mark.parametrize("spoil", ["cut", "flip", "more"])
def test_damaged_file_is_refused(identity, key, tmp_path, spoil):
    file = sealed_file(tmp_path / "x", identity, good_archive() + os.urandom(200_000))
    data = file.read_bytes()
    flipped = data[:150_000] + bytes([data[150_000] ^ 1]) + data[150_001:]
    file.write_bytes({"cut": data[:-70_000], "flip": flipped, "more": data + b"x"}[spoil])
    with pytest.raises(BackupError, match="cannot be decrypted"):
        content(file, key)


def test_encrypted_archive_is_read_as_any_other(identity, key, tmp_path):
    file = sealed_file(tmp_path / "x", identity, good_archive())
    plain = tmp_path / "plain"
    plain.write_bytes(good_archive())
    assert content(file, key) == plain.read_bytes()
    assert len(read(plain)) == 4


def test_full_disk_ends_encrypting_with_its_reason(identity):
    with (
        pytest.raises(OSError, match="No space left on device"),
        Path("/dev/full").open("wb", buffering=0) as file,
        encrypted(file, recipients(identity)) as sink,
    ):
        for _n in range(64):
            sink.write(bytes(1024 * 1024))


def test_wrong_recipient_is_named(trial):
    with pytest.raises(BackupError, match="“age1wrong” is no public key"):
        make_backup(trial.site(), trial.file, recipients=["age1wrong"])
    assert sorted(path.name for path in trial.path.iterdir()) == [
        "db.sqlite3",
        "db.sqlite3.queue",
        "media",
    ]


MEMORY = """
import resource, sys
import django, pyrage
django.setup()
from desk.backup.encrypting import encrypted
from desk.backup.reading import opened
key = pyrage.x25519.Identity.generate()
open(sys.argv[1] + ".key", "w").write(str(key))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with open(sys.argv[1], "wb") as file, encrypted(file, [str(key.to_public())]) as sink:
    for n in range(96):
        sink.write(bytes(1024 * 1024))
from pathlib import Path
with opened(Path(sys.argv[1]), sys.argv[1] + ".key") as file:
    size = 0
    while chunk := file.read(1024 * 1024):
        size += len(chunk)
print(size, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def test_memory_does_not_grow_with_the_backup(trial, tmp_path):
    line = [sys.executable, "-c", MEMORY, str(tmp_path / "large")]
    out = subprocess.run(
        line, cwd=ROOT, env=trial.environment(), capture_output=True, text=True, check=True
    )
    size, grown = map(int, out.stdout.split())
    assert (size, grown < 24 * 1024) == (96 * 2**20, True)
