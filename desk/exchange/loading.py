"""An export becomes rows, a batch of records at a time; nothing of the editors is overwritten."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from assets.models import Image, MediaFile
from desk.exchange.erased import leave_out_erased
from desk.exchange.folder import ExportFolder, FoundRecord
from desk.exchange.identifying import Settler, model_of
from desk.exchange.media import image_facts, row_of_file, take_file, take_image
from desk.exchange.naming import Identities, edition_label
from desk.exchange.reading import Source
from desk.exchange.records import Coming, RecordLoader
from desk.exchange.shape import FOLDERS
from desk.exchange.source_rows import SourceLoader
from desk.exchange.tables import REDIRECTS, TABLES, TableLoader
from desk.loading.load import DryRun
from desk.loading.options import LoadOptions
from desk.loading.pace import MOST_ITEMS, Pace, batches
from desk.loading.pictures import reason
from desk.loading.report import ItemReport, Report
from desk.spool import Spool
from editorial.models import Record
from festivals.models import Edition, Venue
from pages.redirecting.listing import Line, read_rule
from pages.redirecting.loading import apply_plan, make_plan

# The part of a picture that names records which are read after it.
PEOPLE = "people"
Progress = Callable[[str], None]


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
        self.loader = RecordLoader(self.identities, self.sources, options)
        self.reason, self.pace = self.loader.reason, Pace()
        self.is_stored = not options.is_dry_run

    def load(self) -> None:
        self._load_tables(is_exact=self.folder.is_complete and not Record.objects.exists())
        self._load_files()
        self._load_sources()
        self._name_records()
        waiting = self._load_images()
        for kind in FOLDERS:
            self._load_kind(kind)
            if kind == "person":
                self._load_people(waiting)
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
                    file = row_of_file(uuid, taken)
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
            self.folder.records[kind] = Spool(
                found for found in records if self._name(kind, found.key, found.source)
            )

    def _name(self, kind: str, key: str, source: Source) -> bool:
        uuid = self.settler.settle(kind, key, source)
        if uuid is None:
            self._group(kind).append(ItemReport(key, "failed", source.problems))
            return False
        self.identities.add(model_of(kind), key, uuid)
        return True

    def _name_editions(self, found: FoundRecord) -> None:
        uuid = self.identities.own[model_of("festival")].get(found.key)
        if uuid is None:
            return
        editions = Edition.objects.filter(festival__record__uuid=uuid)
        for ident, year in editions.values_list("uuid", "year"):
            self.identities.add(Edition, edition_label(found.key, year), str(ident))

    def _load_images(self) -> list[Coming]:
        """Load the pictures; return those that still wait for the people on them.

        Pictures name people, and people their portraits: a picture that is new comes without its
        people first, one that is here already afterwards.
        """
        waiting: list[Coming] = []
        for batch in batches(self._pictures(waiting), self.pace):
            self._load(batch)
            for one in batch:
                self.progress(one.item.slug)
        return waiting

    def _pictures(self, waiting: list[Coming]) -> Iterator[Coming]:
        """Yield the pictures that are loaded at first, their files accepted and stored."""
        for found in self.folder.images:
            item = ItemReport(found.label, "failed", found.source.problems)
            self.report.others.append(item)
            accepted = take_image(found, self.is_stored)
            if accepted is None:
                self.identities.own[Image].pop(found.label, None)
                self.progress(found.label)
                continue
            source = found.source
            source.data.setdefault("original_name", accepted.original_name)
            coming = Coming("image", item, source, image_facts(accepted))
            if source.data.get(PEOPLE):
                waiting.append(coming)
                if self._is_here(found.label):
                    self.progress(found.label)
                    continue
            alone = {name: value for name, value in source.data.items() if name != PEOPLE}
            yield replace(coming, source=replace(source, data=alone))

    def _is_here(self, label: str) -> bool:
        uuid = self.identities.own[Image][label]
        return Image.objects.filter(record__uuid=uuid).exists()

    def _load_people(self, waiting: Iterable[Coming]) -> None:
        """Load pictures whole, now that the people on them are here."""
        known = self.identities.own[Image]
        for batch in batches((one for one in waiting if one.item.slug in known), self.pace):
            new = [one.item for one in batch if one.item.status == "created"]
            self._load(batch)
            for item in new:
                item.status = "failed" if item.status == "failed" else "created"

    def _load_kind(self, kind: str) -> None:
        self.pace.begin()
        records = self.folder.records.get(kind, [])
        # A page waits for the one above it.
        ordered = _parents_first(records) if kind == "page" else records
        coming = (Coming(kind, ItemReport(found.key, "failed"), found.source, found=found)
                  for found in ordered)  # fmt: skip
        for batch in batches(coming, self.pace, most=1 if kind == "page" else MOST_ITEMS):
            self._load(batch)
            for one in batch:
                self._finish(one)

    def _load(self, batch: list[Coming]) -> None:
        with self.pace.of(len(batch)):
            self.loader.load(batch)

    def _finish(self, one: Coming) -> None:
        assert one.found is not None
        one.item.problems = one.found.problems
        self._group(one.kind).append(one.item)
        self.progress(one.found.key)
        if one.kind == "festival":
            self._name_editions(one.found)


def _parents_first(records: Iterable[FoundRecord]) -> Iterable[FoundRecord]:
    """Yield pages after the page above them; everything else in the order of keys."""
    waiting = {record.key: record for record in records}
    while waiting:
        ready = [r for r in waiting.values() if _parent(r) not in waiting]
        for record in ready or list(waiting.values()):
            del waiting[record.key]
            yield record


def _parent(record: FoundRecord) -> str:
    return str(record.source.data.get("parent", ""))
