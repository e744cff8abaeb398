"""dump_site FILE: all that is live as one JSON file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from desk.data_out.site import count_films, write_site
from desk.progress import ProgressBar
from editorial.audit.deeds import Deed
from editorial.audit.noting import note

PART = ".part"


class Command(BaseCommand):
    help = (
        "Write all that is live (films, people, companies, festivals, pages) as one JSON file; "
        "its JSON Schema is at /schemas/site.schema.json."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the file to write; an old one is replaced")

    def handle(self, *args, file, **options):
        part = file.with_name(file.name + PART)
        bar = ProgressBar(self.stderr)
        bar.expect(count_films())
        try:
            with part.open("w", encoding="utf-8", newline="\n") as stream:
                for piece in write_site(bar.advance):
                    stream.write(piece)
            part.replace(file)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise CommandError(str(error)) from error
        bar.finish()
        note(Deed.EXPORTED, kind="site")
        self.stdout.write(
            _("%(file)s: %(n)d films, %(size)d kB.")
            % {"file": file, "n": bar.done, "size": file.stat().st_size // 1024}
        )
