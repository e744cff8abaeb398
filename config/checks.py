"""System checks that name wrong settings."""

import zoneinfo
from pathlib import Path

from django.conf import settings
from django.core.checks import Error, register


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
    return errors
