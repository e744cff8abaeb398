"""Accepted files become rows: one record per content, one cleaned JPEG at once."""

from typing import BinaryIO

from django.core.files.storage import default_storage
from django.db import connection, transaction

from assets.accepting import AcceptedImage, AcceptedVideo
from assets.captioning import fill_from_file
from assets.making import make_base, store_original
from assets.metadata import read_words
from assets.models import Image, MediaFile
from assets.naming import document_name_of, subtitle_name_of, video_name_of
from assets.pdf import AcceptedDocument
from assets.renditions import Rendition
from assets.specs import base_width_for
from assets.storing import write_upload
from assets.subtitles import AcceptedSubtitles
from assets.tasks import complete_image
from assets.video.bare import drop_bare, keep_bare
from assets.video.states import columns_of
from assets.video.tasks import prepare_again, prepare_later


def store_image(accepted: AcceptedImage) -> None:
    """Write the original and the one cleaned JPEG; what is there already and whole stays."""
    store_original(accepted, default_storage)
    base = Rendition(accepted.sha256, "jpeg", base_width_for(accepted.width))
    if not default_storage.exists(base.name):
        make_base(accepted, default_storage)


def store_video(accepted: AcceptedVideo, file: BinaryIO) -> None:
    """Write the video under the name of its content; what is there already and whole stays.

    What browsers play gets the copy that pages show until it is prepared.
    """
    name = video_name_of(accepted.sha256, accepted.extension)
    if write_upload(default_storage, name, accepted.sha256, file):
        drop_bare(accepted.sha256)  # made of the damaged one
    if accepted.facts.is_playable and not _is_prepared(accepted.sha256):
        keep_bare(accepted.sha256, accepted.extension)


def _is_prepared(sha256: str) -> bool:
    ready = MediaFile.objects.filter(kind=MediaFile.Kind.VIDEO, state=MediaFile.State.READY)
    return bool(ready.filter(sha256=sha256).exists())


def find_image(accepted: AcceptedImage, is_stored: bool = True) -> Image | None:
    """Return the oldest picture with this content, if there is one.

    Whoever asks for the same content next waits until this transaction ends; not in a dry run
    (`is_stored=False`), which keeps no row. Two who want two pictures in opposite order may stop
    each other: the database ends one of them, who is told to try again.
    """
    if is_stored:
        _keep_to_ourselves(accepted.sha256)
    known = Image.objects.filter(sha256=accepted.sha256).select_related("record")
    found: Image | None = known.order_by("record_id").first()
    return found


def _keep_to_ourselves(sha256: str) -> None:
    """Two who find nothing at the same moment would make two records of one picture."""
    if connection.vendor != "postgresql":  # SQLite lets one write at a time
        return
    key = int.from_bytes(bytes.fromhex(sha256)[:8], signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])


def add_image(
    accepted: AcceptedImage,
    image: Image | None = None,
    is_stored: bool = True,
    source_language: str = "",
) -> Image:
    """Return the picture with this content, creating record and files if it is new.

    `image` is an unsaved row with the editor's texts; without it the oldest record of a known
    content is found again. What a new one lacks is taken from the words in the file; a caption
    of no said language is taken to be in `source_language`. `is_stored=False` writes no file
    (dry runs).
    """
    if is_stored:
        store_image(accepted)
    if image is None:
        found = find_image(accepted, is_stored)
        if found is not None:
            return found
        image = Image()
    fill_from_file(image, read_words(accepted.data), source_language)
    return _fill(image, accepted, is_stored)


def replace_image(image: Image, accepted: AcceptedImage) -> Image:
    """Give a picture another file; its addresses change with the content."""
    store_image(accepted)
    return _fill(image, accepted, True)


def _fill(image: Image, accepted: AcceptedImage, is_stored: bool) -> Image:
    image.sha256 = accepted.sha256
    image.extension = accepted.extension
    image.original_name = accepted.original_name
    image.width, image.height = accepted.width, accepted.height
    image.is_complete = False
    image.save()
    if is_stored:
        transaction.on_commit(lambda: complete_image.enqueue(image.pk))
    return image


def add_video(upload: tuple[AcceptedVideo, BinaryIO]) -> MediaFile:
    """Store an accepted video and return its row; the same file is kept once."""
    accepted, file = upload
    store_video(accepted, file)
    return add_video_row(accepted)


def add_subtitles(accepted: AcceptedSubtitles) -> MediaFile:
    """Store accepted subtitles and return their row; the same file is kept once."""
    name = subtitle_name_of(accepted.sha256)
    write_upload(default_storage, name, accepted.sha256, accepted.data)
    found, _is_new = MediaFile.objects.get_or_create(
        kind=MediaFile.Kind.SUBTITLES,
        sha256=accepted.sha256,
        defaults={
            "extension": "vtt",
            "original_name": accepted.original_name,
            "size": len(accepted.data),
        },
    )
    return found


def store_document(accepted: AcceptedDocument) -> None:
    """Write a PDF under the name of its content; what is there already and whole stays."""
    name = document_name_of(accepted.sha256)
    write_upload(default_storage, name, accepted.sha256, accepted.data)


def add_document(accepted: AcceptedDocument) -> MediaFile:
    """Store an accepted PDF and return its row; the same file is kept once."""
    store_document(accepted)
    found, _is_new = MediaFile.objects.get_or_create(
        kind=MediaFile.Kind.DOCUMENT,
        sha256=accepted.sha256,
        defaults={
            "extension": "pdf",
            "original_name": accepted.original_name,
            "size": accepted.size,
            "state": MediaFile.State.AS_IS,
        },
    )
    return found


def add_video_row(accepted: AcceptedVideo) -> MediaFile:
    """Return the row of a video that lies in the storage; a new one is prepared for the web.

    So is one whose file was missing or damaged before: it was uploaded again.
    """
    found, is_new = MediaFile.objects.get_or_create(
        kind=MediaFile.Kind.VIDEO,
        sha256=accepted.sha256,
        defaults={
            "extension": accepted.extension,
            "original_name": accepted.original_name,
            "size": accepted.size,
            **columns_of(accepted.facts),
        },
    )
    if is_new:
        prepare_later(found)
    else:
        prepare_again(found)
    return found
