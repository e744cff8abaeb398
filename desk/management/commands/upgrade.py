"""upgrade: backup, maintenance, migrations, proof; the former state if one of them fails."""

from django.core.management.base import BaseCommand

from desk.backup.site import site_here
from desk.backup.telling import end_softly, told
from desk.backup.upgrading import upgrade_site


class Command(BaseCommand):
    help = (
        "Back up, show visitors a notice, migrate and verify. If a step fails, the database is "
        "brought back to what it was."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--database-only", action="store_true", help="leave uploaded files out of the backup"
        )

    def handle(self, *args, database_only, **options):
        end_softly()
        with told():
            upgrade_site(site_here(), self.stdout.write, is_whole=not database_only)
