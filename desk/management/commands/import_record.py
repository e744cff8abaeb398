"""import_record FILE --film SLUG: a pasted film record or review becomes claims and rows."""

import sys
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from desk.backup.failing import BackupError
from desk.backup.points import make_restore_point
from desk.record_import.files import read_text
from desk.record_import.running import RecordOptions, import_record
from desk.record_import.telling import tell
from editorial.models import Record
from sources.models import Intake, Source
from sources.taking.take_back import take_back


class Command(BaseCommand):
    help = (
        "Take what a film record, a review or an own page says into a film. A film that is not "
        "there becomes a draft. What the film lacks is filled in; where it says something else, "
        "it keeps its own and the point is open. The exit code is 1 when something was refused."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help="the text, copied into a file")
        parser.add_argument("--film", metavar="SLUG", default="", help="key of the film")
        parser.add_argument("--dry-run", action="store_true", help="report only, change nothing")
        parser.add_argument("--title", default="", help="what the source is called")
        parser.add_argument(
            "--kind", default="", choices=["", *Source.Kind.values], help="what sort of text it is"
        )
        parser.add_argument("--language", default="", help="ISO code of the text, e.g. en")
        parser.add_argument("--undo", type=int, metavar="N", help="take an import back")

    def handle(self, *args, file, film, undo, dry_run, **options):
        try:
            if undo is not None:
                self.take_back(undo)
                return
            if file is None or not film:
                raise CommandError(_("Name a file and the film: import_record FILE --film SLUG."))
            told = {name: options[name] for name in ("title", "kind", "language")}
            asked = RecordOptions(film=film, name=file.name[:250], is_dry_run=dry_run, **told)
            self.take_in(file, asked)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except BackupError as error:
            raise CommandError(str(error)) from error

    def take_in(self, file: Path, asked: RecordOptions) -> None:
        text = read_text(file)
        # An empty site has nothing to go back to.
        if not asked.is_dry_run and Record.objects.exists():
            make_restore_point("import_record")
        done = import_record(text, asked)
        for line in tell(done):
            self.stdout.write(line)
        if done.taken.refused:
            sys.exit(1)

    def take_back(self, number: int) -> None:
        intake = Intake.objects.filter(pk=number).first()
        if intake is None:
            raise CommandError(_("There is no import with the number %(n)d.") % {"n": number})
        done = take_back(intake)
        for line in done.kept:
            self.stdout.write(_("Kept: %(what)s") % {"what": line})
        self.stdout.write(_("Taken back: %(n)d statements.") % {"n": done.claims})
