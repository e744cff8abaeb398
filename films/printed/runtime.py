"""Printed runtimes to seconds."""

import re

LONGEST_RUNTIME = 360_000  # seconds, a hundred hours

_HOURS = r"(?:h|hrs?|hours?|std|stdn?|stunden?)\.?"
_MINUTES = r"(?:m|mn|min|mins|minutes?|minuten?)\.?"
_SECONDS = r"(?:s|sec|secs|sek|seconds?|sekunden?)\.?"

_PARTS = re.compile(
    rf"(?:(?P<h>\d+)\s*{_HOURS})?[\s,]*(?:(?P<m>\d+)\s*(?:{_MINUTES}|['’′]))?"
    rf"[\s,]*(?:(?P<s>\d+)\s*(?:{_SECONDS}|[\"”″]|''|’’))?",
    re.IGNORECASE,
)
_HOURS_AND_BARE = re.compile(rf"(\d+)\s*{_HOURS}\s*(\d{{1,2}})", re.IGNORECASE)
_CLOCK_MINUTES = re.compile(rf"(\d+):([0-5]\d)\s*{_MINUTES}", re.IGNORECASE)
_CLOCK_HOURS = re.compile(rf"(\d+):([0-5]\d)(?::([0-5]\d))?\s*{_HOURS}", re.IGNORECASE)
_BARE_MINUTES = re.compile(r"\d{1,3}")
_BARE_CLOCK = re.compile(r"\d+(?::\d+)+")
_PERIOD = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?")


def parse_runtime(text: str) -> int | None:
    """Seconds of '95 minutes', '6 min', '5:30 min', '1 h 30', '90'; None when it is no runtime.

    A number alone counts minutes. A clock without a unit is refused: '1:30' has two readings.
    """
    text = " ".join(text.split())
    seconds = _read(text)
    return seconds if seconds is not None and 0 < seconds <= LONGEST_RUNTIME else None


def is_ambiguous(text: str) -> bool:
    """Whether the text is a clock without a unit."""
    return _BARE_CLOCK.fullmatch(text.strip()) is not None


def _read(text: str) -> int | None:
    if len(text) > 40:
        return None
    if _BARE_MINUTES.fullmatch(text):
        return int(text) * 60
    if match := _CLOCK_MINUTES.fullmatch(text):
        return int(match[1]) * 60 + int(match[2])
    if match := _CLOCK_HOURS.fullmatch(text):
        return int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3] or 0)
    if match := _HOURS_AND_BARE.fullmatch(text):
        return int(match[1]) * 3600 + int(match[2]) * 60
    match = _PARTS.fullmatch(text) or _PERIOD.fullmatch(text)
    if match and any(match.groups()):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return hours * 3600 + minutes * 60 + seconds
    return None
