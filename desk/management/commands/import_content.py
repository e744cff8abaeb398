"""import_content PATH: a folder of films and pages, or an export, becomes rows."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from desk.progress import ProgressBar, print_summary
from desk.running import ImportOptions, run_import


class Command(BaseCommand):
    help = (
        "Import a folder of films and pages, or what export_content wrote. New films of a folder "
        "are drafts; an export brings its publications along. "
        "What could not be placed is reported; the exit code is 1 when there were problems."
    )

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="folder with films/ and pages/")
        parser.add_argument("--dry-run", action="store_true", help="report only, change nothing")
        parser.add_argument("--only", metavar="SLUG", help="only this film or page")
        parser.add_argument(
            "--publish", action="store_true", help="publish new films and pages that are ready"
        )
        parser.add_argument("--report", type=Path, metavar="FILE", help="write the report as JSON")

    def handle(self, *args, path, dry_run, only, publish, report, **options):
        asked = ImportOptions(is_dry_run=dry_run, is_publishing=publish, only=only or "")
        result, run = run_import(path, asked, ProgressBar(self.stderr))
        print_summary(result, self.stdout, is_verbose=options["verbosity"] > 0)
        if run is not None and run.entries.exists():
            hint = _("To take it back: manage.py undo_import %(n)d")
            self.stdout.write(hint % {"n": run.pk})
        if report:
            text = json.dumps(result.as_json(), ensure_ascii=False, indent=1)
            report.write_text(f"{text}\n", encoding="utf-8")
        if not result.is_clean:
            sys.exit(1)
