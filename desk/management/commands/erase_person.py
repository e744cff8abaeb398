"""erase_person KEY: a person out of the database, history and publications, with a report."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from desk.erasing.again import repeat_erasures
from desk.erasing.erasing import erase_person, redact_name
from desk.erasing.report import ErasureOptions
from desk.erasing.subject import find_person
from desk.erasing.wording import report_lines


class Command(BaseCommand):
    help = (
        "Erase a person everywhere, or keep the credits without the name (--anonymise). Texts that "
        "name the person are listed for a human. The exit code is 1 when something is left to do."
    )

    def add_arguments(self, parser):
        parser.add_argument("key", nargs="?", help="key or identifier of the person")
        parser.add_argument("--anonymise", action="store_true", help="keep credits, nobody named")
        parser.add_argument(
            "--redact-history", action="store_true", help="blank the name in old texts as well"
        )
        parser.add_argument("--dry-run", action="store_true", help="report only, change nothing")
        parser.add_argument("--report", type=Path, metavar="FILE", help="write the report as JSON")
        parser.add_argument(
            "--again", action="store_true", help="after a restore: repeat all registered erasures"
        )
        parser.add_argument(
            "--redact-name", metavar="NAME", help="blank a name in history, after texts were edited"
        )

    def handle(self, *args, key, again, redact_name, report, **options):
        if sum(map(bool, (key, again, redact_name))) != 1:
            raise CommandError(_("Name one person, or --again, or --redact-name."))
        if again:
            self.repeat(report)
        elif redact_name:
            self.redact(redact_name)
        else:
            self.erase(key, report, options)

    def erase(self, key: str, path: Path | None, options: dict[str, Any]) -> None:
        person = find_person(key)
        if person is None:
            message = _("There is no person “%(key)s”. The key stands on the person's page.")
            raise CommandError(message % {"key": key})
        wanted = ErasureOptions(
            is_anonymous=options["anonymise"],
            is_redacting=options["redact_history"],
            is_dry_run=options["dry_run"],
        )
        result = erase_person(person, wanted)
        for line in report_lines(result):
            self.stdout.write(line)
        self.write(path, result.as_json())
        if result.findings or result.backups or result.warnings:
            sys.exit(1)

    def repeat(self, path: Path | None) -> None:
        reports, warnings = repeat_erasures()
        for result in reports:
            for line in report_lines(result):
                self.stdout.write(line)
        for warning in warnings:
            self.stderr.write(warning)
        self.stdout.write(_("Erased again: %(n)d.") % {"n": len(reports)})
        self.write(path, [result.as_json() for result in reports])
        if warnings or any(result.findings for result in reports):
            sys.exit(1)

    def redact(self, name: str) -> None:
        changed = redact_name(name)
        self.stdout.write(_("Blanked in %(n)d old documents.") % {"n": changed})

    def write(self, path: Path | None, data: Any) -> None:
        if path is None:
            return
        text = json.dumps(data, ensure_ascii=False, indent=1)
        try:
            path.write_text(f"{text}\n", encoding="utf-8")
        except OSError as error:
            message = _("The report could not be written to %(path)s: %(reason)s")
            raise CommandError(message % {"path": path, "reason": error.strerror}) from error
