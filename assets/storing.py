"""Writing files that are named by their content: whole or not at all, and only once."""

import errno
import hashlib
import os
import shutil
import tempfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import IO, BinaryIO, cast

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.storage import FileSystemStorage, Storage, default_storage
from django.utils.translation import gettext as _

from assets.object_store import Remote
from editorial.trouble import FULL, naming, trouble_of

COPY_BYTES = 1024 * 1024


def write_once(storage: Storage, name: str, data: bytes | BinaryIO) -> None:
    """Store `data` under exactly this name; what is there already has the same content.

    A store on another machine is not asked first for what is small: written again it is young.
    """
    is_small = isinstance(data, bytes) and isinstance(storage, Remote)
    if not is_small and renew(storage, name):
        return
    source = BytesIO(data) if isinstance(data, bytes) else data
    source.seek(0)
    if isinstance(storage, FileSystemStorage):
        _write_file(storage, name, source)
    else:
        storage.save(name, File(source))


def write_upload(storage: Storage, name: str, sha256: str, data: bytes | BinaryIO) -> bool:
    """Store an upload under the name of its content; tell whether it replaced a damaged one.

    That is looked for on this disk alone. Else nobody could mend a file by uploading it again.
    """
    if isinstance(storage, FileSystemStorage):
        path = Path(storage.path(name))
        if is_spoiled(path, sha256):
            source = BytesIO(data) if isinstance(data, bytes) else data
            with naming(path):
                _rename_whole(path, source, _mode_of(storage))
            return True
    write_once(storage, name, data)
    return False


def is_spoiled(path: Path, sha256: str) -> bool:
    """Tell whether a file is there with other bytes than its name says, or none that can be read.

    Reads it whole. Raises OSError for what the disk refuses for any other reason.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() != sha256
    except FileNotFoundError:
        return False
    except OSError as error:
        if error.errno == errno.EIO:  # a bad place of the disk: written anew it lies elsewhere
            return True
        raise


def renew(storage: Storage, name: str) -> bool:
    """Make a file young again; False if there is none.

    Files without a row are deleted by their age, and the row of this one may be still to come.
    """
    if isinstance(storage, Remote):
        return storage.renew(name)
    if not isinstance(storage, FileSystemStorage):
        return storage.exists(name)
    try:
        os.utime(storage.path(name))
    except FileNotFoundError:
        return False
    except PermissionError:  # of another account; whoever deletes asks for rows, too
        pass
    return True


def open_part(storage: Storage, name: str, first: int, length: int) -> BinaryIO:
    """Open `length` bytes of a file from the byte `first`; the reader stops at their end."""
    if isinstance(storage, Remote):
        return storage.open_part(name, first, length)
    file = storage.open(name)
    file.seek(first)
    return cast(BinaryIO, file)


def refuse_when_away() -> None:
    """Raise ValidationError while the file store does not answer: nothing is to be half saved."""
    if isinstance(default_storage, Remote) and not default_storage.answers():
        raise ValidationError(away_message(), code="store_away")


def away_message() -> str:
    return _(
        "The file store does not answer at the moment, so the file was not taken. "
        "Everything else is as you typed it: save again in a minute, with the file."
    )


def _write_file(storage: FileSystemStorage, name: str, source: BinaryIO) -> None:
    """Write without a name and give it one at the end: a reader never sees half a picture."""
    path = Path(storage.path(name))
    with naming(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    mode = _mode_of(storage)
    with naming(path):
        try:
            _link_whole(path, source, mode)
        except OSError as error:  # not every file system knows files without a name
            trouble = trouble_of(error)
            if trouble is not None and trouble.kind == FULL:
                raise
            _rename_whole(path, source, mode)


def _mode_of(storage: FileSystemStorage) -> int:
    mode = storage.file_permissions_mode
    return 0o644 if mode is None else mode


def _fill(part: IO[bytes], source: BinaryIO) -> None:
    source.seek(0)
    shutil.copyfileobj(source, part, COPY_BYTES)


def _link_whole(path: Path, source: BinaryIO, mode: int) -> None:
    """A process that is killed meanwhile leaves nothing behind (Linux, open(2), O_TMPFILE)."""
    if not hasattr(os, "O_TMPFILE"):
        raise OSError("no files without a name here")
    handle = os.open(path.parent, os.O_TMPFILE | os.O_WRONLY, mode)
    with os.fdopen(handle, "wb") as part:
        _fill(part, source)
        part.flush()
        os.fchmod(handle, mode)
        with suppress(FileExistsError):  # somebody else was quicker; the content is the same
            # With a directory Python follows the link, as linkat(2) wants it here.
            os.link(f"/proc/self/fd/{handle}", path, src_dir_fd=handle, follow_symlinks=True)


def _rename_whole(path: Path, source: BinaryIO, mode: int) -> None:
    """Write beside the place and rename."""
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
        try:
            _fill(part, source)
            part.close()
            Path(part.name).chmod(mode)
            Path(part.name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(part.name).unlink()
            raise
