"""backup FILE: database and files in one sealed file, while the site runs."""

from pathlib import Path

from django.core.management.base import BaseCommand
from django.template.defaultfilters import filesizeformat
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from desk.backup.locking import locked
from desk.backup.making import make_backup
from desk.backup.site import site_here
from desk.backup.telling import end_softly, told


class Command(BaseCommand):
    help = (
        "Write database and uploaded files into one file, while the site runs. It holds personal "
        "data and password hashes: keep it encrypted, and not on this machine only."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the file to write")
        parser.add_argument("--overwrite", action="store_true", help="replace FILE if it exists")

    def handle(self, *args, file, overwrite, **options):
        end_softly()
        with told():
            site = site_here()
            with locked(site, is_shared=True):
                made = make_backup(site, file, is_overwriting=overwrite)
        self.stdout.write(
            _("%(file)s: %(size)s, %(rows)d rows, %(files)d files, %(seconds)s seconds.")
            % {
                "file": made.path,
                "size": filesizeformat(made.size),
                "rows": made.rows,
                "files": made.files,
                "seconds": number_format(made.seconds, 1),
            }
        )
        if made.gaps:
            for gap in made.gaps:
                self.stderr.write(gap)
            self.stderr.write(_("The backup is complete; the site itself has these gaps."))
            raise SystemExit(1)
