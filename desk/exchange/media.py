"""Files of an export, whatever their kind: accepted as at every door, then stored."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from assets.accepting import AcceptedImage, accept_image, accept_video
from assets.adding import store_document, store_image, store_video
from assets.models import MediaFile
from assets.naming import clean_name, subtitle_name_of
from assets.pdf import accept_document
from assets.sites import accept_site, store_site
from assets.storing import write_upload
from assets.subtitles import accept_subtitles
from assets.video.filling import note_facts
from assets.video.tasks import prepare_again, prepare_later
from desk.exchange.folder import FoundFile
from desk.exchange.naming import uuid_for
from desk.loading.pictures import reason

# The column is no wider.
MAX_LOOP_SECOND = 32767


@dataclass(frozen=True)
class TakenFile:
    """What a row of `MediaFile` needs to know of an accepted file; `size` in bytes."""

    kind: str
    sha256: str
    extension: str
    size: int
    original_name: str
    loop_from: int | None = None


def take_image(found: FoundFile, is_stored: bool) -> AcceptedImage | None:
    """Accept a picture and store it; None, with the reason reported, if it is refused."""
    if found.path is None:
        return None
    try:
        accepted = accept_image(found.path.read_bytes(), found.path.name)
    except (ValidationError, OSError) as error:
        found.source.report((), found.path.name, reason(error))
        return None
    if is_stored:
        store_image(accepted)
    return accepted


def image_facts(accepted: AcceptedImage) -> dict[str, Any]:
    """Return what follows from the file."""
    return {
        "sha256": accepted.sha256,
        "extension": accepted.extension,
        "width": accepted.width,
        "height": accepted.height,
    }


def take_file(found: FoundFile, is_stored: bool) -> TakenFile | None:
    """Accept a file that is no picture and store it; None, reported, if it is refused."""
    if found.path is None:
        return None
    name = clean_name(str(found.source.data.get("original_name") or found.path.name))
    try:
        if found.path.suffix == ".vtt":
            return _take_subtitles(found, name, is_stored)
        if found.path.suffix == ".pdf":
            return _take_document(found, name, is_stored)
        if found.path.suffix == ".zip":
            return _take_site(found, name, is_stored)
        return _take_video(found, name, is_stored)
    except (ValidationError, OSError) as error:
        found.source.report((), found.path.name, reason(error))
        return None


def _take_subtitles(found: FoundFile, name: str, is_stored: bool) -> TakenFile:
    assert found.path is not None
    accepted = accept_subtitles(found.path.read_bytes(), found.path.name)
    if is_stored:
        name_of_content = subtitle_name_of(accepted.sha256)
        write_upload(default_storage, name_of_content, accepted.sha256, accepted.data)
    size = len(accepted.data)
    return TakenFile(MediaFile.Kind.SUBTITLES, accepted.sha256, "vtt", size, name)


def _take_document(found: FoundFile, name: str, is_stored: bool) -> TakenFile:
    assert found.path is not None
    accepted = accept_document(found.path.read_bytes(), found.path.name)
    if is_stored:
        store_document(accepted)
    return TakenFile(MediaFile.Kind.DOCUMENT, accepted.sha256, "pdf", accepted.size, name)


def _take_site(found: FoundFile, name: str, is_stored: bool) -> TakenFile:
    assert found.path is not None
    with found.path.open("rb") as stream:
        accepted = accept_site(stream, found.path.name)
        if is_stored:
            store_site(accepted)
    return TakenFile(MediaFile.Kind.SITE, accepted.sha256, "zip", accepted.size, name)


def _take_video(found: FoundFile, name: str, is_stored: bool) -> TakenFile:
    assert found.path is not None
    with found.path.open("rb") as stream:
        accepted = accept_video(stream, found.path.name)
        if is_stored:
            store_video(accepted, stream)
    return TakenFile(
        MediaFile.Kind.VIDEO,
        accepted.sha256,
        accepted.extension,
        accepted.size,
        name,
        _loop_from(found),
    )


def _loop_from(found: FoundFile) -> int | None:
    """Return the second at which the silent loop begins; a wrong one is reported."""
    written = found.source.data.get("loop_from")
    if written is None or (type(written) is int and 0 <= written <= MAX_LOOP_SECOND):
        return written
    found.source.report(("loop_from",), written, _("Expected is a whole number of seconds."))
    return None


def row_of_file(uuid: str, taken: TakenFile) -> MediaFile:
    """Return the row of a file that is no picture; the same content is kept once."""
    same = MediaFile.objects.filter(kind=taken.kind, sha256=taken.sha256)
    known: MediaFile | None = same.filter(uuid=uuid).first() or same.first()
    if known is not None:
        prepare_again(known)
        return known
    if MediaFile.objects.filter(uuid=uuid).exists():
        uuid = uuid_for("file", f"{uuid}/{taken.sha256}")  # the file was exchanged in the folder
    file = MediaFile(uuid=uuid, kind=taken.kind, sha256=taken.sha256)
    file.extension, file.size = taken.extension, taken.size
    file.original_name = taken.original_name
    if file.kind == MediaFile.Kind.SITE:
        file.state = MediaFile.State.AS_IS
    if file.kind == MediaFile.Kind.VIDEO:
        note_facts(file)
        file.loop_from = taken.loop_from
    file.save()
    if file.kind == MediaFile.Kind.VIDEO:
        prepare_later(file)
    return file
