"""Each case leaves the world sound: the files that its database names are there, and whole."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage


def broken_files() -> set[str]:
    """Return which files that the database names are missing or damaged.

    Only where they lie in a folder: asking a server for each of them takes too long.
    """
    if not isinstance(default_storage, FileSystemStorage):
        return set()
    return {
        name for name, sha256 in _named() if _digest(Path(default_storage.path(name))) != sha256
    }


def _named() -> Iterator[tuple[str, str]]:
    """Yield the name and the SHA-256 of each file that the database names."""
    from assets.models import Image, MediaFile
    from assets.naming import file_name_of, original_name_of

    for sha256, extension in Image.objects.values_list("sha256", "extension"):
        yield original_name_of(sha256, extension), sha256
    for kind, sha256, extension in MediaFile.objects.values_list("kind", "sha256", "extension"):
        yield file_name_of(kind, sha256, extension), sha256


def _digest(path: Path) -> str:
    try:
        stat = path.stat()
    except FileNotFoundError:
        return ""
    return _digest_at(path, stat.st_mtime_ns, stat.st_size)


@cache
def _digest_at(path: Path, _changed: int, _size: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def taken_away(names: Iterable[str]) -> Iterator[None]:
    """Take files away until the body has ended, whatever lies in their place by then."""
    kept = {name: _read(name) for name in names}
    try:
        for name in kept:
            default_storage.delete(name)
        yield
    finally:
        for name, data in kept.items():
            default_storage.delete(name)
            default_storage.save(name, ContentFile(data))


def _read(name: str) -> bytes:
    with default_storage.open(name) as file:
        return bytes(file.read())


def give_out(media: Path) -> None:
    """Copy all files into a folder for a server of its own, wherever they are kept."""
    for name in _below(""):
        (media / name).parent.mkdir(parents=True, exist_ok=True)
        (media / name).write_bytes(_read(name))


def _below(folder: str) -> Iterator[str]:
    folders, files = default_storage.listdir(folder)
    yield from (f"{folder}{name}" for name in files)
    for inner in folders:
        yield from _below(f"{folder}{inner}/")


def take_over(media: Path) -> None:
    """Take what a server with a media folder of its own has stored: our database names it."""
    for path in sorted(media.rglob("*")):
        name = path.relative_to(media).as_posix()
        if path.is_file() and not default_storage.exists(name):
            default_storage.save(name, ContentFile(path.read_bytes()))
