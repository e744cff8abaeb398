"""Ask ffprobe what is in a video: the first time that anything but our own code reads it."""

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assets.video import commands
from assets.video.limited import Limits, ProgramFailed, run_limited

PATIENCE = Limits(seconds=30, file_bytes=1024**2)


@dataclass(frozen=True)
class Probe:
    """Length in seconds, size in pixels as it is looked at."""

    seconds: float
    width: int
    height: int
    has_sound: bool


class NoPictures(ProgramFailed):
    """There is no video track in it."""


def probe_video(path: Path, extension: str, folder: Path) -> Probe:
    """Return what is in the video; raises ProgramFailed, LimitReached or NoPictures."""
    printed = run_limited("ffprobe", commands.probe(path, extension), folder, PATIENCE)
    try:
        found = json.loads(printed)
        streams: list[dict[str, Any]] = found["streams"]
        seconds = _least(found.get("format", {}), *filter(_shows_pictures, streams))
    except (ValueError, KeyError, TypeError) as error:
        raise ProgramFailed(printed[:200]) from error
    pictures = [row for row in streams if _shows_pictures(row)]
    if not pictures:
        raise NoPictures("no video track")
    width, height = _looked_at(pictures[0])
    if not math.isfinite(seconds) or seconds <= 0 or width < 2 or height < 2:
        raise ProgramFailed(f"{seconds} s, {width} x {height}")
    return Probe(seconds, width, height, any(row.get("codec_type") == "audio" for row in streams))


def _least(*parts: dict[str, Any]) -> float:
    """Return the shortest length that is told: a header may claim years for a minute."""
    return min((float(part["duration"]) for part in parts if part.get("duration")), default=0.0)


def _shows_pictures(row: dict[str, Any]) -> bool:
    """Cover art is a video track of one frame."""
    is_cover = row.get("disposition", {}).get("attached_pic")
    return row.get("codec_type") == "video" and not is_cover and bool(row.get("width"))


def _looked_at(row: dict[str, Any]) -> tuple[int, int]:
    """Return the size with square pixels, turned as a player turns it."""
    width, height = int(row["width"]), int(row["height"])
    over, _colon, under = str(row.get("sample_aspect_ratio", "")).partition(":")
    if over.isdigit() and under.isdigit() and int(over) and int(under):
        width = round(width * int(over) / int(under))
    turns = [side.get("rotation", 0) for side in row.get("side_data_list", [])]
    is_turned = any(abs(int(turn)) % 180 == 90 for turn in turns)
    return (height, width) if is_turned else (width, height)
