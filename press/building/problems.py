"""Why a kit was not built: kept as a code, said in the language of whoever looks."""

import errno

from django.core.files.storage import default_storage
from django.db import DatabaseError, OperationalError
from django.utils.translation import gettext as _

from editorial.names import spoken
from press.kit.contents import NothingLive

KILLED = "killed"
LIMIT = 500


def problem_of(error: BaseException) -> str:
    """Return the code of an error, with what it is about behind a colon."""
    if isinstance(error, NothingLive):
        return f"not live:{','.join(error.languages)}"
    if isinstance(error, FileNotFoundError):
        return f"lost:{_shown(error)}"[:LIMIT]
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "full:"
    if isinstance(error, OSError | DatabaseError):
        return f"system:{error}"[:LIMIT]
    return f"mistake:{type(error).__name__}: {error}"[:LIMIT]


def may_pass(error: BaseException) -> bool:
    """Tell whether the same build may succeed later: disk and database have bad moments.

    A lost file does not come back by itself, and the same contents make the same mistake.
    """
    if isinstance(error, FileNotFoundError):
        return False
    return isinstance(error, OSError | OperationalError)


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
        "system": _("The system refused: %(detail)s"),
        "mistake": _("The program made a mistake: %(detail)s. Tell who looks after the site."),
        KILLED: _(
            "The background worker was ended three times while it built this kit; its memory may "
            "be too small."
        ),
    }
    return sentences[code] % {"detail": detail} if code in sentences else problem


def _shown(error: FileNotFoundError) -> str:
    """Return the lost file as it is named in the media folder, not where that lies."""
    name = str(error.filename or error)
    try:
        root = default_storage.path("")
    except NotImplementedError:
        return name
    return name.removeprefix(root).lstrip("/")
