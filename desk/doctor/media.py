"""Files of pictures, videos and the like that are missing, changed or not made.

Storage and rows are compared a folder at a time, a 256th of all: memory hardly grows with the
number of pictures.
"""

import hashlib
from collections.abc import Iterator
from itertools import groupby

from django.core.files.storage import default_storage

from assets.models import Image, MediaFile
from assets.naming import file_name_of, original_name_of
from assets.object_store import Remote
from assets.repairing import cut_names, size_names
from desk.backup.media import content_of, list_files
from desk.doctor.finding import Finding, admin_url

PREFIXES = [f"{number:02x}" for number in range(256)]
AGAIN = "upload it again (“Replace the file”), or restore a backup that has it (docs/backup.md)"
Kind = MediaFile.Kind
KINDS = {
    "videos": Kind.VIDEO,
    "subtitles": Kind.SUBTITLES,
    "documents": Kind.DOCUMENT,
    "sites": Kind.SITE,
}
Files = dict[str, int]


def find_files() -> Iterator[Finding]:
    """Yield uploads that the database names and the storage lacks, or has empty."""
    for kind in ("originals", *KINDS):
        for prefix, files in folders_of(kind):
            for name, url in _named(kind, prefix):
                size = files.get(name)
                if not size:
                    what = "the file is missing" if size is None else "the file is empty"
                    yield Finding("files", f"{what}: {name}", url, f"Open {url} and {AGAIN}")


def find_content() -> Iterator[Finding]:
    """Yield uploads whose bytes are not those that their name says."""
    for name, size in list_files(default_storage):
        content = content_of(name)
        if content and size and _sha256(name) != content:
            yield Finding(
                "content of files",
                f"the file has changed: {name}",
                name,
                "The disk is failing, or somebody wrote into it: look at it, then put the file "
                "of the last proven backup in its place (tar xf, docs/backup.md).",
            )


def find_renditions() -> Iterator[Finding]:
    """Yield pictures of which sizes or crops that pages use are missing or empty."""
    for prefix, files in folders_of("renditions"):
        for image in _images(prefix):
            wanted = size_names(image) if image.is_complete else []
            wanted += cut_names(image) if image.is_cropped else []
            lost = [name for name in wanted if not files.get(name)]
            if lost:
                yield Finding(
                    "sizes of pictures",
                    f"{len(lost)} of {len(wanted)} sizes are missing or empty: {lost[0]}",
                    admin_url("assets_image_change", image.pk),
                    'Type: python manage.py shell -c "from assets.tasks import repair_image; '
                    f'repair_image.enqueue({image.pk})"; a worker makes them.',
                )


def folders_of(kind: str) -> Iterator[tuple[str, Files]]:
    """Yield the two digits that contents begin with, and the files there with their sizes."""
    if not isinstance(default_storage, Remote):
        for prefix in PREFIXES:
            yield prefix, dict(list_files(default_storage, f"{kind}/{prefix}/"))
        return
    # A store tells a thousand at a time in their order; to ask for each would take hours.
    here = (one for one in default_storage.walk() if one[0].startswith(f"{kind}/"))
    grouped = groupby(here, key=lambda one: one[0].split("/")[1])
    prefix_there, there = next(grouped, ("", iter(())))
    for prefix in PREFIXES:
        while prefix_there and prefix_there < prefix:
            prefix_there, there = next(grouped, ("", iter(())))
        yield prefix, dict(there) if prefix_there == prefix else {}


def _named(kind: str, prefix: str) -> Iterator[tuple[str, str]]:
    """Yield the storage name of each upload in the rows, and where it is replaced."""
    if kind == "originals":
        pictures = Image._base_manager.filter(sha256__startswith=prefix)
        for pk, sha256, extension in pictures.values_list("pk", "sha256", "extension").iterator():
            yield original_name_of(sha256, extension), admin_url("assets_image_change", pk)
        return
    files = MediaFile._base_manager.filter(kind=KINDS[kind], sha256__startswith=prefix)
    for pk, sha256, extension in files.values_list("pk", "sha256", "extension").iterator():
        name = file_name_of(KINDS[kind], sha256, extension)
        yield name, admin_url("assets_mediafile_change", pk)


def _images(prefix: str) -> Iterator[Image]:
    columns = ("sha256", "extension", "width", "height", "focal_x", "focal_y", "is_complete",
               "cropped_for")  # fmt: skip
    found = Image._base_manager.filter(sha256__startswith=prefix).only("pk", *columns)
    yield from found.iterator(chunk_size=500)


def _sha256(name: str) -> str:
    digest = hashlib.sha256()
    with default_storage.open(name) as file:
        for chunk in file.chunks():
            digest.update(chunk)
    return digest.hexdigest()
