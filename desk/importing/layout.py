"""Where the films and pages of a folder lie, before any of their text is read."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext

from desk.importing.files import relative
from desk.importing.leftovers import is_unseen, report_leftovers, report_symlink
from desk.importing.problems import Report
from desk.spool import Spool

_INDEX = re.compile(
    r"index(?:[_.-](?P<language>[a-z]{2,3}(?:[_-][a-z0-9]{2,8})?))?\.(?:md|markdown)", re.IGNORECASE
)
_NO_CONTENT = frozenset({"readme", "license", "licence", "changelog", "contributing"})


@dataclass(frozen=True)
class FoundItem:
    """A film or page: a folder of its own with index files, or one flat file.

    `files` pairs each text file with the language of its name, '' when the name has none.
    """

    folder: Path
    folder_name: str
    files: tuple[tuple[str, Path], ...]

    @property
    def is_flat(self) -> bool:
        return not self.folder_name


@dataclass
class Layout:
    """The items of a root; `shared` are folders in which flat files lie side by side.

    `others` is what lies in these and is no item.
    """

    films: Spool[FoundItem] = field(default_factory=Spool)
    pages: Spool[FoundItem] = field(default_factory=Spool)
    shared: list[Path] = field(default_factory=list)
    others: list[Path] = field(default_factory=list)


def find_layout(root: Path, start: Path, report: Report) -> Layout:
    """What lies below `start`: films and pages, films alone, one film, or one file."""
    layout = Layout()
    if start.is_file():
        layout.films.append(_item_of_file(start))
    elif (start / "films").is_dir() or (start / "pages").is_dir():
        _find_both(root, start, layout, report)
    elif index_files(start):
        items = layout.pages if start.parent.name == "pages" else layout.films
        items.append(_item_of_folder(start))
    elif start.name == "pages":
        layout.pages = Spool(_find_items(start, root, layout, report))
    else:
        layout.films = Spool(_find_items(start, root, layout, report))
    return layout


def _find_both(root: Path, start: Path, layout: Layout, report: Report) -> None:
    rooms = {start / "films": layout.films, start / "pages": layout.pages}
    for folder, items in rooms.items():
        if folder.is_symlink():
            report_symlink(folder, root, report)
        elif folder.is_dir():
            items.extend(_find_items(folder, root, layout, report))
    report_leftovers(start, root, frozenset(rooms), report)


def _find_items(folder: Path, root: Path, layout: Layout, report: Report) -> Iterator[FoundItem]:
    layout.shared.append(folder)
    for name in sorted(os.listdir(folder)):  # noqa: PTH208 (ten thousand paths are megabytes)
        path = folder / name
        if is_unseen(path):
            continue
        if path.is_symlink():
            report_symlink(path, root, report)
        elif path.is_dir() and (folder.name in {"films", "pages"} or index_files(path)):
            yield _item_of_folder(path)
        elif path.is_file() and is_text(path):
            yield _item_of_file(path)
        else:
            layout.others.append(path)


def is_text(path: Path) -> bool:
    return path.suffix.lower() in {".md", ".markdown"} and path.stem.lower() not in _NO_CONTENT


def index_files(folder: Path) -> tuple[tuple[str, Path], ...]:
    """The index files of a folder with the language in their names, symbolic links included."""
    found = ((_INDEX.fullmatch(path.name), path) for path in sorted(folder.iterdir()))
    return tuple(
        ((match["language"] or "").lower().replace("_", "-"), path)
        for match, path in found
        if match
    )


def _item_of_folder(folder: Path) -> FoundItem:
    return FoundItem(folder, folder.name, index_files(folder))


def _item_of_file(path: Path) -> FoundItem:
    if _INDEX.fullmatch(path.name):
        return FoundItem(path.parent, path.parent.name, index_files(path.parent))
    return FoundItem(path.parent, "", (("", path),))


def report_nothing(root: Path, report: Report) -> None:
    message = gettext(
        "There is nothing to import here. Expected a folder with films/<slug>/index_<language>.md, "
        "a folder of films, or one text file."
    )
    report.add(".", message, value=root.name, is_fatal=True)


def folder_file(item: FoundItem, root: Path) -> str:
    """What a problem of the whole item names as its file."""
    path = item.files[0][1] if item.is_flat else item.folder
    return relative(path, root)
