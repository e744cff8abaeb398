"""Backups in one sealed file, restoring them, restore points, and upgrades that can go back."""

from desk.backup.failing import BackupError
from desk.backup.points import make_restore_point

__all__ = ["BackupError", "make_restore_point"]
