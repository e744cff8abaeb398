"""What a human has to decide: each sentence that names the person, once, with where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.urls import NoReverseMatch, reverse

from desk.erasing.history import INDEX_TEXTS
from desk.erasing.old_sites import find_in_old_sites
from desk.erasing.report import Finding
from desk.erasing.scanning import Hit, JsonPath, scan
from desk.erasing.spelling import Names
from desk.finding.entry import SearchEntry
from desk.models import ImportedDocument, ImportEntry
from editorial.fields import languages, translated_fields
from editorial.kinds import all_kinds, kind_of
from editorial.models import OwnRow, Publication, Record, RecordModel, Revision
from sources.models import Claim, Decision, Intake, Source, Standing

MEMORIES = (ImportedDocument, ImportEntry)
SAID = (Claim, Decision, Intake, Standing)


@dataclass(frozen=True)
class Owner:
    """The row that a hit stands in: its record, whether it is live, its page in the admin."""

    record: str = ""
    kind: str = ""
    where: str = "other"
    language: str = ""
    address: str = ""


class Findings:
    """Collects hits; the same sentence in fifty revisions is one finding with fifty cells."""

    def __init__(self, names: Names, identifiers: frozenset[str]) -> None:
        self.names, self.identifiers = names, identifiers
        self.found: dict[tuple[str, ...], Finding] = {}
        self.made_of: dict[tuple[str, str, str], Finding] = {}
        self.owners: dict[tuple[str, str], Owner] = {}
        self.shown = {
            "live": set(Publication.objects.live().values_list("pk", flat=True)),
            "scheduled": set(Publication.objects.scheduled().values_list("pk", flat=True)),
        }

    def add(self, hit: Hit) -> None:
        owner = self._owner(hit.model, hit.pk)
        cell = (hit.model._meta.db_table, str(hit.pk), hit.column)
        if hit.model is SearchEntry and self._add_to_desk(owner.record, cell):
            return
        language, field, label = describe(hit, owner)
        # A text that names nobody was found by an identifier: it is its own sentence.
        for sentence in self.names.sentences(hit.text) or [hit.text[:300]]:
            key = (owner.record or hit.model._meta.label, owner.where, language, field, sentence)
            finding = self.found.get(key)
            if finding is None and field in INDEX_TEXTS:
                # What lists and search read is made of the parts and changes with them.
                finding = self.made_of.get((owner.record, owner.where, language))
            if finding is None:
                shown = owner.record or str(hit.model._meta.verbose_name)
                finding = self.found[key] = Finding(
                    shown, owner.where, language, field, label, sentence, owner.address
                )
                self.made_of.setdefault((owner.record, owner.where, language), finding)
            if cell not in finding.cells:
                finding.cells.append(cell)

    def _add_to_desk(self, record: str, cell: tuple[str, str, str]) -> bool:
        """Note what the search has made of the desk: it goes when the desk's own text goes."""
        mine = (f for f in self.found.values() if f.where == "desk" and f.record == record)
        finding = next(mine, None)
        if finding is None:
            return False
        finding.cells.append(cell)
        return True

    def _owner(self, model: type[models.Model], pk: Any) -> Owner:
        key = (model._meta.label, str(pk))
        if key not in self.owners:
            self.owners[key] = self._find_owner(model, pk)
        return self.owners[key]

    def _find_owner(self, model: type[models.Model], pk: Any) -> Owner:
        row = model._base_manager.filter(pk=pk).first()
        if isinstance(row, Revision):
            return _of_record(row.record, "history", row.language, address_of(row))
        if isinstance(row, Publication):
            where = next((w for w, pks in self.shown.items() if row.pk in pks), "history")
            return _of_record(row.record, where, row.language, address_of(row))
        if isinstance(row, SearchEntry) and row.record is not None:
            return _of_record(row.record, "desk", "", _record_address(row.record))
        if isinstance(row, MEMORIES):
            return _of_record(row.record, "import", "", _record_address(row.record))
        if isinstance(row, SAID):
            return _of_record(row.record, "sources", "", _record_address(row.record))
        if isinstance(row, Source):
            said = row.claims.select_related("record").first()
            film = _record_address(said.record) if said else ""
            return Owner(str(row), "", "sources", "", address_of(row) or film)
        record = record_of(row)
        if record is not None:
            return _of_record(record, "desk", "", _record_address(record))
        return Owner(address=address_of(row) if row is not None else "")


def find_left(names: Names, identifiers: frozenset[str]) -> list[Finding]:
    """Return all that is left in the database and in old sites, the desk's own texts first."""
    findings = Findings(names, identifiers)
    for hit in sorted(scan(names, identifiers), key=lambda hit: hit.model is SearchEntry):
        findings.add(hit)
    order = ("desk", "live", "scheduled", "import", "sources", "other", "history")
    return sorted(
        [*findings.found.values(), *find_in_old_sites(names)],
        key=lambda f: (order.index(f.where), f.record, f.field, f.language),
    )


def record_of(row: models.Model | None) -> Record | None:
    """Return the record that a content row belongs to, if it is one."""
    if isinstance(row, Record):
        return row
    if isinstance(row, RecordModel):
        return row.record
    if isinstance(row, OwnRow):
        owner: Any = row
        for step in row.owner_path.split("__"):
            owner = getattr(owner, step)
        return record_of(owner)
    return None


def _of_record(record: Record, where: str, language: str, address: str) -> Owner:
    return Owner(str(record), record.kind, where, language, address)


def _record_address(record: Record) -> str:
    main = kind_of(record.kind).model
    return _address(main, record.pk)


def address_of(row: models.Model) -> str:
    """Return the row's page in the admin, or '' if it has none."""
    return _address(type(row), row.pk)


def _address(model: type[models.Model], pk: Any) -> str:
    if model not in admin.site._registry:
        return ""
    meta = model._meta
    try:
        return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[pk])
    except NoReverseMatch:
        return ""


def describe(hit: Hit, owner: Owner) -> tuple[str, str, str]:
    """Return (language, field, its name for editors)."""
    if hit.model in (Revision, Publication, *MEMORIES):
        return _describe_document(hit, owner)
    field: Any = hit.model._meta.get_field(hit.column)
    language, name = getattr(field, "language", ""), hit.column
    if language:
        name = field.translated_field.name
    elif hit.column in _translated(hit.model):
        # The column that translations left behind repeats the text of the first language.
        language = languages()[0]
    part = _part_of(hit.model) or hit.model._meta.model_name
    return language, f"{part}.{name}", str(_label(hit.model, name))


@lru_cache(maxsize=200)
def _part_of(model: type[models.Model]) -> str:
    """Return the part that documents keep the rows of this model in."""
    parts = (part for kind in all_kinds() for part in kind.parts)
    return next((part.name for part in parts if part.model is model), "")


@lru_cache(maxsize=200)
def _translated(model: type[models.Model]) -> frozenset[str]:
    return frozenset(translated_fields(model))


def _describe_document(hit: Hit, owner: Owner) -> tuple[str, str, str]:
    if hit.column in INDEX_TEXTS or not hit.path:
        return owner.language, hit.column, str(_label(hit.model, hit.column))
    path: JsonPath = hit.path
    if hit.column == "memory" and path[0] == "document":
        path = path[1:]  # a document inside what undoing an import needs
    if not path:
        return "", hit.column, str(_label(hit.model, hit.column))
    language = ""
    if path[0] == "texts":
        is_whole = hit.model is not Publication
        language = path[1] if is_whole and len(path) > 1 else owner.language
        path = path[2:] if is_whole else path[1:]
    if not path:
        return language, hit.column, hit.column
    part, name = path[0], path[-1]
    model = next((p.model for p in kind_of(owner.kind).parts if p.name == part), None)
    label = _label(model, name) if model and len(path) > 1 else part
    return language, f"{part}.{name}" if len(path) > 1 else part, str(label)


def _label(model: type[models.Model], name: str) -> str:
    try:
        return str(getattr(model._meta.get_field(name), "verbose_name", name))
    except FieldDoesNotExist:
        return name


@dataclass(frozen=True)
class Sentence:
    """The same sentence wherever it stands: on the desk, live, and in how many old versions."""

    finding: Finding
    places: tuple[tuple[str, int], ...]


def by_sentence(findings: Iterable[Finding]) -> list[Sentence]:
    """Group findings, so that a human reads every sentence once."""
    grouped: dict[tuple[str, str, str, str], list[Finding]] = {}
    for finding in findings:
        key = (finding.record, finding.language, finding.field, finding.sentence)
        grouped.setdefault(key, []).append(finding)
    return [
        Sentence(group[0], tuple((finding.where, len(finding.cells)) for finding in group))
        for group in grouped.values()
    ]
