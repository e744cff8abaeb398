"""The files of the storage, whatever keeps them."""

import re
from collections.abc import Iterator

from django.core.files.storage import Storage

from assets.object_store import Remote

UNFINISHED = ".part"
# Files that are named by their content; renditions are named by that of their original.
BY_CONTENT = re.compile(
    r"(?:originals|videos|subtitles|documents|sites)/[0-9a-f]{2}/([0-9a-f]{64})\.\w+"
)


def list_files(storage: Storage, folder: str = "") -> Iterator[tuple[str, int]]:
    """Yield name and size in bytes of every file, sorted, without what is still being written."""
    if isinstance(storage, Remote) and not folder:
        yield from storage.walk()  # asking for each would take a thousand times as long
        return
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in sorted(files):
        path = f"{folder}{name}"
        if not name.endswith(UNFINISHED):
            try:
                yield path, storage.size(path)
            except FileNotFoundError:
                continue
    for name in sorted(folders):
        yield from list_files(storage, f"{folder}{name}/")


def content_of(name: str) -> str:
    """Return the SHA-256 that a file's name promises, or ""."""
    match = BY_CONTENT.fullmatch(name)
    return match.group(1) if match else ""
