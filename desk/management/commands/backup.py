"""backup [FILE or FOLDER]: database and files in one sealed file, while the site runs."""

from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError
from django.template.defaultfilters import filesizeformat
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from desk.backup.failing import BackupError
from desk.backup.locking import locked
from desk.backup.making import make_backup
from desk.backup.points import make_private
from desk.backup.proofs import note_made, note_proof, read_known
from desk.backup.rotating import dated_name, read_policy, rotate
from desk.backup.site import site_here
from desk.backup.telling import end_softly, told
from desk.backup.verifying import verify_backup
from desk.erasing.backups import moments_of_erasures
from editorial.audit.deeds import Deed
from editorial.audit.noting import note

KEEP = "7,4,12"


class Command(BaseCommand):
    help = (
        "Write database and uploaded files into one file, while the site runs. It holds personal "
        "data and password hashes: keep it encrypted, and not on this machine only."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "file",
            type=Path,
            nargs="?",
            help="the file to write, or a folder: the name has the time (default: BACKUP_ROOT)",
        )
        parser.add_argument("--overwrite", action="store_true", help="replace FILE if it exists")
        parser.add_argument(
            "--keep",
            nargs="?",
            const=KEEP,
            metavar="DAYS,WEEKS,MONTHS",
            help=f"of the backups in FOLDER keep the last of so many (default: {KEEP})",
        )
        parser.add_argument("--verify", action="store_true", help="read it back to its last byte")

    def handle(self, *args, file, overwrite, keep, verify, **options):
        end_softly()
        with told():
            site = site_here()
            recipients = settings.BACKUP_RECIPIENTS
            policy = read_policy(keep) if keep else None
            target = self.place_of(site, file, bool(recipients))
            if policy and target == file:
                raise BackupError(
                    _("--keep needs a folder, whose backups have the time as a name.")
                )
            with locked(site, is_shared=True):
                made = make_backup(site, target, is_overwriting=overwrite, recipients=recipients)
                note_made(site, made.path)
                self.log(made.path.name)
                self.describe(made)
                if verify:
                    self.prove(site, made.path, bool(recipients))
                if policy and not made.gaps:
                    self.tidy(site, made.path.parent, policy)
        if made.gaps:
            self.complain(made, policy)

    def place_of(self, site, file, is_encrypted):
        if file is None:
            make_private(site.backups)
            file = site.backups
        return file / dated_name(datetime.now(), is_encrypted) if file.is_dir() else file

    def log(self, name):
        """Tell the audit log; a database that cannot take it was still backed up.

        Such as one on a full disk, or one whose migrations of a newer version wait.
        """
        try:
            note(Deed.BACKED_UP, kind="backup", detail=name)
        except DatabaseError as error:
            self.stderr.write(
                _("The audit log of the site could not note this backup: %(why)s") % {"why": error}
            )

    def describe(self, made):
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

    def prove(self, site, path, is_encrypted):
        if is_encrypted:
            self.stdout.write(_("It is encrypted: prove it where the secret key is."))
            return
        verified = verify_backup(site, path)
        if verified.findings.faults:
            raise BackupError("\n".join(verified.findings.faults))
        if not verified.findings.gaps:
            note_proof(site, path, verified.manifest.created_at)
            self.stdout.write(_("equal: every byte, every row and every file is there."))

    def tidy(self, site, folder, policy):
        known = read_known(site.backups)
        rotated = rotate(
            folder,
            policy,
            datetime.now(),
            lambda path: any(proof.is_of(path) for proof in known.proofs),
            moments_of_erasures(),
            timedelta(days=settings.ERASED_BACKUP_DAYS),
        )
        for path in rotated.deleted:
            self.stdout.write(_("Deleted: %(file)s") % {"file": path})
        for path in rotated.overdue:
            raise BackupError(
                _(
                    "%(file)s holds people who were erased, and its time is over; but no other "
                    "backup here is proven. Type “manage.py restore FILE --verify” for a newer "
                    "one, and delete it."
                )
                % {"file": path}
            )

    def complain(self, made, policy):
        for gap in made.gaps:
            self.stderr.write(gap)
        self.stderr.write(_("The backup is complete; the site itself has these gaps."))
        if policy:
            self.stderr.write(_("No older backup was deleted: one may have what is missing."))
        raise SystemExit(1)
