"""Labels with their values, in the ways that pages part them: colon, dots, tab, dash, bar."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sources.reading.objects import Line

_COLON = re.compile(r"(?P<label>[^:：|]{2,70}?)\s*[:：](?!//)\s*(?P<value>.*)")
_DOTS = re.compile(r"(?P<label>[^.…]{2,60}?)\s*(?:\.{2,}+|…++)[\s.…]*+(?P<value>[^\s.…].*)")
_LONE_DOT = re.compile(r"(?P<label>[^.…]{2,60}?)\s+\.\s+(?P<value>[^\s.…].*)")
_TAB = re.compile(r"(?P<label>[^\t]{2,60}?)(?:\s*\t\s*|[ ]{2,})(?P<value>\S.*)")
_DASH = re.compile(r"(?P<label>.{2,60}?)\s+[–—-]\s+(?P<value>\S.*)")
_BAR = re.compile(r"(?P<label>[^|]{2,60}?)\s*\|\s*(?P<value>[^|]*)")
_BULLET = re.compile(r"^[•·▪●*>–—-]\s+")
SIGNS = {":": _COLON, ".": _DOTS, ". ": _LONE_DOT, "\t": _TAB, "-": _DASH, "|": _BAR}


@dataclass(frozen=True)
class Pair:
    """`sign` tells what parts label and value; `start` is the value's place in the text as seen."""

    label: str
    value: str
    start: int
    sign: str


def pairs_of(line: Line) -> Iterator[Pair]:
    """Yield every way in which a line is a label with a value."""
    bullet = _BULLET.match(line.text)
    skipped = bullet.end() if bullet else 0
    text = line.text[skipped:]
    for sign, pattern in SIGNS.items():
        if found := pattern.fullmatch(text):
            value = found["value"].strip()
            at = line.start + skipped + found.start("value")
            yield Pair(found["label"].strip(" *_#"), value.strip("*_ "), at, sign)
