"""restore FILE: put a backup in the place of the present state, or only verify it."""

from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from desk.backup.proofs import note_proof
from desk.backup.restoring import restore_backup
from desk.backup.site import site_here
from desk.backup.telling import end_softly, told
from desk.backup.verifying import verify_backup
from desk.erasing.backups import read_log


class Command(BaseCommand):
    help = (
        "Verify a backup and put it in the place of the present state, which stays beside under "
        "a name with the time. Stop the site first."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the backup")
        parser.add_argument(
            "--verify", action="store_true", help="read everything, change nothing; 1 if not equal"
        )

        parser.add_argument(
            "--identity",
            default="",
            metavar="KEYFILE",
            help="the secret key of an encrypted backup (age-keygen); - reads it from the input",
        )

    def handle(self, *args, file, verify, identity, **options):
        with told():
            (self.verify if verify else self.restore)(file, identity)

    def verify(self, file, identity):
        site = site_here()
        verified = verify_backup(site, file, identity)
        self.describe(verified.manifest)
        differences = [*verified.findings.faults, *verified.findings.gaps]
        for line in (*differences, *verified.findings.notes):
            self.stdout.write(line)
        if verified.now:
            self.stdout.write(_("The site today:"))
            for line in verified.now:
                self.stdout.write(f"  {line}")
        if differences:
            self.stdout.write(_("not equal: %(n)d differences.") % {"n": len(differences)})
            raise SystemExit(1)
        self.note(site, file, verified.manifest)
        self.stdout.write(_("equal: every byte, every row and every file is there."))

    def restore(self, file, identity):
        end_softly()
        site = site_here()
        restored = restore_backup(site, file, identity)
        self.describe(restored.manifest)
        if not restored.gaps:
            self.note(site, file, restored.manifest)
        for gap in restored.gaps:
            self.stderr.write(gap)
        if restored.is_migrated:
            self.stdout.write(_("It was older than the code and has been migrated."))
        if read_log():
            self.stderr.write(
                _("People were erased. They may be back: type “manage.py erase_person --again”.")
            )
        self.stdout.write(_("Restored. To go back, stop the site and type:"))
        for line in restored.way_back:
            self.stdout.write(f"    {line}")

    def note(self, site, file, manifest):
        """A restore point is no proof: it has no files."""
        if manifest.is_whole and not note_proof(site, file, manifest.created_at):
            self.stderr.write(
                _("The proof could not be noted in %(folder)s.") % {"folder": site.backups}
            )

    def describe(self, manifest):
        self.stdout.write(
            _(
                "Backup of %(time)s, version %(version)s, %(server)s: "
                "%(rows)d rows, %(files)d files."
            )
            % {
                "time": manifest.created_at,
                "version": manifest.version or "?",
                "server": manifest.server,
                "rows": sum(manifest.rows.values()),
                "files": len(manifest.members) - 1,
            }
        )
