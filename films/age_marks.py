"""Age ratings as marks: the words that editors type, read by the boards' own tables.

What no table knows stays the text it is. Sources of the tables:

- DE: Jugendschutzgesetz § 14 (2), five ratings; colours as FSK draws its marks.
- GB: BBFC Classification Guidelines. IE: IFCO, cinema.
- US: Motion Picture Association, Classification and Rating Rules.
- FR: Code du cinéma, R211-12, visas of the CNC.
- NL, BE: Kijkwijzer, NICAM (seven ages since 2020).
- AT: Jugendmedienkommission. CH: Kommission Jugendschutz im Film. DK: Medierådet.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

FSK_AGES = (0, 6, 12, 16, 18)
_FSK = re.compile(r"(?:fsk)?[\s:-]*(?:ab)?\s*(\d{1,2})\s*(?:jahren?)?\s*(?:freigegeben)?", re.I)
_AGE = re.compile(r"(?:ab|from|dès)?\s*(\d{1,2})\s*(?:jahren?|years|ans)?", re.I)
_OPEN = re.compile(r"(?:fsk)?[\s:-]*(?:o\.?\s?a\.?|ohne altersbeschränkung)", re.I)


@dataclass(frozen=True)
class Board:
    """Who rates in a country: the marks as printed, and words that may stand before them."""

    name: str
    marks: tuple[str, ...] = ()
    ages: tuple[int, ...] = ()
    age_words: str = "{}"
    open_words: str = ""


BOARDS = {
    "GB": Board("BBFC", ("U", "PG", "12A", "12", "15", "18", "R18")),
    "IE": Board("IFCO", ("G", "PG", "12A", "15A", "16", "18")),
    "US": Board("MPA", ("G", "PG", "PG-13", "R", "NC-17")),
    "FR": Board("CNC", ("Tous publics", "-12", "-16", "-18")),
    "NL": Board("Kijkwijzer", ("AL", "6", "9", "12", "14", "16", "18")),
    "BE": Board("Kijkwijzer", ("AL", "6", "9", "12", "14", "16", "18")),
    "DK": Board("Medierådet", ("A", "7", "11", "15")),
    "AT": Board("JMK", (), (6, 8, 10, 12, 14, 16), "ab {}", "ohne Altersbeschränkung"),
    "CH": Board("JIF", (), (0, 6, 8, 10, 12, 14, 16, 18), "ab {}"),
}


@dataclass(frozen=True)
class AgeMark:
    """A rating as it is drawn. `fsk` is the age of a German mark, None for every other one."""

    text: str
    spoken: str
    board: str = ""
    fsk: int | None = None


def read_mark(country: str, rating: str) -> AgeMark | None:
    """Return the mark that the words mean in this country (ISO code), None if they mean none."""
    words = " ".join(rating.split())
    if not words:
        return None
    if country == "DE":
        return _read_fsk(words)
    board = BOARDS.get(country)
    return _read_board(board, words) if board else None


def pending_mark(country: str, kind: str, status: str) -> AgeMark | None:
    """Return “FSK to follow” for a German cinema release that is still to come."""
    if (country, kind, status) != ("DE", "cinema", "expected"):
        return None
    words = _("FSK rating to follow")
    return AgeMark(words, words, "FSK")


def _read_fsk(words: str) -> AgeMark | None:
    found = _FSK.fullmatch(words)
    age = 0 if _OPEN.fullmatch(words) else int(found[1]) if found else None
    if age not in FSK_AGES:
        return None
    return AgeMark(f"FSK {age}", _say_age("FSK", age), "FSK", age)


def _read_board(board: Board, words: str) -> AgeMark | None:
    bare = re.sub(rf"^{re.escape(board.name)}[\s:-]*", "", words, flags=re.I)
    for mark in board.marks:
        if bare.casefold() == mark.casefold():
            return _mark(board, mark)
    if board.open_words and bare.casefold() == board.open_words.casefold():
        return AgeMark(board.open_words, _say_age(board.name, 0), board.name)
    found = _AGE.fullmatch(bare) if board.ages else None
    if found and int(found[1]) in board.ages:
        age = int(found[1])
        return AgeMark(board.age_words.format(age), _say_age(board.name, age), board.name)
    return None


def _say_age(board: str, age: int) -> str:
    if not age:
        return _("%(board)s: suitable for all ages") % {"board": board}
    return _("%(board)s: suitable for ages %(age)d and over") % {"board": board, "age": age}


def _mark(board: Board, text: str) -> AgeMark:
    spoken = _("Rated %(mark)s by %(board)s") % {"mark": text, "board": board.name}
    return AgeMark(text, spoken, board.name)
