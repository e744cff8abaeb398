"""An export becomes rows: one transaction a record, nothing of the editors overwritten."""

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from assets.models import Image, MediaFile
from assets.tasks import complete_image
from assets.video.filling import note_facts
from assets.video.tasks import prepare_later
from desk.exchange.cleaning import clean_value
from desk.exchange.erased import leave_out_erased
from desk.exchange.folder import ExportFolder, FoundFile, FoundRecord
from desk.exchange.identifying import Settler, as_uuid
from desk.exchange.media import TakenFile, image_facts, take_file, take_image
from desk.exchange.naming import Identities, edition_label, uuid_for
from desk.exchange.reading import Incomplete, Source, read_document
from desk.exchange.shape import FOLDERS
from desk.exchange.source_rows import SourceLoader
from desk.exchange.state import restore_state
from desk.exchange.tables import REDIRECTS, TABLES, TableLoader
from desk.exchange.unread import keep_unread
from desk.exchange.writing import Row
from desk.importing.problems import Problem
from desk.importing.strict_yaml import KeyPath
from desk.loading.clashes import say_clash, say_double
from desk.loading.load import DryRun
from desk.loading.merged import empty_document
from desk.loading.options import LoadOptions
from desk.loading.pictures import reason
from desk.loading.publishing import publish_ready
from desk.loading.report import ItemReport, Report
from desk.models import ImportedDocument
from editorial.documents import ForeignRow, apply_document, canonical, document_of
from editorial.kinds import Document, kind_of
from editorial.matching_rows import Aliases, leave_out_doubles, match_rows, rename_rows
from editorial.merging import Conflict, merge
from editorial.models import Forward, Record, RecordModel
from editorial.publishing import pin
from festivals.models import Edition, Venue
from pages.models import Page
from pages.redirecting.listing import Line, read_rule
from pages.redirecting.loading import apply_plan, make_plan
from sources.comparing.renewing import renew_standings

# The part of a picture that names records which are read after it.
PEOPLE = "people"
Progress = Callable[[str], None]
logger = logging.getLogger(__name__)


def load_export(
    folder: ExportFolder, options: LoadOptions, progress: Progress = lambda key: None
) -> Report:
    """Bring an export in; `progress` is called with each record's key when it is done."""
    leave_out_erased(folder)
    report = Report(problems=list(folder.problems), is_dry_run=options.is_dry_run)
    if options.is_dry_run:
        with suppress(DryRun), transaction.atomic():
            _Loader(folder, options, report, progress).load()
            raise DryRun
    else:
        _Loader(folder, options, report, progress).load()
    return report


class _Loader:
    def __init__(
        self, folder: ExportFolder, options: LoadOptions, report: Report, progress: Progress
    ) -> None:
        self.folder, self.options, self.report, self.progress = folder, options, report, progress
        self.identities = Identities()
        self.settler = Settler()
        self.sources = SourceLoader()
        self.reason = _("Imported from an export")
        self.is_stored = not options.is_dry_run

    def load(self) -> None:
        self._load_tables(is_exact=self.folder.is_complete and not Record.objects.exists())
        self._load_files()
        self._load_sources()
        self._name_records()
        waiting = self._load_images()
        for kind in FOLDERS:
            for found in _parents_first(self.folder.records.get(kind, [])):
                item = self._load_record(found)
                self._group(kind).append(item)
                self.progress(found.key)
                if kind == "festival":
                    self._name_editions(found)
            if kind == "person":
                for image, item in waiting:
                    self._load_people(image, item)
        self._load_redirects()

    def _group(self, kind: str) -> list[ItemReport]:
        return {"film": self.report.films, "page": self.report.pages}.get(kind, self.report.others)

    # --- shared rows ----------------------------------------------------------------------------

    def _load_tables(self, is_exact: bool) -> None:
        loaders = []
        with self.options.recorder.change(self.options.user, self.reason):
            for name, model in TABLES.items():
                source = self.folder.tables.get(name)
                if source is None:
                    continue
                loader = TableLoader(model, source, self.identities.find, is_exact)
                loader.load()
                loaders.append(loader)
                if model is Venue:
                    for label, uuid in loader.uuids.items():
                        self.identities.add(Venue, label, uuid)
            for loader in reversed(loaders):
                if loader.is_exact:
                    loader.prune()
        for loader in loaders:
            self.report.problems += loader.source.problems
            for kept in loader.kept:
                hint = _("“%(name)s” says something else here; it was left as it is.")
                self.report.proposals.append(f"{loader.source.file}: {hint % {'name': kept}}")
        self.identities.forget()

    def _load_redirects(self) -> None:
        source = self.folder.tables.get(REDIRECTS)
        if source is None:
            return
        with self.options.recorder.change(self.options.user, self.reason):
            lines = []
            for number, (old, new) in enumerate(source.data.items()):
                try:
                    lines.append(Line(number, read_rule(old, new if isinstance(new, str) else "")))
                except ValidationError as error:
                    source.report((old,), new, reason(error))
            plan = make_plan(lines, [])
            plan.changed = []  # what stands here already stays
            apply_plan(plan)
        for problem in plan.problems:
            old = list(source.data)[problem.number]
            source.report((old,), source.data[old], problem.message)
        self.report.problems += source.problems

    def _load_files(self) -> None:
        for found in self.folder.files:
            uuid = self.settler.settle("file", found.label, found.source)
            taken = take_file(found, self.is_stored) if uuid else None
            if uuid is not None and taken is not None:
                with self.options.recorder.change(self.options.user, self.reason):
                    file = _file_row(uuid, taken)
                self.identities.add(MediaFile, found.label, str(file.uuid))
            self.report.problems += found.source.problems

    def _load_sources(self) -> None:
        for found in self.folder.texts:
            with self.options.recorder.change(self.options.user, self.reason):
                self.sources.load_source(found.label, found.source, found.text)
            self.report.problems += found.source.problems
        self.report.proposals += self.sources.kept

    # --- records --------------------------------------------------------------------------------

    def _name_records(self) -> None:
        """Settle who every record of the folder is; those who cannot be are left out."""
        self.folder.images = [
            image for image in self.folder.images if self._name("image", image.label, image.source)
        ]
        for kind, records in self.folder.records.items():
            self.folder.records[kind] = [
                found for found in records if self._name(kind, found.key, found.source)
            ]

    def _name(self, kind: str, key: str, source: Source) -> bool:
        uuid = self.settler.settle(kind, key, source)
        if uuid is None:
            self._group(kind).append(ItemReport(key, "failed", source.problems))
            return False
        self.identities.add(_model_of(kind), key, uuid)
        return True

    def _name_editions(self, found: FoundRecord) -> None:
        uuid = self.identities.own[_model_of("festival")].get(found.key)
        if uuid is None:
            return
        editions = Edition.objects.filter(festival__record__uuid=uuid)
        for ident, year in editions.values_list("uuid", "year"):
            self.identities.add(Edition, edition_label(found.key, year), str(ident))

    def _load_images(self) -> list[tuple[FoundFile, ItemReport]]:
        """Load the pictures; return those that still wait for the people on them.

        Pictures name people, and people their portraits: a picture that is new comes without its
        people first, one that is here already afterwards.
        """
        waiting = []
        for image in self.folder.images:
            item = ItemReport(image.label, "failed", image.source.problems)
            self.report.others.append(item)
            uuid = self.identities.own[Image][image.label]
            is_here = Image.objects.filter(record__uuid=uuid).exists()
            people = image.source.data.get(PEOPLE)
            if people:
                waiting.append((image, item))
            if not people or not is_here:
                image.source.data.pop(PEOPLE, None)
                self._load_image(image, item)
                if people:
                    image.source.data[PEOPLE] = people
            self.progress(image.label)
        return waiting

    def _load_people(self, found: FoundFile, item: ItemReport) -> None:
        """Load a picture whole, now that the people on it are here."""
        if found.label not in self.identities.own[Image]:
            return
        is_new = item.status == "created"
        self._load_image(found, item)
        if is_new and item.status != "failed":
            item.status = "created"

    def _load_image(self, found: FoundFile, item: ItemReport) -> None:
        accepted = take_image(found, self.is_stored)
        if accepted is None:
            self.identities.own[Image].pop(found.label, None)
            return
        found.source.data.setdefault("original_name", accepted.original_name)
        self._run(item, found.source, "image", image_facts(accepted), None)

    def _load_record(self, found: FoundRecord) -> ItemReport:
        item = ItemReport(found.key, "failed")
        self._run(item, found.source, found.kind, {}, found)
        item.problems = found.problems
        return item

    def _run(
        self, item: ItemReport, source: Source, kind: str, facts: Row, found: FoundRecord | None
    ) -> None:
        """Load one record whole or not at all; `facts` are those that its file does not say."""
        key = item.slug
        own = self.identities.own[_model_of(kind)]
        try:
            document = read_document(kind_of(kind), key, own[key], source, self.identities.find)
            document["facts"] |= facts
            with self.options.recorder.change(self.options.user, self.reason):
                record = _record_for(kind, key, document["uuid"])
                aliases = self._merge(item, record, document, source)
                if item.status == "created":
                    self._begin(item, record, source, found)
                if found is not None and found.claims is not None:
                    is_more = self.sources.load_film(record, found.claims, aliases)
                    if is_more and item.status == "unchanged":
                        renew_standings([record.pk])  # else the change does it
            return
        except Incomplete:
            pass  # was reported where it was found missing
        except ForeignRow as error:
            source.report(_place_of(source.data, error.uuid), error.uuid, reason(error))
        except ValidationError as error:
            source.report((), key, reason(error))
        except DatabaseError as error:
            logger.warning("import of %s/%s refused", kind, key, exc_info=True)
            source.report((), key, say_clash(error))
        except Exception as error:
            # One record's failure, even one of ours, must not cost the others.
            logger.exception("import of %s/%s failed", kind, key)
            source.report((), key, str(error))
        item.status = "failed"
        own.pop(key, None)

    def _merge(self, item: ItemReport, record: Record, theirs: Document, source: Source) -> Aliases:
        """Merge the folder's document into the rows; return what they call its rows."""
        theirs = {**theirs, "uuid": str(record.uuid), "key": record.key}
        ours = document_of(record)
        is_new = ours is None
        memory = ImportedDocument.objects.filter(
            record=record, layout=ImportedDocument.Layout.EXPORT
        ).first()
        before = memory.document if memory and not is_new else {}
        theirs = keep_unread(theirs, before, source.unread)
        ours = ours or empty_document(record)
        aliases = match_rows(kind_of(record.kind), theirs, ours, before)
        merged, conflicts = merge(rename_rows(before, aliases), rename_rows(theirs, aliases), ours)
        doubles = [] if is_new else leave_out_doubles(kind_of(record.kind), merged, ours)
        for part, row in doubles:
            source.report((part.name,), "", say_double(part, row))
        is_changed = is_new or canonical(merged) != canonical(ours)
        self.options.recorder.remember(record, memory, is_new)
        if is_changed:
            apply_document(record, theirs if is_new else merged)
            _check_tree(record)
        if memory is None or memory.document != theirs:
            ImportedDocument.objects.update_or_create(
                record=record,
                layout=ImportedDocument.Layout.EXPORT,
                defaults={"document": theirs, "files": {}},
            )
        for conflict in conflicts:
            _report_conflict(source, conflict)
        item.status = "created" if is_new else "updated" if is_changed else "unchanged"
        return aliases

    def _begin(
        self, item: ItemReport, record: Record, source: Source, found: FoundRecord | None
    ) -> None:
        """Give a new record what is not in its document: place, former names, publications."""
        if "pinned" in source.data:
            _pin(record, source)
        if "former_uuids" in source.data:
            _forward(record, source)
        if record.kind == "image" and self.is_stored:
            transaction.on_commit(lambda: complete_image.enqueue(record.pk))
        document = document_of(record)
        if found is None or document is None:
            return
        if found.state is not None:
            item.published = restore_state(
                record, document, found.state, found.documents, self.identities.find
            )
        elif self.options.is_publishing and kind_of(record.kind).is_published:
            publish_ready(record, list(document["texts"]), found.source.file, self.options, item)


def _model_of(kind: str) -> type[RecordModel]:
    model = kind_of(kind).model
    assert issubclass(model, RecordModel)
    return model


def _pin(record: Record, source: Source) -> None:
    field = Record._meta.get_field("pinned")
    try:
        pin(record, clean_value(field, source.data["pinned"]))
    except ValidationError as error:
        source.report(("pinned",), source.data["pinned"], reason(error))


def _forward(record: Record, source: Source) -> None:
    """Let the identifiers of records that were merged into this one lead here."""
    written = source.data["former_uuids"]
    for number, word in enumerate(written if isinstance(written, list) else [written]):
        uuid = as_uuid(word)
        if uuid is None:
            path = ("former_uuids", number)
            source.report(path, word, _("This is no identifier."))
        elif not Forward.objects.filter(uuid=uuid).exists():
            Forward.objects.create(uuid=uuid, record=record)


def _check_tree(record: Record) -> None:
    """Raise ValidationError for a page that would come to stand under itself."""
    if record.kind == "page":
        Page.objects.get(pk=record.pk).clean()


def _place_of(value: Any, word: str, path: KeyPath = ()) -> KeyPath:
    """Return the path at which the data says `word`, or ()."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in steps:
        if inner == word:
            return (*path, step)
        found = _place_of(inner, word, (*path, step)) if isinstance(inner, dict | list) else ()
        if found:
            return found
    return ()


def _record_for(kind: str, key: str, uuid: str) -> Record:
    """Return the record of this identity; a new one keeps its key if that is free."""
    record = Record.objects.filter(uuid=uuid).first()
    if record is None:
        forward = Forward.objects.filter(uuid=uuid).select_related("record").first()
        record = forward.record if forward else None
    if record is not None:
        if record.kind != kind:  # a forwarding may lead to it
            raise ValidationError(_("This identifier belongs to something of another kind."))
        return record
    free, number = key, 2
    while Record.objects.filter(kind=kind, key=free).exists():
        free, number = f"{key}-{number}", number + 1
    return Record.objects.create(kind=kind, key=free, uuid=uuid)


def _file_row(uuid: str, taken: TakenFile) -> MediaFile:
    """Return the row of a file that is no picture; the same content is kept once."""
    same = MediaFile.objects.filter(kind=taken.kind, sha256=taken.sha256)
    known: MediaFile | None = same.filter(uuid=uuid).first() or same.first()
    if known is not None:
        return known
    if MediaFile.objects.filter(uuid=uuid).exists():
        uuid = uuid_for("file", f"{uuid}/{taken.sha256}")  # the file was exchanged in the folder
    file = MediaFile(uuid=uuid, kind=taken.kind, sha256=taken.sha256)
    file.extension, file.size = taken.extension, taken.size
    file.original_name = taken.original_name
    if file.kind == MediaFile.Kind.SITE:
        file.state = MediaFile.State.AS_IS
    if file.kind == MediaFile.Kind.VIDEO:
        note_facts(file)
        file.loop_from = taken.loop_from
    file.save()
    if file.kind == MediaFile.Kind.VIDEO:
        prepare_later(file)
    return file


def _report_conflict(source: Source, conflict: Conflict) -> None:
    message = _(
        "Changed in the folder and by hand since the last import. "
        "The editors' value was kept; change it in the admin if the folder is right."
    )
    source.problems.append(
        Problem(source.file, None, ".".join(conflict.path), _shown(conflict.theirs), message)
    )


def _shown(value: Any) -> str:
    return str(value)[:120]


def _parents_first(records: list[FoundRecord]) -> Iterable[FoundRecord]:
    """Yield pages after the page above them; everything else in the order of keys."""
    waiting = {record.key: record for record in records}
    while waiting:
        ready = [r for r in waiting.values() if _parent(r) not in waiting]
        for record in ready or list(waiting.values()):
            del waiting[record.key]
            yield record


def _parent(record: FoundRecord) -> str:
    return str(record.source.data.get("parent", ""))
