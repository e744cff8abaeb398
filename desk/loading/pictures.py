"""The files of a film or page: accepted as at every door, stored by content."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.utils.translation import gettext as _

from assets.accepting import AcceptedImage, AcceptedVideo, accept_image, accept_video
from assets.adding import add_image, add_video_row, find_image, store_image, store_video
from assets.models import Image
from assets.sites import AcceptedSite, accept_site_folder, store_site
from assets.sites.keeping import add_site_row
from desk.importing.objects import ParsedFilm, ParsedImage, ParsedPage, ParsedTrailer
from desk.importing.problems import Problem
from desk.loading.clashes import say_clash
from desk.loading.film_document import Pictures
from editorial.fields import columns

# By file name: content (SHA-256) and identifier of the picture it became.
Known: TypeAlias = dict[str, Sequence[str]]
CARRIED = ("photographer", "copyright", "rights_until", "access")


@dataclass
class Files:
    """The accepted files of one item, already in the storage.

    `known` is what the last import knew of them, and what the next one will want to know.
    """

    images: dict[str, AcceptedImage] = field(default_factory=dict)
    video: AcceptedVideo | None = None
    site: AcceptedSite | None = None
    is_stored: bool = True
    known: Known = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes that the pictures take in memory."""
        return sum(len(image.data) for image in self.images.values())


def prepare_files(
    item: ParsedFilm | ParsedPage, problems: list[Problem], is_dry_run: bool
) -> Files:
    """Accept and store what the item names; what is refused is reported with file and reason.

    Storing needs no database: files are kept by content, and one that no row came to use is found
    again by the next import.
    """
    files = Files(is_stored=not is_dry_run)
    named = item.images if isinstance(item, ParsedFilm) else [item.image] if item.image else []
    for image in named:
        if image.file not in files.images:
            accepted = _accept(image, problems)
            if accepted is not None:
                files.images[image.file] = accepted
                if files.is_stored:
                    store_image(accepted)
    if isinstance(item, ParsedFilm) and item.trailer is not None:
        files.video = _accept_video(item.trailer, problems, files.is_stored)
    if isinstance(item, ParsedFilm) and item.site is not None:
        files.site = _accept_site(item, item.site, problems, files.is_stored)
    return files


def add_files(files: Files) -> Pictures:
    """Create or find the rows of the accepted files."""
    images = {
        file: str(_add(file, accepted, files).uuid) for file, accepted in files.images.items()
    }
    video = str(add_video_row(files.video).uuid) if files.video else None
    site = str(add_site_row(files.site).uuid) if files.site else None
    return Pictures(images, video, site)


def add_page_image(files: Files) -> Image | None:
    """Create or find the row of a page's picture."""
    for file, accepted in files.images.items():
        return _add(file, accepted, files)
    return None


def name_of(file: str) -> str:
    return file.rpartition("/")[2]


def _add(file: str, accepted: AcceptedImage, files: Files) -> Image:
    image = _find_or_add(file, accepted, files)
    files.known[name_of(file)] = [accepted.sha256, str(image.uuid)]
    return image


def _find_or_add(file: str, accepted: AcceptedImage, files: Files) -> Image:
    """Return the picture of a file.

    A file that has not changed stays the picture it became, whatever editors did with that
    since. A changed one becomes a new picture with the words and rights of the old.
    """
    content, uuid = files.known.get(name_of(file), ("", ""))
    old: Image | None = None
    if uuid:
        old = Image.objects.filter(record__uuid=uuid).select_related("record").first()
    if old is not None and content == accepted.sha256:
        return old
    is_new = find_image(accepted, files.is_stored) is None
    image = add_image(accepted, is_stored=files.is_stored)
    if old is not None and is_new:
        for name in (*columns("caption"), *columns("alt"), *CARRIED):
            setattr(image, name, getattr(old, name))
        image.save()
    return image


def _accept(image: ParsedImage, problems: list[Problem]) -> AcceptedImage | None:
    try:
        accepted = accept_image(image.path.read_bytes(), image.path.name)
    except (ValidationError, OSError) as error:
        problems.append(_problem(image.file, image.line, image.key, image.path, reason(error)))
        return None
    if accepted.is_blank:
        message = _("The picture shows nothing but one colour; it is left out.")
        problems.append(_problem(image.file, image.line, image.key, image.path, message))
        return None
    return accepted


def _accept_video(
    trailer: ParsedTrailer, problems: list[Problem], is_stored: bool
) -> AcceptedVideo | None:
    try:
        with trailer.path.open("rb") as stream:
            accepted = accept_video(stream, trailer.path.name)
            if is_stored:
                store_video(accepted, stream)
            return accepted
    except (ValidationError, OSError) as error:
        message = reason(error)
        problems.append(
            _problem(trailer.file, trailer.line, "trailer_video", trailer.path, message)
        )
        return None


def _accept_site(
    item: ParsedFilm, folder: Path, problems: list[Problem], is_stored: bool
) -> AcceptedSite | None:
    try:
        accepted = accept_site_folder(folder)
        if is_stored:
            store_site(accepted)
        return accepted
    except (ValidationError, OSError) as error:
        place = f"{item.folder}/{folder.name}/"
        problems.append(_problem(place, None, "", folder, reason(error)))
        return None


def reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    if isinstance(error, DatabaseError):
        return say_clash(error)
    return str(getattr(error, "strerror", None) or error)


def _problem(file: str, line: int | None, key: str, path: Path, message: str) -> Problem:
    return Problem(file, line, key, path.name, message)
