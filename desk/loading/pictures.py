"""The files of a film or page: accepted as at every door, stored by content."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from assets.accepting import accept_image, accept_video
from assets.adding import add_image, add_video
from assets.models import Image
from desk.importing.objects import ParsedFilm, ParsedImage
from desk.importing.problems import Problem
from desk.loading.film_document import Pictures


def load_pictures(film: ParsedFilm, problems: list[Problem], is_dry_run: bool) -> Pictures:
    """Accept and store what the film names; what is refused is reported with file and reason."""
    images = {}
    for image in film.images:
        if image.file not in images:
            record = load_image(image, problems, is_dry_run)
            if record is not None:
                images[image.file] = str(record.uuid)
    video = None
    if film.trailer is not None:
        video = _load_video(film.trailer.path, film.trailer.file, film.trailer.line, problems,
                            is_dry_run)  # fmt: skip
    return Pictures(images, video)


def load_image(image: ParsedImage, problems: list[Problem], is_dry_run: bool) -> Image | None:
    """Return the picture's record, or None with a problem noted."""
    try:
        accepted = accept_image(image.path.read_bytes(), image.path.name)
    except (ValidationError, OSError) as error:
        problems.append(_problem(image.file, image.line, image.key, image.path, reason(error)))
        return None
    if accepted.is_blank:
        message = _("The picture shows nothing but one colour; it is left out.")
        problems.append(_problem(image.file, image.line, image.key, image.path, message))
        return None
    return add_image(accepted, is_stored=not is_dry_run)


def _load_video(
    path: Path, file: str, line: int | None, problems: list[Problem], is_dry_run: bool
) -> str | None:
    try:
        with path.open("rb") as stream:
            accepted = accept_video(stream, path.name)
            return str(add_video((accepted, stream), is_stored=not is_dry_run).uuid)
    except (ValidationError, OSError) as error:
        problems.append(_problem(file, line, "trailer_video", path, reason(error)))
        return None


def reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return str(getattr(error, "strerror", None) or error)


def _problem(file: str, line: int | None, key: str, path: Path, message: str) -> Problem:
    return Problem(file, line, key, path.name, message)
