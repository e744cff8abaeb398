"""System checks name what is wrong with the settings."""

import pytest

from config.checks import check_files, check_settings


def test_backups_below_media_are_an_error(settings):
    settings.BACKUP_ROOT = f"{settings.MEDIA_ROOT}/backups"
    assert [error.id for error in check_settings(None)] == ["lichtspiel.E004"]


def test_backups_beside_media_are_not(settings):
    assert check_settings(None) == []


@pytest.mark.parametrize(
    ("name", "value", "ids"),
    [
        ("ACCEL_PREFIX", "/protected/", []),
        ("ACCEL_PREFIX", "protected", ["lichtspiel.E005"]),
        ("ACCEL_PREFIX", "/", ["lichtspiel.E005"]),
        ("FFMPEG", "off", []),
        ("FFMPEG", "/nowhere/ffmpeg", ["lichtspiel.W001"]),
    ],
)
def test_wrong_settings_of_files_are_named(settings, name, value, ids):
    setattr(settings, name, value)
    assert [found.id for found in check_files(None)] == ids
