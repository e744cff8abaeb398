"""Acceptance: everything is checked, to the last byte inflated, before anything is written."""

import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from django.utils.translation import gettext_lazy as _

from assets.naming import clean_name, extension_of
from assets.refusing import HEAD_BYTES, Refused, kind_of, refuse_empty, refuse_lfs_pointer
from assets.sites.choosing import (
    check_name,
    find_root,
    is_junk,
    refuse_doubles,
    refuse_types,
    refuse_without_index,
)
from assets.sites.contents import (
    CHUNK_BYTES,
    check_content,
    check_size,
    check_total,
    read_member,
    refuse_bombs,
    refuse_hidden,
)
from assets.sites.directory import MAX_FILES, Member, read_directory, shown, too_many
from assets.sites.writing import is_ours, write_site

# An archive up to this size is made in memory.
IN_MEMORY_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True)
class AcceptedSite:
    """A site that passed, as one ZIP of our own order; `size` in bytes."""

    file: BinaryIO = field(repr=False)
    sha256: str
    size: int
    count: int
    original_name: str


def accept_site(data: bytes | BinaryIO, name: str) -> AcceptedSite:
    """Check a ZIP of a site; raise Refused when it does not pass."""
    file: BinaryIO = BytesIO(data) if isinstance(data, bytes) else data
    original_name = _check_head(file, name)
    members = read_directory(file)
    chosen = _choose(members)
    for member in chosen.values():
        check_content(file, member)
    if [*chosen] == [member.name for member in members] and is_ours(file, members):
        return _finish(file, len(chosen), original_name)
    return _write(
        ((path, read_member(file, chosen[path])) for path in sorted(chosen)),
        len(chosen),
        original_name,
    )


def accept_site_folder(folder: Path) -> AcceptedSite:
    """Check a folder of a site; raise Refused when it does not pass, OSError if it is gone."""
    found = {path.relative_to(folder).as_posix(): path for path in _walk(folder)}
    names = {check_name(name, len(os.fsencode(name))): path for name, path in found.items()}
    root = find_root(list(names))
    names = {name[len(root) :]: path for name, path in names.items()}
    _check_names(list(names), len(found))
    total = 0
    for name, path in names.items():
        size = path.stat().st_size
        check_size(name, size, size)
        total += size
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
        refuse_lfs_pointer(head)
        refuse_hidden(name, head)
    check_total(total)
    files = ((name, _read_file(names[name])) for name in sorted(names))
    return _write(files, len(names), f"{clean_name(folder.parent.name) or 'site'}.zip")


def _check_head(file: BinaryIO, name: str) -> str:
    file.seek(0)
    head = file.read(HEAD_BYTES)
    refuse_empty(head)
    refuse_lfs_pointer(head)
    original_name = clean_name(name)
    if extension_of(original_name) != "zip":
        raise Refused(
            "extension",
            _("“%(name)s” (%(found)s) is no ZIP archive. Pack the folder of the site as .zip."),
            name=original_name,
            found=kind_of(head),
        )
    return original_name


def _choose(members: list[Member]) -> dict[str, Member]:
    """Return the files of the site by their names in it."""
    named = {}
    checked = [(check_name(member.name, len(member.raw)), member) for member in members]
    refuse_doubles([name for name, _member in checked])
    for name, member in checked:
        if not member.is_folder and not is_junk(name):
            named[name] = member
    root = find_root(list(named))
    chosen = {name[len(root) :]: member for name, member in named.items()}
    _check_names(list(chosen), len(chosen))
    refuse_bombs(list(chosen.values()))
    return chosen


def _check_names(names: list[str], count: int) -> None:
    if not names:
        raise Refused("empty", _("The archive is empty. Pack the files of the old site."))
    if count > MAX_FILES:
        raise too_many()
    refuse_doubles(names)
    refuse_types(names)
    refuse_without_index(names)


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the ordinary files below; a link or a device is refused, not followed."""
    for place, folders, files in os.walk(folder, followlinks=False):
        for name in sorted([*folders, *files]):
            path = Path(place) / name
            mode = path.lstat().st_mode
            if is_junk(path.relative_to(folder).as_posix()) or stat.S_ISDIR(mode):
                continue
            if not stat.S_ISREG(mode):
                raise Refused(
                    "odd_member",
                    _("“%(name)s” is a link or a device. A site is made of ordinary files only."),
                    name=shown(path.relative_to(folder).as_posix()),
                )
            yield path


def _read_file(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            yield chunk


def _write(
    files: Iterator[tuple[str, Iterator[bytes]]], count: int, original_name: str
) -> AcceptedSite:
    # Closed with the last reference to it, and then gone: it has no name.
    target = cast(BinaryIO, tempfile.SpooledTemporaryFile(IN_MEMORY_BYTES))  # noqa: SIM115
    write_site(files, target)
    return _finish(target, count, original_name)


def _finish(file: BinaryIO, count: int, original_name: str) -> AcceptedSite:
    file.seek(0)
    digest, size = hashlib.sha256(), 0
    while chunk := file.read(CHUNK_BYTES):
        digest.update(chunk)
        size += len(chunk)
    file.seek(0)
    return AcceptedSite(file, digest.hexdigest(), size, count, original_name)
