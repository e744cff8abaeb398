"""Why a kit was not built: kept as a code, said in the language of whoever looks."""

import errno

from django.core.files.storage import default_storage
from django.db import OperationalError
from django.utils.translation import gettext as _
from PIL import UnidentifiedImageError

from editorial.names import spoken
from press.kit.contents import NothingLive

KILLED = "killed"
LIMIT = 500
FULL = (errno.ENOSPC, errno.EDQUOT)
# Errors of a storage on another machine are no OSError.
REMOTE = ("botocore", "boto3", "s3transfer")


def problem_of(error: BaseException) -> str:
    """Return the code of an error, with what it is about behind a colon."""
    code, detail = _told(error)
    return f"{code}:{detail}"[:LIMIT]


def _told(error: BaseException) -> tuple[str, str]:
    if isinstance(error, NothingLive):
        return "not live", ",".join(error.languages)
    if isinstance(error, FileNotFoundError):
        return "lost", _place(error) or str(error)
    if _is_full(error):
        return "full", ""
    if isinstance(error, UnidentifiedImageError):
        return "picture", ""
    if isinstance(error, OperationalError):
        return "database", str(error)
    if _is_storage(error):
        return "storage", _say_storage(error)
    if isinstance(error, MemoryError):
        return "memory", ""
    return ("pages" if _is_setting(error) else "mistake"), f"{type(error).__name__}: {error}"


def may_pass(error: BaseException) -> bool:
    """Tell whether the same build may succeed later: disk and database have bad moments.

    A lost file does not come back by itself, and the same contents make the same mistake.
    """
    if isinstance(error, FileNotFoundError | UnidentifiedImageError):
        return False
    return isinstance(error, OperationalError) or _is_storage(error)


def say_problem(problem: str) -> str:
    """Return the sentence for a code; '' for none."""
    code, _colon, detail = problem.partition(":")
    if code == "not live":
        names = ", ".join(spoken(language) for language in detail.split(","))
        return _("The film is not live in %(languages)s. Publish it, or build a draft.") % {
            "languages": names
        }
    sentences = {
        "lost": _("A file is missing in the media folder: %(detail)s. Upload it again."),
        "full": _("The disk is full. Make room and build the kit again."),
        "picture": _("A picture of the film cannot be read. Upload it again."),
        "database": _("The database was busy: %(detail)s. Build the kit again."),
        "storage": _("The media folder refused: %(detail)s. Tell who looks after the site."),
        "pages": _("The pages could not be set: %(detail)s. Tell who looks after the site."),
        "memory": _("There was too little memory for this kit. Tell who looks after the site."),
        "mistake": _("The program made a mistake: %(detail)s. Tell who looks after the site."),
        KILLED: _(
            "The background worker was ended three times while it built this kit; its memory may "
            "be too small."
        ),
    }
    detail = detail.rstrip(".")
    return sentences[code] % {"detail": detail} if code in sentences else problem


def _is_full(error: BaseException) -> bool:
    """Tell whether a disk is full: that of the files, or SQLite's (SQLITE_FULL)."""
    if isinstance(error, OSError):
        return error.errno in FULL
    return isinstance(error, OperationalError) and "disk is full" in str(error)


def _is_storage(error: BaseException) -> bool:
    return isinstance(error, OSError) or type(error).__module__.partition(".")[0] in REMOTE


def _is_setting(error: BaseException) -> bool:
    # The typesetter is loaded by who sets pages, not by every page of the admin.
    from press.kit.pdf.compiling import NotSet

    return isinstance(error, NotSet)


def _say_storage(error: BaseException) -> str:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    place = _place(error)
    return f"{reason} ({place})" if place else reason


def _place(error: BaseException) -> str:
    """Return the file as it is named in the media folder, not where that lies; '' for none."""
    name = str(getattr(error, "filename", None) or "")
    try:
        root = default_storage.path("")
    except NotImplementedError:
        return name
    return name.removeprefix(root).lstrip("/") if name.startswith(root) else name
