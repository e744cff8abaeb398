"""Built files in the storage: `kits/<aa>/<sha256>.<extension>`, one for equal contents."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any, BinaryIO, cast

from django.core.files.storage import default_storage

from assets.naming import content_of
from assets.storing import write_once
from press.kit.formats import SOURCES
from press.models import Kit

FOLDER = "kits"


def stored_name(sha256: str, format: Kit.Format) -> str:
    return f"{FOLDER}/{sha256[:2]}/{sha256}.{SOURCES[format].extension}"


def store(file: BinaryIO, format: Kit.Format) -> tuple[str, int]:
    """Keep a written file; return its SHA-256 and its size in bytes. Raises `OSError`."""
    size = file.tell()
    file.seek(0)
    sha256 = hashlib.file_digest(cast(Any, file), "sha256").hexdigest()
    write_once(default_storage, stored_name(sha256, format), file)
    return sha256, size


def is_stored(kit: Kit) -> bool:
    """Tell whether the kit's file is there, as large as it was."""
    with suppress(OSError):
        size = default_storage.size(stored_name(kit.sha256, Kit.Format(kit.format)))
        return bool(kit.sha256) and size == kit.size
    return False


def delete_files(names: set[str]) -> int:
    """Delete those of the files that no kit names any more; return how many."""
    gone = 0
    for name in sorted(names):
        if Kit.objects.filter(sha256=content_of(name)).exists():
            continue
        with suppress(OSError):
            default_storage.delete(name)
            gone += 1
    return gone


def delete_strays(before: datetime) -> int:
    """Delete files without a kit that are older; a younger one's row may be still to come."""
    return delete_files({name for name in stored_files() if _is_older(name, before)})


def stored_files() -> Iterator[str]:
    for inner in _listed(FOLDER)[0]:
        for name in _listed(f"{FOLDER}/{inner}")[1]:
            yield f"{FOLDER}/{inner}/{name}"


def _listed(folder: str) -> tuple[list[str], list[str]]:
    with suppress(OSError):
        return default_storage.listdir(folder)
    return [], []


def _is_older(name: str, before: datetime) -> bool:
    with suppress(OSError):
        return default_storage.get_modified_time(name) < before
    return False
