"""Which files of an archive or folder make the site, and under which names."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from assets.naming import is_visible
from assets.refusing import Refused
from assets.sites.directory import shown
from assets.sites.types import is_index, media_type_of

MAX_NAME_BYTES = 255
# What systems leave behind and nobody means.
JUNK = re.compile(r"(?:.*/)?(?:__MACOSX/.*|\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)", re.I)
DRIVE = re.compile(r"[A-Za-z]:")
MOST_NAMED = 12


def check_name(name: str, length: int) -> str:
    """Return the name in Unicode form NFC; `length` is that of its bytes. Raises Refused.

    A name leads nowhere but down: no step back, no root, no drive, nothing invisible.
    """
    steps = name.removesuffix("/").split("/")
    if "\\" in name or DRIVE.match(name) or {"", ".", ".."} & set(steps):
        raise Refused(
            "path",
            _(
                "“%(name)s” leads out of the archive. Names are paths below the folder of the "
                "site, with plain slashes. Pack the site again with another program."
            ),
            name=shown(name),
        )
    if length > MAX_NAME_BYTES or not all(map(is_visible, name)):
        raise Refused(
            "name",
            _(
                "“%(name)s” is too long a name, or has signs that cannot be seen. At most "
                "%(limit)s bytes are possible. Rename the file."
            ),
            name=shown(name),
            limit=MAX_NAME_BYTES,
        )
    return unicodedata.normalize("NFC", name)


def refuse_doubles(names: Iterable[str]) -> None:
    """Refuse names that are the same on some systems: twice, by capitals or by Unicode form."""
    known: dict[str, str] = {}
    for name in names:
        first = known.setdefault(unicodedata.normalize("NFC", name.casefold()), name)
        if first is not name:
            raise Refused(
                "double",
                _("“%(name)s” is there twice, or differs from “%(first)s” in capitals only."),
                name=shown(name),
                first=shown(first),
            )


def refuse_types(names: Iterable[str]) -> None:
    """Refuse files that no old site needs, all of them by name."""
    wrong = [name for name in names if not media_type_of(name)]
    if not wrong:
        return
    more = f" … (+{len(wrong) - MOST_NAMED})" if len(wrong) > MOST_NAMED else ""
    raise Refused(
        "type",
        _(
            "These files do not belong to a finished site, such as programs of a server, other "
            "archives or drafts: %(names)s. Delete them and pack the site again."
        ),
        names=", ".join(map(shown, sorted(wrong)[:MOST_NAMED])) + more,
    )


def is_junk(name: str) -> bool:
    return bool(JUNK.fullmatch(name))


def find_root(names: Collection[str]) -> str:
    """Return the one folder that holds everything, with its slash, or "".

    A language's folder stays: `de/` is part of the addresses.
    """
    root = ""
    while True:
        steps = {name[len(root) :].partition("/")[:2] for name in names}
        if len(steps) != 1:
            return root
        step, slash = steps.pop()
        if not slash or step in languages():
            return root
        root += f"{step}/"


def refuse_without_index(names: Iterable[str]) -> None:
    starts = {"", *languages()}
    if not any(is_index(name) and name.rpartition("/")[0] in starts for name in names):
        raise Refused(
            "no_index",
            _(
                "The archive has no start page. Expected is “index.html” at the top, or in a "
                "folder of a language such as “en/”."
            ),
        )


def languages() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]
