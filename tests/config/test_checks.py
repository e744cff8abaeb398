"""System checks name what is wrong with the settings."""

from config.checks import check_settings


def test_backups_below_media_are_an_error(settings):
    settings.BACKUP_ROOT = f"{settings.MEDIA_ROOT}/backups"
    assert [error.id for error in check_settings(None)] == ["lichtspiel.E004"]


def test_backups_beside_media_are_not(settings):
    assert check_settings(None) == []
