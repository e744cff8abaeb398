"""The run: every film in a transaction of its own, nothing written on a dry run."""

import logging
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeAlias

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from desk.importing.objects import FailedItem, ParsedFilm, ParsedFolder, ParsedPage
from desk.importing.problems import Problem
from desk.loading.clashes import say_double
from desk.loading.film_document import FilmWriter
from desk.loading.old_sites import tell_site
from desk.loading.page_document import write_page
from desk.loading.pictures import Files, add_files, add_page_image, prepare_files, reason
from desk.loading.report import ItemReport, Report
from desk.loading.shared import SharedRows
from desk.models import ImportedDocument
from desk.recording import Recorder
from editorial.documents import apply_document, canonical, document_of
from editorial.fields import languages
from editorial.kinds import Document, kind_of
from editorial.matching_rows import leave_out_doubles, match_rows, rename_rows
from editorial.merging import Conflict, merge
from editorial.models import Record
from editorial.prose import check_markdown
from editorial.publishing import publish

Item: TypeAlias = ParsedFilm | ParsedPage
# Characters of a value in a report: it says which one is meant.
MAX_SHOWN = 120
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class LoadOptions:
    """`is_dry_run` undoes everything; `is_publishing` publishes new films that are not blocked.

    `recorder` notes what the run changes, so that it can be undone.
    """

    is_dry_run: bool = False
    is_publishing: bool = False
    user: object = None
    recorder: Recorder = field(default_factory=Recorder)


class DryRun(Exception):
    """Rolls a dry run back."""


def load_folder(
    folder: ParsedFolder,
    options: LoadOptions,
    progress: Callable[[str], None] = lambda slug: None,
) -> Report:
    """Load everything the folder holds; `progress` is called with each slug when it is done."""
    report = Report(problems=list(folder.problems), is_dry_run=options.is_dry_run)
    report.films += [_failed(item) for item in folder.failed_films]
    report.pages += [_failed(item) for item in folder.failed_pages]
    if options.is_dry_run:
        with suppress(DryRun), transaction.atomic():
            _load_items(folder, options, report, progress)
            raise DryRun
    else:
        _load_items(folder, options, report, progress)
    report.films.sort(key=lambda item: item.slug)
    report.pages.sort(key=lambda item: item.slug)
    return report


def _failed(item: FailedItem) -> ItemReport:
    return ItemReport(item.slug, "failed", list(item.problems))


def _load_items(
    folder: ParsedFolder,
    options: LoadOptions,
    report: Report,
    progress: Callable[[str], None],
) -> None:
    shared = SharedRows()
    for film in folder.films:
        report.films.append(_load_safely(film, "film", shared, options))
        progress(film.slug)
    for page in folder.pages:
        report.pages.append(_load_safely(page, "page", shared, options))
        progress(page.slug)


def _load_safely(item: Item, kind: str, shared: SharedRows, options: LoadOptions) -> ItemReport:
    """Load one item; if it fails as a whole, nothing of it stays and the run goes on."""
    result = ItemReport(item.slug, "failed", list(item.problems))
    try:
        _run_change(item, kind, shared, options, result)
    except ValidationError as error:
        _fail(item, result, error, shared)
    except Exception as error:
        # One film's failure, even one of ours, must not cost the others; the log has the place.
        logger.exception("import of %s failed", item.slug)
        _fail(item, result, error, shared)
    return result


def _fail(item: Item, result: ItemReport, error: Exception, shared: SharedRows) -> None:
    result.status = "failed"
    result.problems.append(Problem(item.folder, None, "", item.slug, reason(error)))
    shared.reload()


def _run_change(
    item: Item, kind: str, shared: SharedRows, options: LoadOptions, result: ItemReport
) -> None:
    # Pictures are decoded and stored by content before the database is locked for others.
    files = prepare_files(item, result.problems, options.is_dry_run)
    with options.recorder.change(options.user, _("Imported from a folder")):
        shared.reload_if_others_wrote()
        _load_item(item, kind, files, shared, options, result)
        shared.note_own_rows()
    if isinstance(item, ParsedFilm) and not item.category:
        message = _("No category is given. The film stands among the feature films for now.")
        result.problems.append(Problem(item.folder, None, "category", "", message))


def _load_item(
    item: Item,
    kind: str,
    files: Files,
    shared: SharedRows,
    options: LoadOptions,
    result: ItemReport,
) -> None:
    record = Record.objects.filter(kind=kind, key=item.slug).first()
    if record is None:
        record = Record.objects.create(kind=kind, key=item.slug)
    is_new = document_of(record) is None
    imported = ImportedDocument.objects.filter(
        record=record, layout=ImportedDocument.Layout.FOLDER
    ).first()
    before = imported.document if imported and not is_new else {}
    files.known = dict(imported.files) if imported else {}
    theirs = _write(item, record, before, files, shared, result)
    _check_texts(theirs)
    ours = document_of(record) or empty_document(record)
    aliases = match_rows(kind_of(kind), theirs, ours, before)
    merged, conflicts = merge(rename_rows(before, aliases), rename_rows(theirs, aliases), ours)
    doubles = leave_out_doubles(kind_of(kind), merged, ours)
    is_changed = is_new or canonical(merged) != canonical(ours)
    options.recorder.remember(record, imported, is_new)
    if is_changed:
        apply_document(record, merged)
    memory = {"document": theirs, "files": files.known}
    if imported is None or (imported.document, imported.files) != (theirs, files.known):
        ImportedDocument.objects.update_or_create(
            record=record, layout=ImportedDocument.Layout.FOLDER, defaults=memory
        )
    result.problems += [_conflict_problem(item, conflict, bool(before)) for conflict in conflicts]
    result.problems += [
        Problem(item.folder, None, part.name, "", say_double(part, row)) for part, row in doubles
    ]
    result.status = "created" if is_new else "updated" if is_changed else "unchanged"
    if isinstance(item, ParsedFilm) and files.site and files.is_stored and is_changed:
        result.proposals += tell_site(item, files.site)
    if is_new and options.is_publishing:
        publish_ready(record, item.languages, item.folder, options, result)


def _write(
    item: Item,
    record: Record,
    before: Document,
    files: Files,
    shared: SharedRows,
    result: ItemReport,
) -> Document:
    if isinstance(item, ParsedFilm):
        writer = FilmWriter(item, record, shared, add_files(files), before)
        document = writer.write()
        result.proposals += writer.proposals
        result.problems += writer.problems
        return document
    return write_page(item, record, add_page_image(files))


def _check_texts(document: Document) -> None:
    """Raise ValidationError for a text that no form would take either."""
    for parts in document["texts"].values():
        for text in parts.get("facts", {}).values():
            check_markdown(text)


def empty_document(record: Record) -> Document:
    """Return the document of a record that has no rows yet."""
    kind = kind_of(record.kind)
    parts: Document = {part.name: [] for part in kind.parts[1:]}
    return {
        "schema": kind.schema,
        "kind": kind.name,
        "uuid": str(record.uuid),
        "key": record.key,
        "texts": {},
        "facts": {},
        **parts,
    }


def _conflict_problem(item: Item, conflict: Conflict, is_known: bool) -> Problem:
    message = _("Here it says something else already. The editors' value was kept.")
    if is_known:
        message = _(
            "Changed in the folder and by hand since the last import. "
            "The editors' value was kept; change it in the admin if the folder is right."
        )
    value = str(conflict.theirs)[:MAX_SHOWN]
    return Problem(item.folder, None, ".".join(conflict.path), value, message)


def publish_ready(
    record: Record,
    spoken: Collection[str],
    place: str,
    options: LoadOptions,
    result: ItemReport,
) -> None:
    """Publish a new record in each language it speaks; what is not ready is reported."""
    for language in languages():
        if language not in spoken:
            continue
        try:
            with transaction.atomic():
                publish(record, language, options.user)
            result.published.append(language)
        except ValidationError as error:
            message = _("Not published in %(language)s: %(reasons)s") % {
                "language": language,
                "reasons": reason(error),
            }
            result.problems.append(Problem(place, None, "", record.key, message))
