"""System checks that name wrong settings."""

import re
import zoneinfo
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings
from django.core.checks import Error, Warning, register

from assets.object_store.address import parse_address
from assets.video.limited import has_ffmpeg

# Labels of letters, digits and inner hyphens (RFC 1123), and perhaps a port.
ARCHIVE_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::[0-9]{1,5})?")
# A mail address, or what says itself how it is used.
CONTACT = re.compile(r"(?:mailto:)?[^@\s:]+@[^@\s:]+|https://\S+|tel:\S+")

# Seconds. Who waits longer for a page to change believes that saving has failed.
LONGEST_LAG = 60


@register()
def check_settings(app_configs, **kwargs):
    errors = []
    if settings.TIME_ZONE not in zoneinfo.available_timezones():
        errors.append(
            Error(
                f"TIME_ZONE is “{settings.TIME_ZONE}”, which is no time zone.",
                hint="Write it like Europe/Berlin.",
                id="lichtspiel.E001",
            )
        )
    codes = [code for code, _name in settings.LANGUAGES]
    if settings.LANGUAGE_CODE not in codes:
        errors.append(
            Error(
                f"LANGUAGE_CODE is “{settings.LANGUAGE_CODE}”; configured are {', '.join(codes)}.",
                hint="Choose one of them.",
                id="lichtspiel.E002",
            )
        )
    if not settings.SITE_URL.startswith(("http://", "https://")):
        errors.append(
            Error(
                f"SITE_URL is “{settings.SITE_URL}”; it must begin with http:// or https://.",
                hint="For example https://films.example.",
                id="lichtspiel.E003",
            )
        )
    backups, media = Path(settings.BACKUP_ROOT).resolve(), Path(settings.MEDIA_ROOT).resolve()
    if backups.is_relative_to(media):
        errors.append(
            Error(
                f"BACKUP_ROOT is “{settings.BACKUP_ROOT}”, which lies in MEDIA_ROOT.",
                hint="Backups hold everything: choose a folder outside.",
                id="lichtspiel.E004",
            )
        )
    return [*errors, *_check_archive_host(), *_check_security_contact()]


def _check_security_contact():
    """Name what RFC 9116 does not allow in security.txt."""
    contact, policy = settings.SECURITY_CONTACT, settings.SECURITY_POLICY
    found = []
    if contact and not CONTACT.fullmatch(contact):
        hint = "A mail address such as security@films.example, or an address with https://."
        found.append(
            Error(f"SECURITY_CONTACT is “{contact}”, which nobody can be reached by.",
                  hint=hint, id="lichtspiel.E012")
        )  # fmt: skip
    if policy and not policy.startswith("https://"):
        found.append(
            Error(f"SECURITY_POLICY is “{policy}”; it must begin with https://.",
                  hint="Leave it empty if there is no such page.", id="lichtspiel.E013")
        )  # fmt: skip
    return found


def _check_archive_host():
    host = settings.ARCHIVE_HOST
    if not host:
        return []
    if not ARCHIVE_HOST.fullmatch(host):
        hint = "A name such as archive.films.example, without https:// and without a path."
        return [
            Error(f"ARCHIVE_HOST is “{host}”, which is no host.", hint=hint, id="lichtspiel.E006")
        ]
    if host.partition(":")[0] == settings.SITE_HOST:
        return [
            Error(
                f"ARCHIVE_HOST is “{host}”, the host of the site itself.",
                hint="Old pages would stand beside the admin: name a host that has nothing else.",
                id="lichtspiel.E007",
            )
        ]
    return []


@register()
def check_login_limits(app_configs, **kwargs):
    """Name limits with which nobody would stay in."""
    limits = ("SESSION_IDLE_MINUTES", "SESSION_MAX_HOURS", "REAUTHENTICATION_MINUTES")
    return [
        Error(f"{name} is {getattr(settings, name):g}; it must be more than 0.",
              hint="Take the line out for the default.", id="lichtspiel.E014")
        for name in limits
        if not getattr(settings, name) > 0
    ]  # fmt: skip


@register()
def check_files(app_configs, **kwargs):
    found = []
    prefix = settings.ACCEL_PREFIX
    if prefix and not (prefix.startswith("/") and prefix.endswith("/") and len(prefix) > 2):
        found.append(
            Error(
                f"ACCEL_PREFIX is “{prefix}”; it must begin and end with a slash.",
                hint="For example /protected/, as in the location of nginx.",
                id="lichtspiel.E005",
            )
        )
    found += _check_file_store()
    if settings.FFMPEG not in ("", "off") and not has_ffmpeg():
        found.append(
            Warning(
                f"FFMPEG is “{settings.FFMPEG}”; there is no ffmpeg with ffprobe beside it.",
                hint="Name the program, or leave it empty to have it found on PATH.",
                id="lichtspiel.W001",
            )
        )
    return found


def _check_file_store():
    url = settings.STORAGES["default"].get("OPTIONS", {}).get("secret_url")
    if url is None:
        return []
    try:
        parse_address(url)
    except ValueError as error:
        hint = "Write it like s3+https://KEY:SECRET@host/bucket?region=eu-central-1."
        return [Error(f"STORAGE_URL {error}.", hint=hint, id="lichtspiel.E008")]
    return _check_package("storages", "STORAGE_URL") + _check_package("boto3", "STORAGE_URL")


@register()
def check_cache(app_configs, **kwargs):
    is_shared = settings.CACHES["default"]["BACKEND"] == "config.shared_cache.SharedCache"
    return _check_package("redis", "CACHE_URL") if is_shared else []


@register()
def check_page_cache(app_configs, **kwargs):
    """Name what would keep no page without saying so, or show pages long after a change."""
    found = []
    if settings.PAGE_CACHE_MB < 0:
        found.append(
            Error(
                f"PAGE_CACHE_MB is {settings.PAGE_CACHE_MB}, which is no size.",
                hint="Write megabytes for each web process, or 0 for no page cache.",
                id="lichtspiel.E010",
            )
        )
    if not 0 <= settings.PAGE_CACHE_LAG <= LONGEST_LAG:
        found.append(
            Error(
                f"PAGE_CACHE_LAG is {settings.PAGE_CACHE_LAG:g}; it is from 0 to {LONGEST_LAG}.",
                hint="Write seconds: so long pages may be behind after a change.",
                id="lichtspiel.E011",
            )
        )
    return found


def _check_package(name, setting):
    if find_spec(name) is not None:
        return []
    hint = "pip install --require-hashes -r requirements/optional.lock"
    return [
        Error(f"{setting} needs the package {name}, which is missing.", hint=hint,
              id="lichtspiel.E009")
    ]  # fmt: skip
