"""What the audit log tells of. The keys are stored and never change; the words may."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Deed(TextChoices):
    LOGGED_IN = "login", _("Logged in")
    LOGIN_FAILED = "login-failed", _("Login failed")
    LOGIN_DELAYED = "login-delayed", _("Too many tries refused")
    LOGGED_OUT = "logout", _("Logged out")
    SESSIONS_ENDED = "sessions-ended", _("Logged out elsewhere")
    FACTOR_ADDED = "factor-added", _("Second factor added")
    FACTOR_REMOVED = "factor-removed", _("Second factor removed")
    CODES_MADE = "codes-made", _("Recovery codes made")
    FACTORS_TAKEN = "factors-taken", _("Second factors taken away")
    PASSWORD_CHANGED = "password-changed", _("Password changed")
    PASSWORD_RESET = "password-reset", _("Forgotten password set anew")
    PASSWORD_LINK = "password-link", _("Link for a new password made")

    INVITED = "invited", _("Member invited")
    INVITATION_REVOKED = "invitation-revoked", _("Invitation taken back")
    INVITATION_ACCEPTED = "invitation-accepted", _("Invitation accepted")
    MEMBER_CHANGED = "member-changed", _("Member or rights changed")
    MEMBER_REMOVED = "member-removed", _("Member removed")

    PREVIEW_LINK_MADE = "preview-link-made", _("Preview link made")
    PREVIEW_LINK_ENDED = "preview-link-ended", _("Preview link revoked")
    PRESS_LINK_MADE = "press-link-made", _("Press link made")
    PRESS_LINK_ENDED = "press-link-ended", _("Press link revoked")

    PUBLISHED = "published", _("Published")
    SCHEDULED = "scheduled", _("Scheduled")
    SCHEDULE_MOVED = "schedule-moved", _("Schedule moved")
    SCHEDULE_CANCELLED = "schedule-cancelled", _("Schedule cancelled")
    WITHDRAWN = "withdrawn", _("Withdrawn")

    BINNED = "binned", _("Put into the bin")
    UNBINNED = "unbinned", _("Taken out of the bin")
    PURGED = "purged", _("Deleted for good")
    DELETED = "deleted", _("Deleted")
    ERASED = "erased", _("Person erased")
    REDACTED = "redacted", _("Name blanked in history")
    MERGED = "merged", _("Merged")
    UNMERGED = "unmerged", _("Taken apart again")

    IMPORTED = "imported", _("Imported")
    IMPORT_UNDONE = "import-undone", _("Import undone")
    EXPORTED = "exported", _("Exported")
    DISCLOSED = "disclosed", _("Data of a person given out")
    KIT_TAKEN = "kit-taken", _("Press kit taken")
    BACKED_UP = "backed-up", _("Backup made")
    RESTORED = "restored", _("Backup restored")
    REFUSED = "refused", _("Refused for want of rights")
    SETTINGS_CHANGED = "settings-changed", _("Company profile changed")


def deed_name(key: str) -> str:
    """Return what a deed is called today; the key of one that is no longer known."""
    return str(Deed(key).label) if key in Deed.values else key
