"""Why a state was saved, in the language of who reads it: it is stored as its author read it."""

import re
from functools import cache

from django.utils.translation import gettext, gettext_noop, override

from editorial.fields import languages

REASONS = (
    gettext_noop("A person was anonymised"),
    gettext_noop("A person was erased"),
    gettext_noop("Block added to the microsite"),
    gettext_noop("Changed in the list"),
    gettext_noop("Credit deleted"),
    gettext_noop("Credit saved"),
    gettext_noop("Credits pasted"),
    gettext_noop("Credits put in order"),
    gettext_noop("Decided between sources"),
    gettext_noop("Decided between sources: %(point)s"),
    gettext_noop("Deleted"),
    gettext_noop("Deleted credit brought back"),
    gettext_noop("Deleted for good"),
    gettext_noop("Deleted in the microsite"),
    gettext_noop("Deleted part of the microsite brought back"),
    gettext_noop("Duplicated in the microsite"),
    gettext_noop("Duplicated: %(name)s"),
    gettext_noop("Entries of the microsite pasted"),
    gettext_noop("File of a picture replaced"),
    gettext_noop("Former file of a picture taken back"),
    gettext_noop("Former old site brought back"),
    gettext_noop("Import undone"),
    gettext_noop("Imported from a folder"),
    gettext_noop("Imported from an export"),
    gettext_noop("Look of the microsite saved"),
    gettext_noop("Merged into %(name)s"),
    gettext_noop("Microsite begun with the usual pages"),
    gettext_noop("Microsite put in order"),
    gettext_noop("Old site deleted"),
    gettext_noop("Old site saved"),
    gettext_noop("Own domain saved"),
    gettext_noop("Picture edited"),
    gettext_noop("Pictures added to the microsite"),
    gettext_noop("Pictures deleted"),
    gettext_noop("Pictures put back"),
    gettext_noop("Pictures put in order"),
    gettext_noop("Pictures removed from the film"),
    gettext_noop("Pictures uploaded"),
    gettext_noop("Poster frame chosen"),
    gettext_noop("Published"),
    gettext_noop("Put into the bin"),
    gettext_noop("Record imported: %(name)s"),
    gettext_noop("Redirects read from a list"),
    gettext_noop("Restored from the bin"),
    gettext_noop("Restored: the state of %(time)s"),
    gettext_noop("Saved in the admin"),
    gettext_noop("Schedule cancelled"),
    gettext_noop("Schedule moved"),
    gettext_noop("Scheduled"),
    gettext_noop("Several pictures edited"),
    gettext_noop("Sizes made"),
    gettext_noop("Source added: %(title)s"),
    gettext_noop("Source changed: %(source)s"),
    gettext_noop("Source deleted: %(source)s"),
    gettext_noop("Source named or not: %(source)s"),
    gettext_noop("Taken apart again: %(name)s"),
    gettext_noop("Taken back: %(source)s"),
    gettext_noop("Taken from a source: %(source)s"),
    gettext_noop("Translated"),
    gettext_noop("Translations read from a file"),
    gettext_noop("Video looked at"),
    gettext_noop("Video prepared"),
    gettext_noop("Withdrawn"),
)


def say_reason(stored: str) -> str:
    """Return the reason in the active language; one that is not known stays as it is stored."""
    for pattern, msgid in _patterns():
        if match := pattern.fullmatch(stored):
            values = match.groupdict()
            return gettext(msgid) % values if values else gettext(msgid)
    return stored


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return how every reason reads in every language."""
    found = []
    for language in languages():
        with override(language):
            found += [(_pattern(gettext(msgid)), msgid) for msgid in REASONS]
    return tuple(found)


def _pattern(text: str) -> re.Pattern[str]:
    words = re.split(r"%\((\w+)\)s", text)
    parts = [re.escape(word) if n % 2 == 0 else f"(?P<{word}>.+)" for n, word in enumerate(words)]
    return re.compile("".join(parts), re.DOTALL)
