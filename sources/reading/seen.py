"""A text as a reader sees it: without marks that nobody sees, and without left-overs of HTML.

Every character knows its place in the text as it came, so that facts can be shown where they stand.
"""

import html
import re
from dataclasses import dataclass

# Zero-width signs, direction marks, soft hyphens, a byte order mark.
_UNSEEN = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_SPACES = "\0-\x08\x0e-\x1b\x7f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\ud800-\udfff"
_TAGS = r"</?(?:a|b|br|dd|div|dl|dt|em|h[1-6]|hr|i|img|li|ol|p|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul)\b[^<>\n]{0,300}>"  # noqa: E501
_ODD = re.compile(
    rf"(?P<unseen>[{_UNSEEN}]+)|(?P<blank>[ \t{_SPACES}]{{41,}})"
    r"|(?P<same>(?P<one>\S)(?P=one){99,})"
    rf"|(?P<space>[{_SPACES}])|(?P<tag>{_TAGS})"
    r"|(?P<entity>&(?:nbsp|amp|quot|apos|lt|gt|[lr]squo|[lr]dquo|[nm]dash|hellip|middot|bull|eacute"
    r"|[aouAOU]uml|szlig|#\d{1,6}|#x[0-9a-fA-F]{1,6});)",
    re.IGNORECASE,
)
LONGEST_RUN = 40  # equal signs: more say nothing, and cost patterns time
_ENDS_LINE = re.compile(r"</?(?:br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|table|tr|ul)\b", re.IGNORECASE)


_DASHES = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—"})


@dataclass(frozen=True)
class Seen:
    """`places[n]` is where character n of `text` stands in the text as it came."""

    text: str
    places: list[int]


def see(text: str) -> Seen:
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for odd in _ODD.finditer(text):
        pieces.append(text[at : odd.start()])
        places += range(at, odd.start())
        shown = _shown(odd)
        pieces.append(shown)
        places += [odd.start()] * len(shown)
        at = odd.end()
    pieces.append(text[at:])
    places += range(at, len(text))
    return Seen("".join(pieces).translate(_DASHES), places)


def _shown(odd: re.Match[str]) -> str:
    if odd["unseen"]:
        return ""
    if odd["blank"]:
        return "\t" if "\t" in odd["blank"] else " " * LONGEST_RUN
    if odd["same"]:
        return odd["one"] * LONGEST_RUN
    if odd["tag"]:
        return "\n" if _ENDS_LINE.match(odd["tag"]) else ""
    if odd["entity"]:
        return _one_character(html.unescape(odd["entity"]))
    return " "


def _one_character(shown: str) -> str:
    return shown if shown.isprintable() and len(shown) == 1 else " "
