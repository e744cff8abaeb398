"""tidy: what is past its time goes now. The worker does the same once a day."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from desk.tidying import tidy


class Command(BaseCommand):
    help = (
        "Delete expired sessions, and logs, finished jobs and reports of imports that are older "
        "than the settings say. The background worker does this daily."
    )

    def handle(self, *args, **options):
        done = tidy()
        words = {
            "sessions": _("Expired sessions deleted: %(n)d"),
            "admin_log": _("Entries of the admin's log deleted: %(n)d"),
            "audit": _("Entries of the audit log deleted: %(n)d"),
            "jobs": _("Finished jobs deleted: %(n)d"),
            "imports": _("Reports of imports deleted: %(n)d"),
            "invitations": _("Invitations deleted: %(n)d"),
            "users": _("Revisions and publications that forgot who made them: %(n)d"),
            "bin": _("Records deleted for good from the bin: %(n)d"),
            "revisions": _("Old revisions thinned out: %(n)d"),
            "files": _("Files deleted that nothing needs: %(n)d"),
            "kits": _("Press kits deleted: %(n)d"),
            "pages": _("Finished pages of films no longer live: %(n)d"),
        }
        for name, text in words.items():
            self.stdout.write(text % {"n": done[name]})
