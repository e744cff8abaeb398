"""import_content PATH: a folder of films and pages becomes rows."""

import json
import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from desk.importing.folder import read_folder
from desk.loading import LoadOptions, load_folder
from desk.progress import ProgressBar, print_summary
from pages.addresses import reserved_words


class Command(BaseCommand):
    help = (
        "Import a folder of films and pages (front matter and Markdown). New films are drafts. "
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
        languages = [code for code, _name in settings.LANGUAGES]
        folder = read_folder(
            path,
            languages,
            default_language=settings.LANGUAGE_CODE,
            reserved_slugs=reserved_words(),
            only=only,
        )
        bar = ProgressBar(len(folder.films) + len(folder.pages), self.stderr)
        result = load_folder(
            folder, LoadOptions(is_dry_run=dry_run, is_publishing=publish), bar.advance
        )
        bar.finish()
        print_summary(result, self.stdout, is_verbose=options["verbosity"] > 0)
        if report:
            text = json.dumps(result.as_json(), ensure_ascii=False, indent=1)
            report.write_text(f"{text}\n", encoding="utf-8")
        if not result.is_clean:
            sys.exit(1)
