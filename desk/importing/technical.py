"""The technical line of a film: '35 mm, 1:1.66, Colour, Dolby-Digital, no dialogue'."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from films.printed.spoken import (
    find_languages,
    is_without_dialogue,
    read_dialogue,
    read_subtitles,
)
from people.printed.spelling import fold


@dataclass
class TechnicalFacts:
    """What one language's technical lines say; `rest` is what no rule knows."""

    format: str = ""
    aspect_ratio: str = ""
    colour: str = ""
    sound: str = ""
    dialogue_languages: tuple[str, ...] = ()
    has_no_dialogue: bool = False
    subtitle_languages: tuple[str, ...] = ()
    rest: list[str] = field(default_factory=list)


_COLOURS = {
    "colour": "colour|color|coloured|colored|farbe|farbig|farbfilm|in colour|in color|in farbe"
    "|colour film|color film",
    "black_and_white": "b w|bw|b and w|b w film|black and white|black white|s w|sw|s w film"
    "|schwarzweiss|schwarz weiss|schwarz und weiss|schwarzweissfilm|monochrome|in schwarzweiss"
    "|in black and white",
    "hand_coloured": "hand coloured|hand colored|handcoloured|handcolored|handkoloriert"
    "|handcoloriert|hand koloriert|von hand koloriert|coloured by hand|colored by hand",
    "tinted": "tinted|toned|tinted and toned|viragiert|getoent|virage",
}
_COLOUR_INDEX = {word: colour for colour, words in _COLOURS.items() for word in words.split("|")}
_TINTED_BLACK_AND_WHITE = re.compile(r"(?:b w|bw|s w|sw|schwarzweiss) (?:colou?red|[ck]oloriert)")

_GAUGE = re.compile(r"(?P<gauge>8|9[.,]5|16|17[.,]5|28|35|65|70)\s*-?mm", re.IGNORECASE)
_FORMATS = {
    "super 8": "Super 8", "super8": "Super 8", "super 16": "Super 16", "super16": "Super 16",
    "super 16 mm": "Super 16", "super 35": "Super 35", "super 35 mm": "Super 35", "dcp": "DCP",
    "imax": "IMAX", "hd": "HD", "full hd": "Full HD", "2k": "2K", "4k": "4K", "6k": "6K",
    "8k": "8K", "2k dcp": "2K DCP", "4k dcp": "4K DCP", "dcp 2k": "2K DCP", "dcp 4k": "4K DCP",
    "dv": "DV", "mini dv": "MiniDV", "minidv": "MiniDV", "hdv": "HDV", "hdcam": "HDCAM",
    "hdcam sr": "HDCAM SR", "digibeta": "Digital Betacam", "digi beta": "Digital Betacam",
    "digital betacam": "Digital Betacam", "betacam": "Betacam", "beta sp": "Betacam SP",
    "betacam sp": "Betacam SP", "digital": "Digital", "video": "Video", "prores": "ProRes",
    "blu ray": "Blu-ray",
}  # fmt: skip

_RATIO = re.compile(r"1\s*:\s*(?P<wide>[1-3][.,]\d{1,2})|(?P<turned>[1-3][.,]\d{1,2})\s*:\s*1")
_NUMBERED_RATIO = re.compile(r"(16|4|21|17|3|14|9)\s*:\s*(9|3|2|16)")
_WIDE_RATIOS = {
    "cinemascope": "CinemaScope", "scope": "CinemaScope", "vistavision": "VistaVision",
    "techniscope": "Techniscope", "totalscope": "Totalscope",
}  # fmt: skip

_SOUNDS = {
    "dolby": "Dolby", "dolby digital": "Dolby Digital", "dolby digital 5 1": "Dolby Digital 5.1",
    "dolby digital ex": "Dolby Digital EX", "dolby sr": "Dolby SR", "dolby a": "Dolby A",
    "dolby srd": "Dolby SRD", "dolby sr d": "Dolby SRD", "dolby stereo": "Dolby Stereo",
    "dolby stereo sr": "Dolby Stereo SR", "dolby surround": "Dolby Surround",
    "dolby atmos": "Dolby Atmos", "dolby 5 1": "Dolby 5.1", "dolby 7 1": "Dolby 7.1",
    "dolby surround 5 1": "Dolby Surround 5.1", "dts": "DTS", "sdds": "SDDS", "mono": "Mono",
    "stereo": "Stereo", "surround": "Surround", "5 1": "5.1", "7 1": "7.1",
    "5 1 surround": "5.1 Surround", "surround 5 1": "5.1 Surround", "lichtton": "Lichtton",
    "lichtton mono": "Lichtton Mono", "optical sound": "Optical", "silent": "Silent",
    "stumm": "Silent", "stummfilm": "Silent", "silent film": "Silent",
}  # fmt: skip

_SEPARATOR = re.compile(r"\s*[;|•·]\s*|\s*(?:,(?!\d)|(?<!\d),)\s*|\s+[/–-]\s+")


def read_technical(text: str, languages: Sequence[str], facts: TechnicalFacts) -> None:
    """Add what a technical line says to `facts`."""
    for row in text.splitlines():
        for piece in _SEPARATOR.split(" ".join(row.split())):
            if piece:
                read_piece(piece, languages, facts)


def read_spoken(text: str, languages: Sequence[str], facts: TechnicalFacts) -> None:
    """Add what a `dialogue` key says; here a bare list of languages means the dialogue."""
    codes = find_languages(text, languages)
    if codes:
        facts.dialogue_languages = facts.dialogue_languages or codes
    else:
        read_technical(text, languages, facts)


def read_piece(piece: str, languages: Sequence[str], facts: TechnicalFacts) -> None:
    """One piece between separators: a known fact, or words for the rest."""
    field_name, value = recognise(piece)
    if is_without_dialogue(piece):
        facts.has_no_dialogue = True
    elif subtitles := read_subtitles(piece, languages):
        facts.subtitle_languages = tuple(dict.fromkeys((*facts.subtitle_languages, *subtitles)))
    elif dialogue := read_dialogue(piece, languages):
        facts.dialogue_languages = tuple(dict.fromkeys((*facts.dialogue_languages, *dialogue)))
    elif field_name and getattr(facts, field_name) in ("", value):
        setattr(facts, field_name, value)
        if _TINTED_BLACK_AND_WHITE.fullmatch(fold(piece)):
            facts.rest.append(piece)
    else:
        facts.rest.append(piece)


def recognise(piece: str) -> tuple[str, str]:
    """The field a piece belongs to and its normal form; ('', '') when no rule knows it."""
    folded = fold(piece.replace("&", " and "))
    if gauge := _GAUGE.fullmatch(piece):
        return "format", f"{gauge['gauge'].replace(',', '.')} mm"
    if ratio := recognise_ratio(piece, folded):
        return "aspect_ratio", ratio
    if _TINTED_BLACK_AND_WHITE.fullmatch(folded):
        return "colour", "tinted"
    for field_name, index in (
        ("colour", _COLOUR_INDEX),
        ("format", _FORMATS),
        ("sound", _SOUNDS),
    ):
        if folded in index:
            return field_name, index[folded]
    return "", ""


def recognise_ratio(piece: str, folded: str) -> str:
    if match := _RATIO.fullmatch(piece):
        return "1:" + (match["wide"] or match["turned"]).replace(",", ".")
    if match := _NUMBERED_RATIO.fullmatch(piece):
        return f"{match[1]}:{match[2]}"
    return _WIDE_RATIOS.get(folded, "")
