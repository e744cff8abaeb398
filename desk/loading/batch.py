"""One batch of films or pages -> rows, inside one change: each table is asked once for all."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from desk.importing.objects import ParsedFilm
from desk.loading.film_document import FilmWriter
from desk.loading.merged import Merged, merge_item
from desk.loading.old_sites import tell_site
from desk.loading.options import LoadOptions
from desk.loading.page_document import write_page
from desk.loading.pictures import add_files, add_page_image
from desk.loading.prepared import Prepared
from desk.loading.publishing import Ready, publish_ready
from desk.loading.report import ItemReport
from desk.loading.shared import SharedRows
from desk.models import ImportedDocument
from editorial.changes import Change
from editorial.documents import apply_document, documents_of, write_new
from editorial.kinds import Document
from editorial.models import Record
from editorial.prose import check_markdown


@dataclass
class Loading:
    """One item on its way: what stands here, what the last import said, what this one says."""

    prepared: Prepared
    record: Record
    result: ItemReport
    ours: Document | None
    imported: ImportedDocument | None
    theirs: Document = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        return self.ours is None

    @property
    def before(self) -> Document:
        return self.imported.document if self.imported and not self.is_new else {}


def load_batch(
    batch: Sequence[Prepared],
    kind: str,
    shared: SharedRows,
    options: LoadOptions,
    results: Sequence[ItemReport],
    opened: Change,
) -> None:
    """Write the items and say in `results` what became of each. Raises what the first raises."""
    loadings = _look_up(batch, kind, results, opened)
    shared.expect(_people_before(loadings))
    for one in loadings:
        one.theirs = _write(one, shared)
        check_texts(one.theirs)
    shared.flush()
    merged = [merge_item(one.prepared.item, one.record, one.before, one.theirs, one.ours)
              for one in loadings]  # fmt: skip
    for one in loadings:
        options.recorder.remember(one.record, one.imported, one.is_new)
    write_new([(one.record, what.document)
               for one, what in zip(loadings, merged, strict=True) if one.is_new])  # fmt: skip
    _remember(loadings)
    for one, what in zip(loadings, merged, strict=True):
        _complete(one, what)
    if options.is_publishing:
        publish_ready([_ready(one) for one in loadings if one.is_new], options)


def _look_up(
    batch: Sequence[Prepared], kind: str, results: Sequence[ItemReport], opened: Change
) -> list[Loading]:
    records = _records(kind, [one.item.slug for one in batch], opened)
    documents = documents_of(records.values())
    rows = ImportedDocument.objects.filter(
        record__in=[record.pk for record in records.values()],
        layout=ImportedDocument.Layout.FOLDER,
    )
    imported = {row.record_id: row for row in rows}
    loadings = []
    for one, result in zip(batch, results, strict=True):
        record = records[one.item.slug]
        memory = imported.get(record.pk)
        one.files.known = dict(memory.files) if memory else {}
        loadings.append(Loading(one, record, result, documents[record.pk], memory))
    return loadings


def _records(kind: str, slugs: Sequence[str], opened: Change) -> dict[str, Record]:
    """Return the records under these keys, locked; what is missing is created."""
    here = Record.objects.filter(kind=kind, key__in=slugs).order_by("pk").select_for_update()
    known = {record.key: record for record in here}
    missing = [Record(kind=kind, key=slug) for slug in slugs if slug not in known]
    for record in Record.objects.bulk_create(missing):
        known[record.key] = record
        opened.documents[record.pk] = None
    return known


def _people_before(loadings: Sequence[Loading]) -> list[str]:
    credits = (row for one in loadings for row in one.before.get("credits", ()))
    return [row["person"] for row in credits if row.get("person")]


def _write(one: Loading, shared: SharedRows) -> Document:
    item, files = one.prepared.item, one.prepared.files
    if not isinstance(item, ParsedFilm):
        return write_page(item, one.record, add_page_image(files))
    writer = FilmWriter(item, one.record, shared, add_files(files), one.before)
    document = writer.write()
    one.result.proposals += writer.proposals
    one.result.problems += writer.problems
    return document


def check_texts(document: Document) -> None:
    """Raise ValidationError for a text that no form would take either."""
    for parts in document["texts"].values():
        for text in parts.get("facts", {}).values():
            check_markdown(text)


def _remember(loadings: Sequence[Loading]) -> None:
    """Keep what the folder said, for the merge of the next import."""
    new, changed = [], []
    for one in loadings:
        files = one.prepared.files.known
        if one.imported is None:
            new.append(ImportedDocument(
                record=one.record, layout=ImportedDocument.Layout.FOLDER,
                document=one.theirs, files=files,
            ))  # fmt: skip
        elif (one.imported.document, one.imported.files) != (one.theirs, files):
            one.imported.document, one.imported.files = one.theirs, files
            one.imported.imported_at = timezone.now()
            changed.append(one.imported)
    ImportedDocument.objects.bulk_create(new)
    ImportedDocument.objects.bulk_update(changed, ["document", "files", "imported_at"])


def _complete(one: Loading, merged: Merged) -> None:
    item, files, result = one.prepared.item, one.prepared.files, one.result
    is_changed = one.is_new or merged.is_changed
    if is_changed and not one.is_new:
        apply_document(one.record, merged.document)
    result.problems += merged.problems
    result.status = "created" if one.is_new else "updated" if is_changed else "unchanged"
    if isinstance(item, ParsedFilm) and files.site and files.is_stored and is_changed:
        result.proposals += tell_site(item, files.site)


def _ready(one: Loading) -> Ready:
    item = one.prepared.item
    return Ready(one.record, item.languages, item.folder, one.result)
