"""doctor: what is wrong with this site, where, and what to do."""

import json
from dataclasses import asdict

from django.core.management.base import BaseCommand

from desk.doctor import examine


class Command(BaseCommand):
    help = (
        "Look for what is missing, broken, stuck or old, and say what to do; changes nothing. "
        "Ends with 1 if something was found."
    )
    # A wrong setting is a finding like others.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="print a list of findings as JSON")
        parser.add_argument(
            "--quick", action="store_true", help="read no files and no whole tables: seconds"
        )

    def handle(self, *args, json, quick, **options):
        count = self.as_json(quick) if json else self.as_lines(quick)
        if count:
            raise SystemExit(1)

    def as_json(self, is_quick):
        found = [asdict(finding) for finding in examine(is_quick)]
        self.stdout.write(json.dumps(found, indent=1, ensure_ascii=False))
        return len(found)

    def as_lines(self, is_quick):
        count = 0
        for finding in examine(is_quick):
            count += 1
            self.stdout.write(f"{finding.check}: {finding.what}")
            self.stdout.write(f"    where  {finding.where}")
            self.stdout.write(f"    do     {finding.remedy}")
        self.stdout.write(f"{count} findings." if count else "Nothing found.")
        return count
