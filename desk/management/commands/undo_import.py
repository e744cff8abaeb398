"""undo_import [RUN]: take an import back as one step."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from desk.models import ImportRun
from desk.undoing import undo_import


class Command(BaseCommand):
    help = (
        "Undo an import: what it created is deleted, what it changed is as before; later edits "
        "stay. Without a number, the last import."
    )

    def add_arguments(self, parser):
        parser.add_argument("run", nargs="?", type=int, help="number of the import")

    def handle(self, *args, run, **options):
        runs = ImportRun.objects.filter(undone_at=None)
        found = runs.filter(pk=run).first() if run else runs.first()
        if found is None:
            raise CommandError(_("There is no such import, or it was undone already."))
        try:
            done = undo_import(found)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        for line in done.kept:
            self.stdout.write(_("Kept: %(what)s") % {"what": line})
        counts = {"run": found, "deleted": done.deleted, "restored": done.restored}
        self.stdout.write(
            _("Undone: %(run)s. Deleted: %(deleted)d, restored: %(restored)d.") % counts
        )
