"""The run: films in batches, each batch a transaction, each film for itself if one fails."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from desk.importing.objects import FailedItem, ParsedFilm, ParsedFolder
from desk.importing.problems import Problem
from desk.loading.batch import load_batch
from desk.loading.options import LoadOptions
from desk.loading.pace import Pace
from desk.loading.pictures import reason
from desk.loading.prepared import Item, Prepared, prepare
from desk.loading.report import ItemReport, Report
from desk.loading.shared import SharedRows

# A batch ends after so many bytes of pictures in memory, if not before.
MOST_BYTES = 32 * 1024 * 1024
Progress = Callable[[str], None]
logger = logging.getLogger(__name__)


class DryRun(Exception):
    """Rolls a dry run back."""


def load_folder(
    folder: ParsedFolder, options: LoadOptions, progress: Progress = lambda slug: None
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
    folder: ParsedFolder, options: LoadOptions, report: Report, progress: Progress
) -> None:
    shared = SharedRows()
    pace = Pace()
    for batch in _batches(folder.films, pace, options):
        with pace.of(len(batch)):
            results = _load_safely(batch, "film", shared, options)
        report.films += results
        for result in results:
            progress(result.slug)
    # One by one: which of two pages is the imprint depends on the one before.
    for page in folder.pages:
        report.pages += _load_safely([prepare(page, options)], "page", shared, options)
        progress(page.slug)


def _batches(items: Iterable[Item], pace: Pace, options: LoadOptions) -> Iterator[list[Prepared]]:
    # Pictures are decoded and stored by content before the database is locked for others.
    batch: list[Prepared] = []
    size = 0
    for item in items:
        batch.append(prepare(item, options))
        size += batch[-1].files.size
        if len(batch) >= pace.wanted or size > MOST_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _load_safely(
    batch: Sequence[Prepared], kind: str, shared: SharedRows, options: LoadOptions
) -> list[ItemReport]:
    """Load a batch; if an item fails, nothing of it stays and the run goes on.

    Who it was shows when each is loaded for itself.
    """
    results = [ItemReport(one.item.slug, "failed", list(one.problems)) for one in batch]
    try:
        _run_change(batch, kind, shared, options, results)
    except Exception as error:
        shared.reload()
        if len(batch) > 1:
            return [_load_safely([one], kind, shared, options)[0] for one in batch]
        # One film's failure, even one of ours, must not cost the others; the log has the place.
        if not isinstance(error, ValidationError):
            logger.exception("import of %s failed", batch[0].item.slug)
        return [_fail(batch[0], error)]
    return results


def _fail(one: Prepared, error: Exception) -> ItemReport:
    problem = Problem(one.item.folder, None, "", one.item.slug, reason(error))
    return ItemReport(one.item.slug, "failed", [*one.problems, problem])


def _run_change(
    batch: Sequence[Prepared],
    kind: str,
    shared: SharedRows,
    options: LoadOptions,
    results: Sequence[ItemReport],
) -> None:
    with options.recorder.change(options.user, _("Imported from a folder")) as opened:
        shared.reload_if_others_wrote()
        load_batch(batch, kind, shared, options, results, opened)
        shared.note_own_rows()
    for one, result in zip(batch, results, strict=True):
        if isinstance(one.item, ParsedFilm) and not one.item.category:
            message = _("No category is given. The film stands among the feature films for now.")
            result.problems.append(Problem(one.item.folder, None, "category", "", message))
