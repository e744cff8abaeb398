"""Files that a row or a stored document refers to, and the deletion of all others."""

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

from assets.models import Image, MediaFile
from assets.naming import content_of, focal_of
from assets.specs import NAME_DIGITS
from desk.models import ImportedDocument, ImportEntry
from editorial.models import Publication, Revision
from editorial.packing import canonical, packed_texts

logger = logging.getLogger(__name__)
FOLDERS = ("originals", "renditions", "videos", "subtitles", "documents", "sites")
CONTENT = re.compile(r"\b[0-9a-f]{64}\b")
# A file is written before the row that names it: what is younger may be part of an open form.
YOUNG = timedelta(days=1)


def files_in_use() -> set[str]:
    """Return the contents (SHA-256) that a row, revision, publication or import refers to.

    Records in the bin are known by their revisions.
    """
    used = set(Image.objects.values_list("sha256", flat=True))
    used.update(MediaFile.objects.values_list("sha256", flat=True))
    for _pk, text in packed_texts(Revision.objects.all(), "document"):
        used.update(CONTENT.findall(text))
    columns = (
        (Publication, "parts"),
        (Publication, "files"),
        (ImportedDocument, "document"),
        (ImportEntry, "memory"),
    )
    for model, column in columns:
        for value in model._base_manager.values_list(column, flat=True).iterator():
            used.update(CONTENT.findall(canonical(value)))
    return used


def delete_unused_files(now: datetime | None = None) -> list[str]:
    """Delete the files of pictures, videos and the like that nobody needs; return their names."""
    now = now or timezone.now()
    return _delete_older(unused_files(), now - YOUNG)


def unused_files() -> list[str]:
    """Return the names of files that nobody needs, or not yet: those of open forms among them."""
    used = files_in_use()
    # The name of a rendition has the beginning of the content only.
    known = used | {sha256[:NAME_DIGITS] for sha256 in used}
    cut = crops_in_use()
    return [
        name for name in stored_files() if content_of(name) not in known or not _is_cut(name, cut)
    ]


def crops_in_use() -> set[tuple[str, tuple[int, int]]]:
    """Return (beginning of the content, focal point) of the crops that pictures have today.

    Those of former focal points, and of pictures in the bin, are made anew when they come back.
    """
    rows = Image.objects.values_list("sha256", "focal_x", "focal_y")
    return {(sha256[:NAME_DIGITS], (x, y)) for sha256, x, y in rows}


def _is_cut(name: str, cut: set[tuple[str, tuple[int, int]]]) -> bool:
    focal = focal_of(name)
    return focal is None or (content_of(name), focal) in cut


def delete_contents(contents: Iterable[str], moment: datetime) -> list[str]:
    """Delete the files of these contents that nobody else needs; return their names.

    What was uploaded again since the moment stays: its row may be still to come.
    """
    wanted = set(contents)
    unused = wanted - files_in_use() if wanted else set()
    if not unused:
        return []
    begun = unused | {sha256[:NAME_DIGITS] for sha256 in unused}
    return _delete_older([name for name in stored_files() if content_of(name) in begun], moment)


def _delete_older(names: Iterable[str], moment: datetime) -> list[str]:
    """Delete files without a row, older than the moment; asked anew for each, right before."""
    return [name for name in names
            if not _has_row(name) and _is_older(name, moment) and _delete(name)]  # fmt: skip


def _has_row(name: str) -> bool:
    """Tell whether a row has this content, or shows this crop, by now. At most two queries."""
    content, focal = content_of(name), focal_of(name)
    images = Image.objects.filter(sha256__startswith=content)
    if focal is not None:
        return bool(images.filter(focal_x=focal[0], focal_y=focal[1]).exists())
    return images.exists() or bool(MediaFile.objects.filter(sha256__startswith=content).exists())


def stored_files() -> Iterator[str]:
    """Yield the names of all files that are named by their content."""
    for folder in FOLDERS:
        for inner in _listed(folder)[0]:
            for name in _listed(f"{folder}/{inner}")[1]:
                if re.match(rf"[0-9a-f]{{{NAME_DIGITS}}}", name):
                    yield f"{folder}/{inner}/{name}"


def _listed(folder: str) -> tuple[list[str], list[str]]:
    with suppress(OSError):
        folders, names = default_storage.listdir(folder)
        return sorted(folders), sorted(names)
    return [], []


def _is_older(name: str, moment: datetime) -> bool:
    with suppress(OSError):
        return default_storage.get_modified_time(name) < moment
    return False


def _delete(name: str) -> bool:
    try:
        default_storage.delete(name)
    except OSError:
        logger.exception("%s could not be deleted; delete it by hand", name)
        return False
    return True
