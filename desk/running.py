"""One run of an import, whatever the folder's layout: restore point, reading, loading, record."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from desk.backup.points import make_restore_point
from desk.exchange import is_export, load_export, read_export
from desk.importing.folder import read_folder
from desk.loading import LoadOptions, Report, load_folder
from desk.models import ImportRun
from desk.progress import ProgressBar
from desk.recording import Recorder
from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.models import Record
from pages.addresses import reserved_words


@dataclass(frozen=True)
class ImportOptions:
    """What the command was asked for; `only` is the key of one film or page."""

    is_dry_run: bool = False
    is_publishing: bool = False
    only: str = ""
    user: Any = None


def run_import(
    path: Path, options: ImportOptions, bar: ProgressBar
) -> tuple[Report, ImportRun | None]:
    """Import a folder of either layout; a dry run leaves no record of itself."""
    run = None if options.is_dry_run else _begin(path, options)
    recorder = Recorder(run)
    load = LoadOptions(options.is_dry_run, options.is_publishing, options.user, recorder)
    report = _load(path, load, options.only, bar)
    bar.finish()
    recorder.finish(report.as_json())
    return report, run


def _begin(path: Path, options: ImportOptions) -> ImportRun:
    # An empty site has nothing to go back to.
    point = make_restore_point("import") if Record.objects.exists() else None
    user = options.user if getattr(options.user, "pk", None) else None
    name = path.resolve().name[:250]
    with transaction.atomic():
        run = ImportRun.objects.create(
            folder=name, user=user, restore_point=point.name if point else ""
        )
        note(Deed.IMPORTED, by=user, kind="import", number=run.pk)
    return run


def _load(path: Path, load: LoadOptions, only: str, bar: ProgressBar) -> Report:
    if is_export(path):
        export = read_export(path, only)
        bar.expect(export.count())
        return load_export(export, load, bar.advance)
    folder = read_folder(
        path,
        [code for code, _name in settings.LANGUAGES],
        default_language=settings.LANGUAGE_CODE,
        reserved_slugs=reserved_words(),
        only=only or None,
    )
    bar.expect(len(folder.films) + len(folder.pages))
    return load_folder(folder, load, bar.advance)
