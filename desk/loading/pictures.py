"""The files of a film or page: accepted as at every door, stored by content."""

from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from assets.accepting import AcceptedImage, AcceptedVideo, accept_image, accept_video
from assets.adding import add_image, add_video_row, store_image, store_video
from assets.models import Image
from desk.importing.objects import ParsedFilm, ParsedImage, ParsedPage, ParsedTrailer
from desk.importing.problems import Problem
from desk.loading.film_document import Pictures


@dataclass
class Files:
    """The accepted files of one item, already in the storage; no row of them exists yet."""

    images: dict[str, AcceptedImage] = field(default_factory=dict)
    video: AcceptedVideo | None = None
    is_stored: bool = True


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
    return files


def add_files(files: Files) -> Pictures:
    """Create or find the rows of the accepted files."""
    images = {
        file: str(add_image(accepted, is_stored=files.is_stored).uuid)
        for file, accepted in files.images.items()
    }
    video = str(add_video_row(files.video).uuid) if files.video else None
    return Pictures(images, video)


def add_page_image(files: Files) -> Image | None:
    """Create or find the row of a page's picture."""
    for accepted in files.images.values():
        return add_image(accepted, is_stored=files.is_stored)
    return None


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


def reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return str(getattr(error, "strerror", None) or error)


def _problem(file: str, line: int | None, key: str, path: Path, message: str) -> Problem:
    return Problem(file, line, key, path.name, message)
