"""Reading a sealed archive once, from the first byte to the last, trusting none of them."""

import hashlib
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from django.utils.translation import gettext as _

from desk.backup.encrypting import MAGIC, decrypted, is_encrypted
from desk.backup.failing import BackupError
from desk.backup.layout import (
    BLOCK,
    CHUNK,
    DATABASES,
    ENCODING,
    ERRORS,
    MANIFEST,
    MEDIA,
    SEAL,
    SEAL_SIZE,
    header_of,
    padding_of,
    zeros_after,
)
from desk.backup.manifest import MAX_SIZE, Manifest, Member, read_manifest

Take = Callable[[str, Iterator[bytes]], None]
MAX_NAME = 4096


def read_archive(path: Path, take: Take, key: str = "") -> Manifest:
    """Hand every file but the manifest to `take` and return the manifest once all is proved.

    `key` is the file with the secret key of an encrypted backup.

    Raises `BackupError` as soon as a byte is not what a backup of ours has there. Members are
    handed over before the seal is read: throw away what `take` has stored if this raises.
    """
    with opened(path, key) as file:
        return _Reader(file, take).read()


@contextmanager
def opened(path: Path, key: str = "") -> Iterator[BinaryIO]:
    """Yield the archive in the clear; it is encrypted if it begins as age's files do."""
    try:
        file = path.open("rb")
    except OSError as error:
        message = _("%(file)s cannot be read: %(error)s")
        raise BackupError(message % {"file": path, "error": error.strerror}) from error
    with file:
        if is_encrypted(file.peek(len(MAGIC))):
            with decrypted(file, key) as clear:
                yield clear
        else:
            yield file


class _Reader:
    def __init__(self, file: BinaryIO, take: Take) -> None:
        self.file, self.take = file, take
        self.digest = hashlib.sha256()
        self.position = 0
        self.members: list[Member] = []
        self.names: set[str] = set()

    def read(self) -> Manifest:
        manifest: Manifest | None = None
        while True:
            sealed = self.digest.hexdigest()
            name, size = self._header()
            if name == SEAL:
                self._check_seal(sealed, size)
                break
            if manifest is not None:
                raise self._damaged()
            if name == MANIFEST:
                manifest = read_manifest(self._whole(size))
            else:
                self._member(name, size)
        if manifest is None or manifest.members != self.members:
            raise BackupError(_("The members of the backup are not those that its manifest names."))
        if not self.members or self.members[0].name != DATABASES.get(manifest.vendor):
            raise BackupError(_("The backup does not begin with a copy of the database."))
        return manifest

    def _header(self) -> tuple[str, int]:
        """Read a header; only the very bytes that we would write ourselves are taken."""
        raw = self._exactly(BLOCK)
        try:
            info = tarfile.TarInfo.frombuf(raw, ENCODING, ERRORS)
            name = info.name
            if info.type == tarfile.GNUTYPE_LONGNAME and info.size <= MAX_NAME:
                long_name = self._exactly(info.size + padding_of(info.size))
                name = long_name.rstrip(b"\0").decode(ENCODING, ERRORS)
                block = self._exactly(BLOCK)
                info = tarfile.TarInfo.frombuf(block, ENCODING, ERRORS)
                raw += long_name + block
            expected = header_of(name, info.size)
        except (tarfile.TarError, ValueError) as error:
            raise self._damaged() from error
        if raw != expected:
            raise self._damaged()
        return name, info.size

    def _member(self, name: str, size: int) -> None:
        is_database = name in DATABASES.values() and not self.members
        if name in self.names or not (is_database or is_safe(name)):
            raise BackupError(
                _("The backup has a member that none may have: %(name)r") % {"name": name}
            )
        self.names.add(name)
        digest = hashlib.sha256()
        chunks = self._chunks(size, digest.update)
        self.take(name, chunks)
        for _rest in chunks:
            pass
        self._padding(size)
        self.members.append(Member(name, size, digest.hexdigest()))

    def _whole(self, size: int) -> bytes:
        if size > MAX_SIZE:
            raise self._damaged()
        data = b"".join(self._chunks(size, lambda chunk: None))
        self._padding(size)
        return data

    def _check_seal(self, sealed: str, size: int) -> None:
        if size != SEAL_SIZE or self._exactly(size) != sealed.encode() + b"\n":
            raise BackupError(_("The seal is broken: bytes of the backup have changed."))
        self._padding(size)
        rest = self.file.read(BLOCK * 100)
        if rest != bytes(zeros_after(self.position)):
            raise BackupError(_("The seal is broken: bytes of the backup have changed."))

    def _chunks(self, size: int, update: Callable[[bytes], None]) -> Iterator[bytes]:
        left = size
        while left:
            chunk = self._exactly(min(left, CHUNK))
            left -= len(chunk)
            update(chunk)
            yield chunk

    def _padding(self, size: int) -> None:
        if any(self._exactly(padding_of(size))):
            raise self._damaged()

    def _exactly(self, size: int) -> bytes:
        data = self.file.read(size)
        if len(data) != size:
            raise BackupError(_("The backup ends in the middle: it was cut off."))
        self.position += size
        self.digest.update(data)
        return data

    def _damaged(self) -> BackupError:
        message = _("The backup is damaged or is none of ours, near byte %(position)d.")
        return BackupError(message % {"position": self.position})


def is_safe(name: str) -> bool:
    """Tell whether a member is a file below media/, under the name that it says."""
    path = PurePosixPath(name)
    return (
        name.startswith(MEDIA)
        and len(path.parts) > 1
        and str(path) == name
        and ".." not in path.parts
        and "\0" not in name
    )
