"""System checks name what is wrong with the settings."""

import pytest

from config.checks import (
    check_cache,
    check_files,
    check_login_limits,
    check_page_cache,
    check_settings,
)


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


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("s3+https://KEY:SECRET@s3.example/films", []),
        (
            "s3://KEY:SECRET@s3.example/films",
            ["STORAGE_URL must begin with s3+https:// or s3+http://."],
        ),
        ("s3+https://KEY:SECRET@s3.example", ["STORAGE_URL names no host or no bucket."]),
    ],
)
def test_wrong_address_of_the_file_store_is_named(settings, url, found):
    store = {"BACKEND": "assets.object_store.storage.ObjectStore", "OPTIONS": {"secret_url": url}}
    settings.STORAGES = {**settings.STORAGES, "default": store}
    assert [error.msg for error in check_files(None)] == found


def test_missing_package_is_named(settings, monkeypatch):
    settings.CACHES = {"default": {"BACKEND": "config.shared_cache.SharedCache", "LOCATION": "x"}}
    assert check_cache(None) == []

    monkeypatch.setattr("config.checks.find_spec", lambda name: None)

    assert [error.msg for error in check_cache(None)] == [
        "CACHE_URL needs the package redis, which is missing."
    ]


@pytest.mark.parametrize(
    ("megabytes", "lag", "found"),
    [
        (0, 1, []),
        (-1, 0, ["PAGE_CACHE_MB is -1, which is no size."]),
        (32, 61, ["PAGE_CACHE_LAG is 61; it is from 0 to 60."]),
        (32, -0.5, ["PAGE_CACHE_LAG is -0.5; it is from 0 to 60."]),
    ],
)
def test_wrong_settings_of_the_page_cache_are_named(settings, megabytes, lag, found):
    settings.PAGE_CACHE_MB, settings.PAGE_CACHE_LAG = megabytes, lag
    assert [error.msg for error in check_page_cache(None)] == found


@pytest.mark.parametrize(
    ("name", "value", "ids"),
    [
        ("SECURITY_CONTACT", "security@films.example", []),
        ("SECURITY_CONTACT", "https://films.example/report", []),
        ("SECURITY_CONTACT", "http://films.example/report", ["lichtspiel.E012"]),
        ("SECURITY_CONTACT", "the office", ["lichtspiel.E012"]),
        ("SECURITY_POLICY", "https://films.example/security", []),
        ("SECURITY_POLICY", "/security", ["lichtspiel.E013"]),
    ],
)
def test_security_contact_is_one(settings, name, value, ids):
    setattr(settings, name, value)
    assert [error.id for error in check_settings(None)] == ids


@pytest.mark.parametrize(
    "name", ["SESSION_IDLE_MINUTES", "SESSION_MAX_HOURS", "REAUTHENTICATION_MINUTES"]
)
def test_limit_with_which_nobody_stays_in_is_named(settings, name):
    assert check_login_limits(None) == []
    setattr(settings, name, 0.0)
    (found,) = check_login_limits(None)
    assert found.msg == f"{name} is 0; it must be more than 0."
