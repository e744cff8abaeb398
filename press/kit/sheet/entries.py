"""The data sheet as plain words: what a programmer copies into a form, field by field."""

import unicodedata
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.names import language_name
from editorial.prose import UNWANTED, count_words
from editorial.texts import Text
from press.kit.plain import NONCHARACTERS


@dataclass(frozen=True)
class Entry:
    """One field of a form. `key` is unique on the sheet.

    `text` has no markup; a line ends with one line feed, a paragraph with two. `language` is the
    text's own where that is not the sheet's. `limit` is in words, 0 for none; `is_prose` marks
    running text.
    """

    key: str
    label: str
    text: str
    language: str = ""
    limit: int = 0
    is_prose: bool = False

    def __bool__(self) -> bool:
        return bool(self.text)

    @cached_property
    def words(self) -> int:
        return sum(count_words(line) for line in self.text.split("\n"))

    @cached_property
    def characters(self) -> int:
        """Characters with spaces, as forms count them: é is one, the end of a line as well."""
        return len(unicodedata.normalize("NFC", self.text))

    @property
    def is_over(self) -> bool:
        return bool(self.limit) and self.words > self.limit

    @property
    def blocks(self) -> list[list[str]]:
        """Paragraphs, each with its lines."""
        return [block.split("\n") for block in self.text.split("\n\n")]

    @property
    def length(self) -> str:
        """Return the counts in the language that is active: 23 of 25 words, 140 characters.

        That a text is too long is for the desk alone: a festival reads how long it is.
        """
        if self.limit and not self.is_over:
            words = _("%(words)s of %(limit)s words") % {"words": self.words, "limit": self.limit}
        else:
            words = ngettext("%(words)s word", "%(words)s words", self.words)
            words %= {"words": self.words}
        count = {"count": self.characters}
        told = ngettext("%(count)s character", "%(count)s characters", self.characters) % count
        return f"{words}, {told}"


@dataclass(frozen=True)
class Section:
    """Entries under one heading."""

    key: str
    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class DataSheet:
    """One film in one language; `line` is category, year, countries and runtime."""

    language: str
    title: str
    line: str
    sections: tuple[Section, ...]
    house: str
    press_url: str
    as_of: str
    is_draft: bool

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for section in self.sections for entry in section.entries)


def name_language(label: str, text: Text, language: str) -> str:
    """Return the field's name, with the language of a text that the sheet's own does not have."""
    return f"{label} ({language_name(text.language, language)})" if text.is_foreign else label


def clean_line(text: str) -> str:
    """Return one line that every format can hold."""
    return " ".join(NONCHARACTERS.sub("", UNWANTED.sub("", text)).split())


def join_lines(lines: list[str]) -> str:
    """Return what there is, a line each, without the same line twice."""
    return "\n".join(dict.fromkeys(line for line in map(clean_line, lines) if line))
