"""The door of the importer: a folder of text files and pictures -> frozen objects."""

from collections.abc import Sequence
from pathlib import Path

from django.utils.translation import gettext

from desk.importing.film import FilmBuilder
from desk.importing.items import ItemReader, Scope
from desk.importing.keys import FILM_KEYS, PAGE_KEYS
from desk.importing.layout import FoundItem, Layout, find_layout, report_nothing
from desk.importing.leftovers import report_leftover
from desk.importing.objects import FailedItem, ParsedFilm, ParsedFolder, ParsedPage
from desk.importing.page import PageBuilder
from desk.importing.problems import Problem, Report
from desk.importing.slugs import RESERVED_SLUGS, slug_error
from desk.spool import Spool


def read_folder(
    root: Path,
    languages: Sequence[str],
    default_language: str = "en",
    reserved_slugs: frozenset[str] = RESERVED_SLUGS,
    only: str | None = None,
) -> ParsedFolder:
    """Read films and pages below `root`, which may also be one film's folder or one file.

    `languages` are the languages of the site in their order; the default language decides where
    two files disagree. `only` is a slug. Nothing is written and nothing raised for bad content.
    """
    start = Path(root).absolute()
    report = Report()
    if not start.exists():
        message = gettext("There is no such folder. Check the path.")
        report.add(".", message, value=str(root), is_fatal=True)
        return ParsedFolder(start, problems=report.as_tuple())
    start = start.resolve()
    base = start.parent if start.is_file() else start
    scope = Scope(base, tuple(languages), default_language, reserved_slugs)
    try:
        return FolderReader(scope, report, only).read(start)
    except OSError as error:
        message = gettext("The folder cannot be read: %(reason)s.") % {"reason": error.strerror}
        report.add(".", message, value=str(error.filename or root), is_fatal=True)
        return ParsedFolder(base, problems=report.as_tuple())


class FolderReader:
    """Reads every item and sees to it that each slug is taken once.

    Films that were read wait on the disk: nothing is loaded before the whole folder was readable.
    """

    def __init__(self, scope: Scope, report: Report, only: str | None) -> None:
        self.scope = scope
        self.report = report
        self.only = only
        self.films: Spool[ParsedFilm] = Spool()
        self.pages: list[ParsedPage] = []
        self.failed_films: list[FailedItem] = []
        self.failed_pages: list[FailedItem] = []
        self._taken: dict[str, str] = {}
        self._shared: list[Path] = []
        self._used: set[Path] = set()

    def read(self, start: Path) -> ParsedFolder:
        layout = find_layout(self.scope.root, start, self.report)
        self._shared = layout.shared
        if not layout.films and not layout.pages:
            report_nothing(start, self.report)
        for item in layout.films:
            self._read_film(item)
        for item in layout.pages:
            self._read_page(item)
        self._report_strays(layout)
        return self._result()

    def _read_film(self, item: FoundItem) -> None:
        if self._is_left_out(item):
            return
        found = ItemReader(item, self.scope).read(FILM_KEYS, FilmBuilder)
        self._note_used(item, found.used)
        film = found.parsed
        if isinstance(film, ParsedFilm) and not (error := self._claim(film.slug, item)):
            self.films.append(film)
        elif isinstance(film, FailedItem):
            self.failed_films.append(film)
        else:
            self.failed_films.append(_doubled(film, error))

    def _read_page(self, item: FoundItem) -> None:
        if self._is_left_out(item):
            return
        found = ItemReader(item, self.scope).read(PAGE_KEYS, PageBuilder)
        self._note_used(item, found.used)
        page = found.parsed
        if isinstance(page, ParsedPage) and not (error := self._claim(page.slug, item)):
            self.pages.append(page)
        elif isinstance(page, FailedItem):
            self.failed_pages.append(page)
        else:
            self.failed_pages.append(_doubled(page, error))

    def _is_left_out(self, item: FoundItem) -> bool:
        """Whether `only` names another folder; the slug of a flat file is known after reading."""
        name = item.folder_name
        has_slug = bool(name) and not slug_error(name, self.scope.reserved_slugs)
        return self.only is not None and has_slug and name != self.only

    def _claim(self, slug: str, item: FoundItem) -> Problem | None:
        """Take the slug; the problem to report when another item has it."""
        file = item.files[0][1].relative_to(self.scope.root).as_posix()
        first = self._taken.setdefault(slug, file)
        if first == file:
            return None
        message = gettext("%(file)s has the same slug already. Give one of them another slug.")
        return Problem(file, None, "slug", slug, message % {"file": first}, is_fatal=True)

    def _note_used(self, item: FoundItem, used: frozenset[Path]) -> None:
        """Note what an item names outside a folder of its own: others lie beside it."""
        if item.folder in self._shared:
            self._used |= used

    def _report_strays(self, layout: Layout) -> None:
        used = frozenset(self._used)
        for path in layout.others:
            report_leftover(path, self.scope.root, used, self.report)

    def _result(self) -> ParsedFolder:
        if self.only is not None:
            self._keep_only(self.only)
        return ParsedFolder(
            root=self.scope.root,
            films=self.films,
            pages=tuple(self.pages),
            problems=self.report.as_tuple(),
            failed_films=tuple(self.failed_films),
            failed_pages=tuple(self.failed_pages),
        )

    def _keep_only(self, slug: str) -> None:
        self.films = Spool(film for film in self.films if film.slug == slug)
        self.pages = [page for page in self.pages if page.slug == slug]
        self.failed_films = [item for item in self.failed_films if item.slug == slug]
        self.failed_pages = [item for item in self.failed_pages if item.slug == slug]
        fatal = [problem for problem in self.report.problems if problem.is_fatal]
        self.report.problems = dict.fromkeys(fatal)
        if not (self.films or self.pages or self.failed_films or self.failed_pages or fatal):
            message = gettext("There is no film and no page with this slug in the folder.")
            self.report.add(".", message, key="slug", value=slug, is_fatal=True)


def _doubled(item: ParsedFilm | ParsedPage, error: Problem | None) -> FailedItem:
    problems = (*((error,) if error else ()), *item.problems)
    return FailedItem(item.slug, item.folder, problems)
