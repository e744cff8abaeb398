"""The one error of backups; its message is for people."""


class BackupError(Exception):
    """A backup cannot be made, is damaged, or cannot be restored."""


class NeedsHand(BackupError):
    """The site must stay in maintenance until somebody has done what the message says."""
