"""The door for videos."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from assets import containers
from assets.naming import clean_name, extension_of
from assets.refusing import HEAD_BYTES, Refused, kind_of, refuse_empty, refuse_lfs_pointer
from assets.video.bare import find_patches
from assets.video.tracks import VideoFacts, has_pictures, read_facts

VIDEO_EXTENSIONS = ("mp4", "m4v", "mov", "webm")
# 2 GB: a trailer of five minutes in ProRes; whoever has more has the wrong file.
MAX_VIDEO_BYTES = 2 * 1024**3
CHUNK_BYTES = 1024 * 1024


@dataclass(frozen=True)
class AcceptedVideo:
    """A video that passed; size in bytes."""

    sha256: str
    extension: str
    size: int
    original_name: str
    facts: VideoFacts = field(default_factory=VideoFacts)


def accept_video(data: bytes | BinaryIO, name: str) -> AcceptedVideo:
    """Check container and tracks of a video; raise Refused when it does not pass.

    Large files are read in pieces; the file stands at its beginning afterwards.
    """
    file: BinaryIO = BytesIO(data) if isinstance(data, bytes) else data
    file.seek(0)
    head = file.read(HEAD_BYTES)
    refuse_empty(head)
    refuse_lfs_pointer(head)
    shown = clean_name(name)
    _refuse_video_name(shown, head)
    extension = _check_container(file, shown, head)
    facts = _check_tracks(file, shown, extension)
    sha256, size = _hash_video(file)
    file.seek(0)
    return AcceptedVideo(sha256, extension, size, shown, facts)


def _refuse_video_name(shown: str, head: bytes) -> None:
    if extension_of(shown) not in VIDEO_EXTENSIONS:
        raise Refused(
            "extension",
            _(
                "“%(name)s” (%(found)s) does not have the name of a video. Expected is a name that "
                "ends in .mp4, .m4v, .mov or .webm. Export it as MP4."
            ),
            name=shown,
            found=kind_of(head),
        )


def _check_container(file: BinaryIO, shown: str, head: bytes) -> str:
    try:
        fitting = containers.extensions_of(file)
    except containers.Broken as error:
        raise _incomplete(shown) from error
    extension = extension_of(shown)
    if extension in fitting:
        return extension
    if fitting:
        raise Refused(
            "extension",
            _("“%(name)s” is a %(kind)s video. Rename it so that it ends in .%(kind)s."),
            name=shown,
            kind=fitting[0],
        )
    raise Refused(
        "not_a_video",
        _(
            "“%(name)s” is not a video that browsers play: it looks like %(found)s. Expected is "
            "MP4 (.mp4, .m4v), QuickTime (.mov) or WebM (.webm). Export it as MP4."
        ),
        name=shown,
        found=kind_of(head),
    )


def _check_tracks(file: BinaryIO, shown: str, extension: str) -> VideoFacts:
    """Return what the video says about itself; a file without pictures is none."""
    try:
        facts = read_facts(file, extension)
        if facts.is_playable:
            find_patches(file)
    except containers.Broken as error:
        raise _incomplete(shown) from error
    # WebM is looked into by the worker: its tracks may stand anywhere in the file.
    if extension != "webm" and not has_pictures(facts):
        raise Refused(
            "no_pictures",
            _(
                "“%(name)s” has no video track: there is nothing to be seen in it. Export the "
                "trailer anew, with picture and sound."
            ),
            name=shown,
        )
    return facts


def _incomplete(shown: str) -> Refused:
    return Refused(
        "incomplete",
        _(
            "“%(name)s” is incomplete or damaged: parts of the video are missing. Upload it "
            "again, or export it anew."
        ),
        name=shown,
    )


def _hash_video(file: BinaryIO) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks(file):
        digest.update(chunk)
        size += len(chunk)
        if size > MAX_VIDEO_BYTES:
            raise Refused(
                "too_large",
                _("The video has more than %(limit)s GB. Export it with a lower bit rate."),
                limit=MAX_VIDEO_BYTES // 1024**3,
            )
    return digest.hexdigest(), size


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(CHUNK_BYTES):
        yield chunk
