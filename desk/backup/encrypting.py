"""Backups in the format of age (age-encryption.org/v1), encrypted and decrypted while they pass by.

The library reads and writes pieces of 64 KiB, in a thread of its own: memory does not grow with the
backup, and nothing that is in it lies about in the clear.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from desk.backup.failing import BackupError

MAGIC = b"age-encryption.org/v1\n"
# Bech32 without the letters that are mistaken for others (BIP 173); 32 bytes and a checksum.
RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}")
IDENTITY = "AGE-SECRET-KEY-1"
STDIN = "-"
MAX_KEY_FILE = 64 * 1024


@contextmanager
def encrypted(file: BinaryIO, recipients: Sequence[str]) -> Iterator[BinaryIO]:
    """What is written into the yielded file comes to `file`, for all who have one of the keys.

    Without recipients it is `file` itself.
    """
    if not recipients:
        yield file
        return
    age = _library()
    keys = read_recipients(recipients)
    reading, writing = _pipe()
    with _Passing(lambda: age.encrypt_io(reading, file, keys), reading) as passing:
        try:
            yield writing
            writing.close()
        except BrokenPipeError:
            passing.end()
            raise OSError(str(passing.error)) from passing.error
        finally:
            with suppress(OSError):
                writing.close()
        passing.end()
        if passing.error is not None:
            raise OSError(str(passing.error)) from passing.error


@contextmanager
def decrypted(file: BinaryIO, key: str) -> Iterator[BinaryIO]:
    """Yield what an encrypted file holds; `key` names the file of the secret key, "-" is stdin.

    Raises `BackupError` if the key is missing or another one, or a byte has changed.
    """
    age = _library()
    keys = read_identities(key)
    reading, writing = _pipe()
    with _Passing(lambda: age.decrypt_io(file, writing, keys), writing) as passing:
        try:
            yield reading
        except BackupError:
            _refuse(passing.error)  # else the error is what followed from it
            raise
        finally:
            reading.close()
            passing.end()
        _refuse(passing.error)


def is_encrypted(beginning: bytes) -> bool:
    return beginning.startswith(MAGIC)


def read_recipients(texts: Sequence[str]) -> list[Any]:
    """Return the public keys; `BackupError` names one that is none."""
    age = _library()
    keys = []
    for text in texts:
        try:
            keys.append(age.x25519.Recipient.from_str(text))
        except age.RecipientError as error:
            raise BackupError(
                _("BACKUP_RECIPIENTS: “%(key)s” is no public key of age (age1...).")
                % {"key": text[:80]}
            ) from error
    return keys


def read_identities(key: str) -> list[Any]:
    """Read the secret keys in a file as `age-keygen` writes it."""
    if not key:
        raise BackupError(
            _("The backup is encrypted: name the file of the secret key with --identity.")
        )
    age = _library()
    try:
        text = sys.stdin.read(MAX_KEY_FILE) if key == STDIN else _read_text(Path(key))
        lines = [line.strip() for line in text.splitlines()]
        found = [age.x25519.Identity.from_str(line) for line in lines if line.startswith(IDENTITY)]
    except (OSError, ValueError, age.IdentityError) as error:
        raise BackupError(
            _("The key %(file)s cannot be read: %(error)s") % {"file": key, "error": error}
        ) from error
    if not found:
        raise BackupError(
            _("%(file)s holds no secret key of age (AGE-SECRET-KEY-1...).") % {"file": key}
        )
    return found


def _read_text(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.read(MAX_KEY_FILE)


class _Passing:
    """A thread that passes bytes through the library and closes its end of the pipe."""

    def __init__(self, work: Callable[[], object], end_of_pipe: BinaryIO) -> None:
        self.error: Exception | None = None
        self._work, self._end = work, end_of_pipe
        self._thread = Thread(target=self._run)

    def __enter__(self) -> "_Passing":
        self._thread.start()
        return self

    def __exit__(self, *_about: object) -> None:
        self.end()

    def end(self) -> None:
        self._thread.join()

    def _run(self) -> None:
        try:
            self._work()
            self._end.flush()
        except Exception as error:  # the library has an error for each way to fail
            self.error = error
        with suppress(OSError):
            self._end.close()


def _pipe() -> tuple[BinaryIO, BinaryIO]:
    source, sink = os.pipe()
    return os.fdopen(source, "rb"), os.fdopen(sink, "wb")


def _refuse(error: Exception | None) -> None:
    if error is not None:
        raise BackupError(
            _("The backup cannot be decrypted, as it is damaged or for another key: %(error)s")
            % {"error": error}
        ) from error


def _library() -> Any:
    if find_spec("pyrage") is None:
        raise BackupError(
            _("Encrypted backups need what requirements/optional.lock lists (pyrage).")
        )
    import pyrage

    return pyrage
