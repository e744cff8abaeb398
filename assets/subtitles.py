"""Subtitles at the door: WebVTT in UTF-8 (W3C WebVTT, sections 4 and 8)."""

import hashlib
import re
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from assets.naming import clean_name, extension_of
from assets.refusing import Refused, refuse_empty, refuse_lfs_pointer

MAX_SUBTITLE_BYTES = 1024 * 1024
# Digits of ASCII; settings stand apart from the time.
TIMING = re.compile(
    r"(?:[0-9]{2,}:)?[0-9]{2}:[0-9]{2}\.[0-9]{3}[ \t]+-->"
    r"[ \t]+(?:[0-9]{2,}:)?[0-9]{2}:[0-9]{2}\.[0-9]{3}(?:[ \t]|$)"
)
# The cue tags of the standard stay, without what follows a wrong name; "<00:01.000>" is karaoke.
KEPT_TAG = re.compile(r"</?(?:b|i|u|c|v|ruby|rt|lang)(?:[.\s][^<>=\"']*)?>|<[\d:.]+>")
ANY_TAG = re.compile(r"<[^<>\n]*>?")
# Blocks that style pages or cues: from their word to the next empty line.
STYLES = re.compile(r"^(?:STYLE|REGION)[ \t\f]*\n(?:.+\n?)*\n?", re.MULTILINE)


@dataclass(frozen=True)
class AcceptedSubtitles:
    """A WebVTT file that passed: UTF-8 without a mark, lines ended by a line feed."""

    data: bytes
    sha256: str
    original_name: str


def accept_subtitles(data: bytes | BinaryIO, name: str) -> AcceptedSubtitles:
    """Check a WebVTT file; raise Refused when it does not pass."""
    raw = data if isinstance(data, bytes) else data.read(MAX_SUBTITLE_BYTES + 1)
    refuse_empty(raw)
    refuse_lfs_pointer(raw)
    shown = clean_name(name)
    if extension_of(shown) != "vtt":
        raise Refused(
            "extension", _("“%(name)s” is no .vtt file. Save the subtitles as WebVTT."), name=shown
        )
    if len(raw) > MAX_SUBTITLE_BYTES:
        raise Refused("too_large", _("The subtitles have more than one megabyte."))
    text = clean_text(_read_text(raw))
    if not re.match(r"WEBVTT(?:[ \t\n]|$)", text):
        raise Refused("no_header", _("The file does not begin with WEBVTT. Export it as WebVTT."))
    timings = [line for line in text.split("\n") if "-->" in line]
    if not timings or not all(_is_timing(line.strip()) for line in timings):
        raise Refused("no_cues", _("The subtitles have no times, or times that cannot be read."))
    clean = text.encode()
    return AcceptedSubtitles(clean, hashlib.sha256(clean).hexdigest(), shown)


def clean_text(text: str) -> str:
    """Take out styles and every tag that is none of WebVTT: nothing of it is shown or run.

    What is taken out may uncover more, so this ends when nothing changes any more.
    """
    while (cleaned := STYLES.sub("", ANY_TAG.sub(_keep_cue_tag, text))) != text:
        text = cleaned
    return text


def _keep_cue_tag(match: re.Match[str]) -> str:
    return match.group() if KEPT_TAG.fullmatch(match.group()) else ""


def _is_timing(line: str) -> bool:
    """Tell whether a cue's line can be read and ends after it begins."""
    if not TIMING.match(line):
        return False
    start, end = line.split()[0], line.split()[2]
    return _seconds(start) < _seconds(end)


def _seconds(clock: str) -> float:
    pieces = [float(piece) for piece in clock.split(":")]
    return sum(piece * 60**place for place, piece in enumerate(reversed(pieces)))


def _read_text(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(
            "encoding", _("The subtitles are not in UTF-8. Save them again as UTF-8.")
        ) from error
    if "\x00" in text:
        raise Refused("encoding", _("The subtitles are not in UTF-8. Save them again as UTF-8."))
    return text.replace("\r\n", "\n").replace("\r", "\n")
