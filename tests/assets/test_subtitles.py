"""Subtitles at the door."""

import pytest

from assets.refusing import Refused
from assets.subtitles import accept_subtitles

GOOD = b"WEBVTT\n\n00:01.000 --> 00:02.500\nA light, <i>far</i> away.\n"


@pytest.mark.parametrize("data", [GOOD, b"\xef\xbb\xbf" + GOOD, GOOD.replace(b"\n", b"\r\n")])
def test_good_subtitles_are_kept_in_one_form(data):
    assert accept_subtitles(data, "de.vtt").data == GOOD


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "de.vtt", "empty"),
        (GOOD, "de.srt", "extension"),
        (GOOD, "de", "extension"),
        (GOOD[7:], "de.vtt", "no_header"),
        (b"WEBVTT\n\nno times", "de.vtt", "no_cues"),
        (b"WEBVTT\n\n1 --> 2\nx", "de.vtt", "no_cues"),
        (b"WEBVTT\n\n00:02.000 --> 00:01.000\nx", "de.vtt", "no_cues"),
        (GOOD + b"<script>alert(1)</script>", "de.vtt", "markup"),
        (GOOD + b"<img src=x onerror=y>", "de.vtt", "markup"),
        (b"WEBVTT\n\nSTYLE\n::cue{}\n\n" + GOOD[8:], "de.vtt", "markup"),
        (GOOD.decode().encode("utf-16"), "de.vtt", "encoding"),
        (GOOD + b"\x00", "de.vtt", "encoding"),
        (GOOD + b"x" * 1024 * 1024, "de.vtt", "too_large"),
    ],
)
def test_other_files_are_refused(data, name, code):
    with pytest.raises(Refused) as refusal:
        accept_subtitles(data, name)
    assert refusal.value.code == code
