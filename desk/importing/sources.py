"""From the keys of files to one source per language: what that language says, and where."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext

from desk.importing.frontmatter import FrontMatter, KeyPath, Value
from desk.importing.keys import ALIASES, IGNORED_KEYS, PROTECTED_KEYS
from desk.importing.problems import Report
from desk.importing.strict_yaml import as_text

_LANGUAGE = re.compile(r"[a-z]{2}(?:[_-][a-z]{2,4})?", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """One value with the place where it was written."""

    value: Value
    file: str
    line: int | None
    printed_key: str
    lines: Mapping[KeyPath, int] = field(default_factory=dict)

    def line_of(self, *path: str | int) -> int | None:
        """The line of an inner value, e.g. of the third row of a list."""
        return self.lines.get((self.printed_key, *path), self.line)


@dataclass
class Source:
    """Everything that one language says about a film or page."""

    language: str
    entries: dict[str, Entry] = field(default_factory=dict)
    body: str = ""
    file: str = ""

    def __contains__(self, key: str) -> bool:
        return key in self.entries and self.entries[key].value is not None

    def report(self, report: Report, key: str, message: str, **facts: object) -> None:
        """Report the value of a key with its file and line."""
        entry = self.entries[key]
        value = facts.get("value", as_text(entry.value))
        line = facts.get("line", entry.line)
        report.add(
            entry.file,
            message,
            line=line if isinstance(line, int) else None,
            key=entry.printed_key,
            value=value,
            is_fatal=bool(facts.get("is_fatal")),
        )

    def text(self, key: str, report: Report, *, is_fatal: bool = False) -> str:
        """A value that must be one text; anything else is reported and reads as ''."""
        if key not in self:
            return ""
        value = self.entries[key].value
        if isinstance(value, str):
            return value.strip()
        found = gettext("a list") if isinstance(value, list) else gettext("a mapping")
        message = gettext("Expected one text, found %(found)s.") % {"found": found}
        self.report(report, key, message, is_fatal=is_fatal)
        return ""


class SourceSorter:
    """Sorts the keys of one or more files into one source per language."""

    def __init__(self, known: frozenset[str], languages: Sequence[str], report: Report) -> None:
        self.known = known
        self.languages = languages
        self.report = report
        self.sources: dict[str, Source] = {}

    def add_file(self, front: FrontMatter, file: str, language: str) -> None:
        """Take in one file; its plain keys and its body belong to `language`."""
        source = self._source(language, file)
        source.file = file
        if front.body.strip():
            if source.body.strip() and source.body.strip() != front.body.strip():
                message = gettext("There is already a text below the front matter.")
                self.report.add(file, message, line=front.body_line, key="body")
            source.body = front.body
        for printed_key, value in front.values.items():
            line = front.lines.get((printed_key,))
            entry = Entry(value, file, line, printed_key, front.lines)
            self._place(entry, language)

    def _source(self, language: str, file: str) -> Source:
        return self.sources.setdefault(language, Source(language, file=file))

    def _place(self, entry: Entry, language: str) -> None:
        key = canonical_key(entry.printed_key)
        if key in PROTECTED_KEYS:
            message = gettext(
                "Publication state and identity are never read from a folder. Remove this key."
            )
            self._refuse(entry, message, is_fatal=True)
        elif key in self.known:
            self._put(key, entry, language)
        elif key not in IGNORED_KEYS:
            self._place_with_suffix(entry)

    def _place_with_suffix(self, entry: Entry) -> None:
        key, language = split_suffix(entry.printed_key, self.known)
        if language in self.languages:
            self._put(key, entry, language)
        elif language:
            message = gettext(
                "“%(language)s” is not a language of this site. Expected one of: %(languages)s."
            )
            facts = {"language": language, "languages": ", ".join(self.languages)}
            self._refuse(entry, message % facts, is_fatal=True)
        else:
            self._refuse(entry, gettext("This key is not known. Its value was left out."))

    def _put(self, key: str, entry: Entry, language: str) -> None:
        source = self._source(language, entry.file)
        if key == "body" and isinstance(entry.value, str):
            # A text below the front matter belongs to the file's own language; `body_de` is for
            # the others. Two texts of one language are a question for a person.
            if not source.body.strip():
                source.body = entry.value
            elif source.body.strip() != entry.value.strip():
                self._refuse(entry, gettext("There is already a text below the front matter."))
            return
        entries = source.entries
        first = entries.get(key)
        if first is not None and first.value is not None:
            if first.value != entry.value:
                message = gettext("The value stands already in line %(line)s of %(file)s.")
                facts = {"line": first.line, "file": first.file}
                self._refuse(entry, message % facts)
            return
        entries[key] = entry

    def _refuse(self, entry: Entry, message: str, *, is_fatal: bool = False) -> None:
        value = as_text(entry.value)
        self.report.add(
            entry.file,
            message,
            line=entry.line,
            key=entry.printed_key,
            value=value,
            is_fatal=is_fatal,
        )


def canonical_key(printed: str) -> str:
    """`Release-Year` and `year` both mean release_year."""
    key = printed.strip().lower().replace("-", "_").replace(" ", "_")
    return ALIASES.get(key, key)


def split_suffix(printed: str, known: frozenset[str]) -> tuple[str, str]:
    """`title_de` -> ("title", "de"); ("", "") when the key is no known key with a suffix."""
    plain = printed.strip().lower().replace(" ", "_")
    for position, letter in enumerate(plain):
        stem, suffix = canonical_key(plain[:position]), plain[position + 1 :]
        if letter in "_-" and stem in known and _LANGUAGE.fullmatch(suffix):
            return stem, suffix.replace("_", "-")
    return "", ""
