"""What built files are called when somebody saves them: ASCII, without spaces."""

from collections.abc import Iterable

from press.kit.contents import KitContents
from press.kit.formats import SOURCES
from press.models import Kit

WORDS = {Kit.Format.SHORT: "press-kit-short", Kit.Format.SHEET: "data-sheet"}
WORD = "press-kit"


def file_name(contents: KitContents, format: Kit.Format) -> str:
    """Return e.g. `baikonur_press-kit_de.pdf`."""
    return name_of(contents.key, contents.languages, format, contents.is_draft)


def name_of(key: str, languages: Iterable[str], format: Kit.Format, is_draft: bool) -> str:
    """Return the same without the contents; a record's key is ASCII."""
    word = WORDS.get(format, WORD)
    end = "_draft" if is_draft else ""
    return f"{key}_{word}_{'-'.join(languages).lower()}{end}.{SOURCES[format].extension}"
