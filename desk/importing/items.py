"""One film or page: its text files read, sorted by language and handed to its builder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

from django.utils.translation import gettext

from desk.importing.files import relative
from desk.importing.frontmatter import LARGEST_FILE, FrontMatter, read_front_matter
from desk.importing.layout import FoundItem, folder_file
from desk.importing.leftovers import report_leftovers, report_symlink
from desk.importing.objects import FailedItem, ParsedFilm, ParsedPage
from desk.importing.problems import Problem, Report
from desk.importing.sources import Source, SourceSorter, canonical_key
from desk.importing.strict_yaml import FrontMatterError, as_text
from desk.importing.titles import check_language_key, read_slug

Parsed = TypeVar("Parsed", ParsedFilm, ParsedPage)
Built = TypeVar("Built", ParsedFilm, ParsedPage, covariant=True)


class Builder(Protocol[Built]):
    """FilmBuilder or PageBuilder."""

    titles: dict[str, str]

    def build(self, slug: str, folder: Path, root: Path) -> tuple[Built, frozenset[Path]]: ...


@dataclass(frozen=True)
class Scope:
    """What holds for every item of one run; the default language stands first."""

    root: Path
    languages: tuple[str, ...]
    default_language: str
    reserved_slugs: frozenset[str]


@dataclass(frozen=True)
class ReadItem:
    """What came of one item, and every file that belongs to it."""

    parsed: ParsedFilm | ParsedPage | FailedItem
    used: frozenset[Path]


class ItemReader:
    def __init__(self, item: FoundItem, scope: Scope) -> None:
        self.item = item
        self.scope = scope
        self.report = Report()

    def read(
        self,
        keys: frozenset[str],
        make_builder: Callable[[Mapping[str, Source], tuple[str, ...], Report], Builder[Parsed]],
    ) -> ReadItem:
        """The film or page; a FailedItem when one of its problems is fatal."""
        own = frozenset(path for _, path in self.item.files)
        sources = self._read_sources(keys)
        if not sources:
            return ReadItem(self._failed(self.item.folder_name), own)
        if not self.item.is_flat:
            check_language_key(sources, self.report)
        builder = make_builder(sources, self.scope.languages, self.report)
        slug = self._read_slug(sources, builder.titles)
        parsed, named = builder.build(slug, self.item.folder, self.scope.root)
        used = own | named
        if not self.item.is_flat:
            report_leftovers(self.item.folder, self.scope.root, used, self.report)
        if self.report.is_fatal:
            return ReadItem(self._failed(slug), used)
        return ReadItem(replace(parsed, problems=self.report.as_tuple()), used)

    def _failed(self, slug: str) -> FailedItem:
        name = slug or self.item.folder_name or self.item.files[0][1].stem
        folder = folder_file(self.item, self.scope.root)
        return FailedItem(name, folder, self.report.as_tuple())

    def _read_slug(self, sources: Mapping[str, Source], titles: Mapping[str, str]) -> str:
        reserved = self.scope.reserved_slugs | frozenset(self.scope.languages)
        return read_slug(sources, titles, self.item.folder_name, reserved, self.report)

    def _read_sources(self, keys: frozenset[str]) -> dict[str, Source]:
        """A source per language, the default language first; {} when a file cannot be read."""
        sorter = SourceSorter(keys, self.scope.languages, self.report)
        broken: list[Problem] = []
        for language, path in self.item.files:
            if not self._is_readable(language, path):
                continue
            try:
                self._add_file(sorter, language, path)
            except FrontMatterError as error:
                broken.append(error.problem)
        if broken:
            self.report.problems = dict.fromkeys(broken)
            return {}
        if not sorter.sources:
            self._report_no_text()
            return {}
        order = dict.fromkeys((self.scope.default_language, *self.scope.languages))
        return {key: sorter.sources[key] for key in order if key in sorter.sources}

    def _is_readable(self, language: str, path: Path) -> bool:
        if path.is_symlink():
            report_symlink(path, self.scope.root, self.report)
            return False
        if language and language not in self.scope.languages:
            message = gettext(
                "“%(language)s” is not a language of this site, so the file was left aside. "
                "Expected one of: %(languages)s."
            )
            facts = {"language": language, "languages": ", ".join(self.scope.languages)}
            self.report.add(relative(path, self.scope.root), message % facts, value=path.name)
            return False
        return True

    def _add_file(self, sorter: SourceSorter, language: str, path: Path) -> None:
        file = relative(path, self.scope.root)
        front = read_front_matter(read_bytes(path, file), file)
        sorter.add_file(front, file, language or self._language_of(front, file))

    def _language_of(self, front: FrontMatter, file: str) -> str:
        """The base language of a file whose name says none."""
        for printed, value in front.values.items():
            if canonical_key(printed) == "language" and value is not None:
                language = as_text(value).strip().lower().replace("_", "-")
                if language in self.scope.languages:
                    return language
                message = gettext("Expected a language of this site: %(languages)s.")
                self.report.add(
                    file,
                    message % {"languages": ", ".join(self.scope.languages)},
                    line=front.lines.get((printed,)),
                    key=printed,
                    value=as_text(value),
                    is_fatal=True,
                )
        return self.scope.default_language

    def _report_no_text(self) -> None:
        message = gettext("There is no text file to read. Expected %(files)s.")
        names = ", ".join(f"index_{language}.md" for language in self.scope.languages)
        file = folder_file(self.item, self.scope.root)
        self.report.add(file, message % {"files": names}, is_fatal=True)


def read_bytes(path: Path, file: str) -> bytes:
    """The bytes of a text file, one more than the limit at most."""
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError as error:
        message = gettext("The file cannot be read: %(reason)s.") % {"reason": error.strerror}
        raise FrontMatterError(Problem(file, None, "", "", message, is_fatal=True)) from error
