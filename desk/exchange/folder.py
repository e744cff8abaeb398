"""An export as it lies on the disk: its files read, none of them understood yet."""

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from desk.exchange.prose import read_prose
from desk.exchange.reading import Source
from desk.exchange.selecting import select_records
from desk.exchange.shape import FOLDERS, part_columns
from desk.exchange.source_files import FILE, FOLDER
from desk.exchange.syncing import UNFINISHED
from desk.exchange.tables import REDIRECTS, TABLES
from desk.exchange.yaml_text import load
from desk.importing.problems import Problem
from desk.importing.strict_yaml import FrontMatterError
from desk.spool import Spool
from editorial.kinds import kind_of

MARKER = "lichtspiel.yaml"
FORMATS = (1,)
MAX_BYTES = 8_000_000
_PROSE = re.compile(r"(?P<field>[a-z_]+)_(?P<language>[a-z]{2,3}(-[a-z0-9]{2,8})*)\.md")
_STATE = re.compile(r"(live|scheduled-[0-9T]+)(-[0-9]+)?")
STATE_KEYS = ("lines", "former_addresses")
EXTRAS = ("pinned", "former_uuids")
FILE_FOLDERS = ("videos", "documents", "sites")
MEDIA_FOLDERS = ("images", *FILE_FOLDERS)


@dataclass
class FoundRecord:
    """One record's files. `state` and `documents` say what is published of it, `claims` what
    others say about it."""

    kind: str
    key: str
    source: Source
    state: Source | None = None
    documents: dict[str, Source] = field(default_factory=dict)
    claims: Source | None = None

    @property
    def sources(self) -> list[Source]:
        further = [source for source in (self.state, self.claims) if source is not None]
        return [self.source, *further, *self.documents.values()]

    @property
    def problems(self) -> list[Problem]:
        return [problem for source in self.sources for problem in source.problems]


@dataclass
class FoundFile:
    """A picture, a video or another file: what is said about it, and where it lies."""

    label: str
    source: Source
    path: Path | None


@dataclass
class FoundText:
    """A source of claims: what is known of it, and its text."""

    label: str
    source: Source
    text: str


@dataclass
class ExportFolder:
    """What was read. Only a folder that `is_complete` holds all shared rows of its site.

    The records lie on the disk (`desk.spool`).
    """

    root: Path
    is_complete: bool = False
    records: dict[str, Sequence[FoundRecord]] = field(default_factory=dict)
    images: list[FoundFile] = field(default_factory=list)
    files: list[FoundFile] = field(default_factory=list)
    texts: list[FoundText] = field(default_factory=list)
    tables: dict[str, Source] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def count(self) -> int:
        """How many records and pictures there are."""
        return len(self.images) + sum(map(len, self.records.values()))


def is_export(path: Path) -> bool:
    """Tell whether the folder is an export of ours, or looks like a part of one."""
    return (path / MARKER).is_file() or (path / UNFINISHED).is_file()


def read_export(root: Path, only: str = "") -> ExportFolder:
    """Read an export, or one film or page of it with what it refers to.

    Mistakes are collected in the folder's `problems`.
    """
    if (root / UNFINISHED).exists():
        message = _("This export is being written or was not finished. Export again.")
        return ExportFolder(root, problems=[Problem(UNFINISHED, None, "", "", message)])
    folder = _Reader(root).read()
    if only and not select_records(folder, only):
        message = _("The folder has no film and no page of this name.")
        return ExportFolder(root, problems=[Problem(root.name, None, "", only, message)])
    return folder


class _Reader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.found = ExportFolder(root)
        self.left: set[str] = set()
        self.inside: dict[str, list[str]] = defaultdict(list)
        self.below: dict[str, list[str]] = defaultdict(list)
        for name in _files(root, "", self.found):
            self.left.add(name)
            self.inside[name.rpartition("/")[0]].append(name)
        for place in self.inside:
            self.below[place.rpartition("/")[0]].append(place)

    def read(self) -> ExportFolder:
        marker = self._source(MARKER)
        if marker is not None and marker.data.get("format") not in FORMATS:
            message = _("This export was written by a newer version. Upgrade first.")
            self._fail(MARKER, str(marker.data.get("format", "")), message)
            return self.found
        self.found.is_complete = marker is not None and marker.data.get("complete") is True
        for name in (*TABLES, REDIRECTS):
            source = self._source(name)
            if source is not None:
                self.found.tables[name] = source
        for kind in FOLDERS:
            self.found.records[kind] = Spool(() if kind == "image" else self._records(kind))
        self.found.images = list(self._media("images"))
        self.found.files = [file for folder in FILE_FOLDERS for file in self._media(folder)]
        self.found.texts = list(self._texts())
        for name in sorted(self.left):
            self._fail(name, "", _("This file was left aside: nothing here asks for it."))
        return self.found

    def _fail(self, file: str, value: str, message: str) -> None:
        self.found.problems.append(Problem(file, None, "", value, message))

    def _text(self, name: str) -> str | None:
        """Return the text of a file that is still to be read, None if it is not there."""
        if name not in self.left:
            return None
        self.left.discard(name)
        path = self.root / name
        try:
            if path.stat().st_size <= MAX_BYTES:
                return path.read_bytes().decode("utf-8")
            message = _("The file is larger than %(n)d MB.") % {"n": MAX_BYTES // 10**6}
        except UnicodeDecodeError:
            message = _("The file is not UTF-8 text. Save it as UTF-8.")
        except OSError as error:
            message = str(error.strerror)
        self._fail(name, "", message)
        return None

    def _source(self, name: str, extras: tuple[str, ...] = ()) -> Source | None:
        text = self._text(name)
        if text is None:
            return None
        try:
            data, lines = load(text, name)
        except FrontMatterError as error:
            self.found.problems.append(error.problem)
            return None
        return Source(name, data, {}, lines, extras=extras)

    def _records(self, kind: str) -> Iterator[FoundRecord]:
        for folder, key in self._homes(kind):
            source = self._document(folder, kind)
            if source is not None:
                record = FoundRecord(kind, key, source)
                self._read_state(record, folder)
                record.claims = self._source(f"{folder}/{FILE}") if kind == "film" else None
                yield record

    def _homes(self, kind: str) -> list[tuple[str, str]]:
        """Return the folders in which a record of the kind may lie, each with the record's key."""
        top = FOLDERS[kind]
        own = [(top, kind)] if kind == "profile" else []
        names = [(place, place.rpartition("/")[2]) for place in sorted(self.below[top])]
        if kind == "profile":  # its pictures lie where other kinds have a record
            names = [(place, key) for place, key in names if key not in MEDIA_FOLDERS]
        return own + names

    def _document(self, folder: str, kind: str) -> Source | None:
        source = self._source(f"{folder}/{kind}.yaml", EXTRAS)
        prose = {}
        names = {column.name for column in part_columns(kind_of(kind).main) if column.is_prose}
        for name in self.inside[folder]:
            match = _PROSE.fullmatch(name.rpartition("/")[2])
            if match is not None and match["field"] in names:
                text = self._text(name)
                if text is not None:
                    prose[match["field"], match["language"]] = read_prose(text)
        if source is not None:
            source.prose = prose
        return source

    def _read_state(self, record: FoundRecord, folder: str) -> None:
        record.state = self._source(f"{folder}/publication.yaml")
        if record.state is None:
            return
        for name in record.state.data:
            if name not in STATE_KEYS:
                record.state.report((name,), "", _("This key is not known here."))
        for place in sorted(self.below[folder]):
            last = place.rpartition("/")[2]
            if _STATE.fullmatch(last):
                source = self._document(place, record.kind)
                if source is not None:
                    record.documents[last] = source

    def _texts(self) -> Iterator[FoundText]:
        for name in self.inside[FOLDER]:
            source = self._source(name) if name.endswith(".yaml") else None
            if source is not None:
                stem = name.removesuffix(".yaml")
                text = self._text(f"{stem}.txt")
                yield FoundText(stem.rpartition("/")[2], source, read_prose(text or ""))

    def _media(self, last: str) -> Iterator[FoundFile]:
        for folder in sorted(self.inside):
            if folder.rpartition("/")[2] == last:
                yield from self._described_files(folder)

    def _described_files(self, folder: str) -> Iterator[FoundFile]:
        named = [name for name in self.inside[folder] if name in self.left]
        by_stem: dict[str, list[str]] = defaultdict(list)
        for name in named:
            if not name.endswith(".yaml"):
                by_stem[name.rpartition(".")[0]].append(name)
        for name in named:
            source = self._source(name, EXTRAS) if name.endswith(".yaml") else None
            if source is None:
                continue
            stem = name.removesuffix(".yaml")
            beside = by_stem[stem]
            if len(beside) != 1:
                source.report((), "", _("Exactly one file of the same name must lie beside it."))
            self.left.difference_update(beside)
            path = self.root / beside[0] if len(beside) == 1 else None
            yield FoundFile(stem.rpartition("/")[2], source, path)


def _files(root: Path, folder: str, found: ExportFolder) -> Iterator[str]:
    """Yield the names of the files below, from the root and with slashes; links are reported."""
    for entry in sorted(os.scandir(root / folder), key=lambda entry: entry.name):
        name = f"{folder}/{entry.name}" if folder else entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            message = _("This is a symbolic link. Links are not followed; put the file here.")
            found.problems.append(Problem(name, None, "", "", message))
        elif entry.is_dir():
            yield from _files(root, name, found)
        elif entry.is_file():
            yield name
