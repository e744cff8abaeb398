"""An export becomes rows: one transaction a record, nothing of the editors overwritten."""

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from assets.models import Image, MediaFile
from assets.tasks import complete_image
from desk.exchange.erased import leave_out_erased
from desk.exchange.folder import ExportFolder, FoundFile, FoundRecord
from desk.exchange.media import TakenFile, image_facts, take_file, take_image
from desk.exchange.naming import Identities, edition_label, uuid_for
from desk.exchange.reading import Source, read_document
from desk.exchange.shape import FOLDERS
from desk.exchange.state import restore_state
from desk.exchange.tables import REDIRECTS, TABLES, TableLoader, venue_uuids
from desk.importing.problems import Problem
from desk.loading.load import DryRun, LoadOptions, empty_document, publish_ready
from desk.loading.pictures import reason
from desk.loading.report import ItemReport, Report
from desk.models import ImportedDocument
from editorial.documents import apply_document, canonical, document_of
from editorial.kinds import Document, kind_of
from editorial.merging import Conflict, merge
from editorial.models import Forward, Record, RecordModel
from editorial.publishing import pin
from festivals.models import Edition, Venue
from pages.models import Redirect

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
        self.reason = _("Imported from an export")
        self.is_stored = not options.is_dry_run

    def load(self) -> None:
        is_empty = not Record.objects.exists()
        self._load_tables(is_empty)
        self._load_files()
        self._name_records()
        for image in self.folder.images:
            self._load_image(image)
            self.progress(image.label)
        for kind in FOLDERS:
            for found in _parents_first(self.folder.records.get(kind, [])):
                item = self._load_record(found)
                self._group(kind).append(item)
                self.progress(found.key)
                if kind == "festival":
                    self._name_editions(found)
        self._load_redirects()

    def _group(self, kind: str) -> list[ItemReport]:
        return {"film": self.report.films, "page": self.report.pages}.get(kind, self.report.others)

    # --- shared rows ----------------------------------------------------------------------------

    def _load_tables(self, is_empty: bool) -> None:
        loaders = []
        with self.options.recorder.change(self.options.user, self.reason):
            for name, model in TABLES.items():
                source = self.folder.tables.get(name)
                if source is None:
                    continue
                loader = TableLoader(model, source, self.identities.find, is_empty)
                loader.load()
                loaders.append(loader)
                if model is Venue:
                    for label, uuid in venue_uuids(source).items():
                        self.identities.add(Venue, label, uuid)
            for loader in reversed(loaders):
                if loader.is_exact:
                    loader.prune()
        for loader in loaders:
            self.report.problems += loader.source.problems
            for kept in loader.kept:
                hint = _("“%(name)s” says something else here; it was left as it is.")
                self.report.proposals.append(f"{loader.source.file}: {hint % {'name': kept}}")
        self.identities.asked.clear()

    def _load_redirects(self) -> None:
        source = self.folder.tables.get(REDIRECTS)
        if source is None:
            return
        with self.options.recorder.change(self.options.user, self.reason):
            for old, new in source.data.items():
                redirect = Redirect(old_path=old, new_path=str(new or ""))
                if Redirect.objects.filter(old_path=old).exists():
                    continue
                try:
                    redirect.full_clean()
                except ValidationError as error:
                    source.report((old,), new, reason(error))
                    continue
                redirect.save()
        self.report.problems += source.problems

    def _load_files(self) -> None:
        for found in self.folder.files:
            taken = take_file(found, self.is_stored)
            if taken is not None:
                with self.options.recorder.change(self.options.user, self.reason):
                    file = _file_row(found, taken)
                self.identities.add(MediaFile, found.label, str(file.uuid))
            self.report.problems += found.source.problems

    # --- records --------------------------------------------------------------------------------

    def _name_records(self) -> None:
        """Settle who every record of the folder is, before anything refers to it."""
        for found in self.folder.images:
            self._name("image", found.label, found.source)
        for kind, records in self.folder.records.items():
            for record in records:
                self._name(kind, record.key, record.source)

    def _name(self, kind: str, key: str, source: Source) -> None:
        model = kind_of(kind).model
        assert issubclass(model, RecordModel)
        self.identities.add(model, key, identity_of(kind, key, source))

    def _name_editions(self, found: FoundRecord) -> None:
        model = kind_of("festival").model
        uuid = self.identities.own[model][found.key]
        editions = Edition.objects.filter(festival__record__uuid=uuid)
        for ident, year in editions.values_list("uuid", "year"):
            self.identities.add(Edition, edition_label(found.key, year), str(ident))

    def _load_image(self, found: FoundFile) -> None:
        item = ItemReport(found.label, "failed", found.source.problems)
        self.report.others.append(item)
        accepted = take_image(found, self.is_stored)
        if accepted is None:
            self.identities.own[Image].pop(found.label, None)
            return
        found.source.data.setdefault("original_name", accepted.original_name)
        uuid = self.identities.own[Image][found.label]
        document = read_document(
            kind_of("image"), found.label, uuid, found.source, self.identities.find
        )
        document["facts"] |= image_facts(accepted)
        self._run(item, found.source, "image", found.label, document, None)
        if item.status == "failed":
            self.identities.own[Image].pop(found.label, None)

    def _load_record(self, found: FoundRecord) -> ItemReport:
        item = ItemReport(found.key, "failed")
        kind = kind_of(found.kind)
        assert issubclass(kind.model, RecordModel)
        uuid = self.identities.own[kind.model][found.key]
        document = read_document(kind, found.key, uuid, found.source, self.identities.find)
        self._run(item, found.source, found.kind, found.key, document, found)
        item.problems = found.problems
        return item

    def _run(
        self,
        item: ItemReport,
        source: Source,
        kind: str,
        key: str,
        document: Document,
        found: FoundRecord | None,
    ) -> None:
        try:
            with self.options.recorder.change(self.options.user, self.reason):
                record = _record_for(kind, key, document["uuid"])
                self._merge(item, record, document, source)
                if item.status == "created":
                    self._begin(item, record, source, found)
        except (ValidationError, IntegrityError) as error:
            item.status = "failed"
            source.report((), key, reason(error))
        except Exception as error:
            # One record's failure, even one of ours, must not cost the others.
            logger.exception("import of %s/%s failed", kind, key)
            item.status = "failed"
            source.report((), key, str(error))

    def _merge(self, item: ItemReport, record: Record, theirs: Document, source: Source) -> None:
        theirs = {**theirs, "uuid": str(record.uuid), "key": record.key}
        ours = document_of(record)
        is_new = ours is None
        memory = ImportedDocument.objects.filter(
            record=record, layout=ImportedDocument.Layout.EXPORT
        ).first()
        before = memory.document if memory and not is_new else {}
        merged, conflicts = merge(before, theirs, ours or empty_document(record))
        is_changed = is_new or canonical(merged) != canonical(ours)
        self.options.recorder.remember(record, memory, is_new)
        if is_changed:
            apply_document(record, theirs if is_new else merged)
        if memory is None or memory.document != theirs:
            ImportedDocument.objects.update_or_create(
                record=record,
                layout=ImportedDocument.Layout.EXPORT,
                defaults={"document": theirs, "files": {}},
            )
        for conflict in conflicts:
            _report_conflict(source, conflict)
        item.status = "created" if is_new else "updated" if is_changed else "unchanged"

    def _begin(
        self, item: ItemReport, record: Record, source: Source, found: FoundRecord | None
    ) -> None:
        """Give a new record what is not in its document: place, former names, publications."""
        place = source.data.get("pinned")
        if isinstance(place, int):
            pin(record, place)
        former = source.data.get("former_uuids")
        for uuid in former if isinstance(former, list) else []:
            if not Forward.objects.filter(uuid=uuid).exists():
                Forward.objects.create(uuid=uuid, record=record)
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


def identity_of(kind: str, key: str, source: Source) -> str:
    """Return the uuid that a record of the folder has, or gets, here."""
    written = source.data.get("uuid")
    if written is not None:
        return str(written)
    known = Record.objects.filter(kind=kind, key=key).values_list("uuid", flat=True).first()
    return str(known) if known else uuid_for(kind, key)


def _record_for(kind: str, key: str, uuid: str) -> Record:
    """Return the record of this identity; a new one keeps its key if that is free."""
    record = Record.objects.filter(uuid=uuid).first()
    if record is None:
        forward = Forward.objects.filter(uuid=uuid).select_related("record").first()
        record = forward.record if forward else None
    if record is not None:
        if record.kind != kind:
            raise ValidationError(_("This identifier belongs to something of another kind."))
        return record
    free, number = key, 2
    while Record.objects.filter(kind=kind, key=free).exists():
        free, number = f"{key}-{number}", number + 1
    return Record.objects.create(kind=kind, key=free, uuid=uuid)


def _file_row(found: FoundFile, taken: TakenFile) -> MediaFile:
    """Return the row of a video or of subtitles; the same content is kept once."""
    uuid = str(found.source.data.get("uuid") or uuid_for("file", found.label))
    known: MediaFile | None = MediaFile.objects.filter(uuid=uuid).first()
    known = known or MediaFile.objects.filter(kind=taken.kind, sha256=taken.sha256).first()
    if known is not None:
        return known
    file = MediaFile(uuid=uuid, kind=taken.kind, sha256=taken.sha256)
    file.extension, file.size = taken.extension, taken.size
    file.original_name = taken.original_name
    file.save()
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
        ready = [r for r in waiting.values() if r.source.data.get("parent") not in waiting]
        for record in ready or list(waiting.values()):
            del waiting[record.key]
            yield record
