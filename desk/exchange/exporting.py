"""Everything the records hold, as files: what the tree looks like and what lies in each file."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from django.core.files.storage import default_storage
from django.db import models
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from assets.models import Image, MediaFile
from assets.naming import file_name_of, original_name_of
from desk.exchange.collected import Collected
from desk.exchange.naming import Labels
from desk.exchange.prose import write_prose
from desk.exchange.shape import FOLDERS
from desk.exchange.snapshot import one_moment
from desk.exchange.source_files import source_files
from desk.exchange.state import Standing, read_standings, write_state
from desk.exchange.syncing import Stored, sync_folder
from desk.exchange.tables import table_files
from desk.exchange.writing import RecordFiles, Row, write_document
from desk.exchange.yaml_text import dump
from desk.importing.problems import Problem
from editorial.documents import documents_of
from editorial.fields import languages
from editorial.kinds import Document, kind_of
from editorial.models import Forward, Record

MARKER = "lichtspiel.yaml"
FORMAT = 1
# Where a picture or video lies that several records use, or none.
COMMON = {Image: "images", MediaFile: "videos"}
# Other files than videos and subtitles have folders of their own.
APART = {MediaFile.Kind.SITE: "sites", MediaFile.Kind.DOCUMENT: "documents"}
# So many records are read with a few queries, and are in memory.
AT_ONCE = 100
Progress = Callable[[str], None]
T = TypeVar("T", bound=models.Model)


class NothingToExport(Exception):
    """There is no film or page of the name that was asked for."""


@dataclass
class Exported:
    """What an export wrote: files by kind of change, and what it could not find."""

    records: int = 0
    written: int = 0
    deleted: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)


def export_content(path: Path, only: str = "", progress: Progress = lambda key: None) -> Exported:
    """Write everything, or one film or page with what it refers to, into the folder `path`.

    Files that are equal stay untouched, files of an earlier export that are no longer wanted are
    deleted. Raises `NothingToExport`, and `NotAnExport` for a folder that holds something else.
    """
    collector = _Collector(progress)
    with one_moment():
        collector.collect(only)
    done = sync_folder(path, collector.files, MARKER)
    message = _("The file in the media folder is damaged: its content is not what was uploaded.")
    damaged = [Problem(name, None, "", "", message) for name in done.damaged]
    problems = [*collector.problems, *damaged]
    return Exported(collector.records, done.written, done.deleted, done.unchanged, problems)


class _Collector:
    """Walks over the records and fills `files`: by path, text or a stored file."""

    def __init__(self, progress: Progress) -> None:
        self.labels = Labels()
        self.files = Collected()
        self.now = timezone.now()
        self.uses: dict[tuple[type[models.Model], str], set[str]] = defaultdict(set)
        self.named: dict[type[models.Model], set[str]] = defaultdict(set)
        self.problems: list[Problem] = []
        self.records = 0
        self.films: dict[int, str] = {}
        self.progress = progress
        self.home = ""
        self.former: dict[int, list[str]] = defaultdict(list)

    def _read_former(self) -> None:
        """Note which identifiers of records that were merged lead to which record."""
        for uuid, pk in Forward.objects.order_by("uuid").values_list("uuid", "record_id"):
            self.former[pk].append(str(uuid))

    def collect(self, only: str = "") -> None:
        self._read_former()
        if only:
            self._collect_one(only)
        else:
            for kind in FOLDERS:
                if kind != "image":
                    self._add_records(Record.objects.filter(kind=kind).order_by("key"))
            self.named[Image] |= set(_uuids(Image))
            self.named[MediaFile] |= set(_uuids(MediaFile))
        self._add_images()
        self._add_videos()
        for name, data in table_files(self.labels, None if not only else self.named).items():
            self._add_text(name, data)
        for name, text in source_files(self.films, is_whole=not only).items():
            self.files.add(name, text)
        self._add_text(MARKER, self._marker(is_complete=not only))

    def _marker(self, is_complete: bool) -> Row:
        marker: Row = {"format": FORMAT, "languages": languages()}
        return marker | ({"complete": True} if is_complete else {})

    def _collect_one(self, only: str) -> None:
        """Add a film or page and, step by step, every record that it refers to."""
        wanted = list(Record.objects.filter(kind__in=("film", "page"), key=only).order_by("kind"))
        if not wanted:
            raise NothingToExport(only)
        done: set[int] = set()
        while wanted:
            record = wanted.pop()
            if record.pk in done:
                continue
            done.add(record.pk)
            self._add_records(Record.objects.filter(pk=record.pk))
            idents = {ident for model, found in self.named.items() for ident in found
                      if model is not MediaFile}  # fmt: skip
            festivals = set(self.named[_edition()])
            wanted += _people_on(self.named[Image]).exclude(pk__in=done)
            wanted += [
                other
                for other in Record.objects.filter(uuid__in=_only_uuids(idents)).exclude(
                    pk__in=done
                )
                if other.kind != "image"
            ]
            wanted += [
                other
                for other in Record.objects.filter(festival__editions__uuid__in=festivals)
                if other.pk not in done
            ]

    def _label(self, model: type[models.Model], ident: str) -> str:
        """Return the word for a reference and note who uses what."""
        self.named[model].add(ident)
        if model in COMMON:
            self.uses[model, ident].add(self.home)
        return self.labels.of(model, ident)

    def _add_records(self, records: QuerySet[Record]) -> None:
        for batch in _in_batches(records):
            documents = documents_of(batch)
            is_shown = kind_of(batch[0].kind).is_published
            standings = read_standings(batch, self.now) if is_shown else {}
            for record in batch:
                document = documents[record.pk]
                if document is not None:
                    self._add_record(record, document, standings.get(record.pk))

    def _add_record(self, record: Record, document: Document, standing: Standing | None) -> None:
        self.home = folder_of(record)
        if record.kind == Record.Kind.FILM:
            self.films[record.pk] = self.home
        self._add_document(self.home, document, self._extras(record))
        state = standing and write_state(document, standing, self._label, self.now)
        if state:
            self._add_text(f"{self.home}/publication.yaml", state.data)
            for name, files in state.documents.items():
                self._add_files(f"{self.home}/{name}", record.kind, files)
        self.records += 1
        self.progress(record.key)

    def _extras(self, record: Record) -> Row:
        extras: Row = {}
        if record.pinned is not None:
            extras["pinned"] = record.pinned
        if record.pk in self.former:
            extras["former_uuids"] = self.former[record.pk]
        return extras

    def _add_document(self, folder: str, document: Document, extras: Row) -> None:
        files = write_document(document, self._label)
        files.data = {"uuid": files.data.pop("uuid"), **extras, **files.data}
        self._add_files(folder, document["kind"], files)

    def _add_files(self, folder: str, kind: str, files: RecordFiles) -> None:
        self._add_text(f"{folder}/{kind}.yaml", files.data)
        for (name, language), text in files.prose.items():
            self.files.add(f"{folder}/{name}_{language}.md", write_prose(text))

    def _add_text(self, path: str, data: Any) -> None:
        self.files.add(path, dump(data).encode())

    def _place(self, model: type[models.Model], ident: str, last: str) -> str:
        """Return the folder of a picture or file: with the one record that uses it."""
        homes = self.uses[model, ident]
        return f"{next(iter(homes))}/{last}" if len(homes) == 1 else last

    def _add_images(self) -> None:
        self.home = ""
        wanted = Image.objects.filter(record__uuid__in=self.named[Image]).select_related("record")
        for batch in _in_batches(wanted.order_by("record__key")):
            documents = documents_of([image.record for image in batch])
            for image in batch:
                document = documents[image.pk]
                assert document is not None
                self._add_image(image, document)

    def _add_image(self, image: Image, document: Document) -> None:
        stem = f"{self._place(Image, str(image.uuid), COMMON[Image])}/{image.key}"
        extras = self._extras(image.record)
        data = write_document(document, self._label).data
        self._add_text(f"{stem}.yaml", {"uuid": data.pop("uuid"), **extras, **data})
        name = original_name_of(image.sha256, image.extension)
        self._add_stored(f"{stem}.{image.extension}", name, image.sha256)
        self.records += 1

    def _add_videos(self) -> None:
        for file in MediaFile.objects.filter(uuid__in=self.named[MediaFile]).order_by("uuid"):
            uuid = str(file.uuid)
            last = APART.get(file.kind, COMMON[MediaFile])
            stem = f"{self._place(MediaFile, uuid, last)}/{self.labels.of(MediaFile, uuid)}"
            data = {"uuid": uuid, "kind": file.kind, "original_name": file.original_name}
            data["loop_from"] = file.loop_from
            kept = {name: value for name, value in data.items() if value not in (None, "")}
            self._add_text(f"{stem}.yaml", kept)
            name = file_name_of(file.kind, file.sha256, file.extension)
            self._add_stored(f"{stem}.{file.extension}", name, file.sha256)

    def _add_stored(self, path: str, name: str, sha256: str) -> None:
        if default_storage.exists(name):
            self.files.add(path, Stored(name, sha256))
        else:
            message = _("The file is missing in the media folder; the export is without it.")
            self.problems.append(Problem(path, None, "", name, message))


def _in_batches(rows: QuerySet[T]) -> Iterator[list[T]]:
    """Yield the rows in their order, so many at a time."""
    keys = list(rows.values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        yield list(rows.filter(pk__in=keys[start : start + AT_ONCE]))


def folder_of(record: Record) -> str:
    """Return where a record lies; the company's own profile has no folder below."""
    folder = FOLDERS[record.kind]
    return (
        folder if record.kind == "profile" and record.key == "profile" else f"{folder}/{record.key}"
    )


def _uuids(model: type[models.Model]) -> Iterator[str]:
    name = "record__uuid" if model is Image else "uuid"
    return (str(uuid) for uuid in model._default_manager.values_list(name, flat=True))


def _only_uuids(idents: set[str]) -> list[str]:
    return [ident for ident in idents if len(ident) == 36 and ident.count("-") == 4]


def _people_on(images: set[str]) -> QuerySet[Record]:
    """Return the people who are to be seen on these pictures."""
    pictures = _only_uuids(images)
    return Record.objects.filter(person__depictions__image__record__uuid__in=pictures).distinct()


def _edition() -> type[models.Model]:
    from festivals.models import Edition

    return Edition
