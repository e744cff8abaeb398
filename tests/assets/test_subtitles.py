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
        (GOOD.replace(b"02.500", b"02.500>"), "de.vtt", "no_cues"),
        (GOOD.replace(b"01.000", "٠١.000".encode()), "de.vtt", "no_cues"),
        (GOOD.decode().encode("utf-16"), "de.vtt", "encoding"),
        (GOOD + b"\x00", "de.vtt", "encoding"),
        (GOOD + b"x" * 1024 * 1024, "de.vtt", "too_large"),
    ],
)
def test_other_files_are_refused(data, name, code):
    with pytest.raises(Refused) as refusal:
        accept_subtitles(data, name)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<script>alert(1)</script>", "alert(1)"),
        ("<img src=x onerror=y>A light", "A light"),
        ('<c.onclick="x">A light</c>', "A light</c>"),
        ("<v Ada>A <b>light</b></v>", "<v Ada>A <b>light</b></v>"),
        ("<c.yellow>A</c> <00:01.500>light", "<c.yellow>A</c> <00:01.500>light"),
        ("2 <3 light", "2 "),
        ("a -> b, 1 > 0", "a -> b, 1 > 0"),
    ],
)
def test_only_tags_of_cues_are_kept(written, kept):
    head = "WEBVTT\n\n00:01.000 --> 00:02.500\n"
    accepted = accept_subtitles(f"{head}{written}\n".encode(), "de.vtt")
    assert accepted.data.decode() == f"{head}{kept}\n"


def test_styles_are_left_out():
    style = b"STYLE\n::cue{background:url(http://192.0.2.1/t.gif)}\n\n"
    assert accept_subtitles(GOOD[:8] + style + GOOD[8:], "de.vtt").data == GOOD


@pytest.mark.parametrize(
    "word",
    ["<x>STYLE", "STYLE<x>", "ST<x>YLE", "<x<y<z>>STYLE", "STYLE\f", "STYLE\n<x>STYLE", "REGION"],
)
def test_styles_behind_tags_are_left_out(word):
    style = f"{word}\n::cue{{background:url(http://192.0.2.1/t.gif)}}\n\n".encode()
    kept = accept_subtitles(GOOD[:8] + style + GOOD[8:], "de.vtt").data
    lines = [line.strip() for line in kept.decode().split("\n")]
    assert [line for line in lines if line in ("STYLE", "REGION")] == []
    assert kept.endswith(GOOD[8:])


def test_a_header_that_tags_spoil_is_none():
    with pytest.raises(Refused) as refusal:
        accept_subtitles(GOOD.replace(b"WEBVTT", b"WEBVTT<x>NOTE"), "de.vtt")
    assert refusal.value.code == "no_header"
