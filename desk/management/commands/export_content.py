"""export_content PATH: everything the records hold, as readable files and media."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from desk.exchange import NotAnExport, NothingToExport, export_content
from desk.progress import ProgressBar, show_problem
from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.models import Record


class Command(BaseCommand):
    help = (
        "Export all content as readable files with its media; a second export into the same "
        "folder changes only what has changed. import_content reads it back."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "path", type=Path, help="a new, an empty, or an earlier export's folder"
        )
        parser.add_argument("--only", metavar="SLUG", default="", help="only this film or page")

    def handle(self, *args, path, only, **options):
        bar = ProgressBar(self.stderr)
        bar.expect(0 if only else Record.objects.exclude(kind="image").count())
        try:
            done = export_content(path, only, bar.advance)
        except NothingToExport as error:
            raise CommandError(
                _("There is no film and no page “%(name)s”.") % {"name": only}
            ) from error
        except (NotAnExport, OSError) as error:
            raise CommandError(str(error)) from error
        bar.finish()
        note(Deed.EXPORTED, kind="content", detail=only)
        for problem in done.problems:
            self.stdout.write(show_problem(problem))
        totals = _(
            "%(n)d records. Files written: %(written)d, unchanged: %(same)d, deleted: %(gone)d."
        )
        values = {"n": done.records, "written": done.written, "same": done.unchanged}
        self.stdout.write(totals % {**values, "gone": done.deleted})
        if done.problems:
            sys.exit(1)
