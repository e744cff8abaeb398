"""Lines of an awards list: prizes, selections and what is only a note.

A prize is `Festival: Prize`, a mapping of the two, `Prize, Place 1995` or `Some-Preis 2005`. A
premiere and an opening or closing film are selections. `32 awards` and whole sentences are notes.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

from desk.importing.objects import Result
from desk.importing.strict_yaml import Value, as_text

LONGEST_LINE = 250

AwardKind = Literal["award", "selection", "note"]


@dataclass(frozen=True)
class AwardLine:
    """One line of one language. A doubtful one became a note only because no rule fits."""

    kind: AwardKind
    text: str
    name: str = ""
    body: str = ""
    premiere: str = ""
    year: int | None = None
    result: Result = "won"
    is_doubtful: bool = False
    line: int | None = field(default=None, compare=False)


_YEAR = re.compile(r"[\s,]*\(?\b((?:18|19|20)\d\d)\)?$")
_TALLY = re.compile(
    r"(?:more than |over |über |mehr als |ca\. )?\d+ (?:\w+ ){0,2}(?:awards?|prizes?|preise?n?"
    r"|auszeichnungen|nominations?|nominierungen|invitations?|einladungen"
    r"|festivaleinladungen|festivals?|selections?)\b.*",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:was|were|has|have|had|won|received|awarded|aired|wurden?|hat|haben|gewann|gewannen"
    r"|erhielt|erhielten|ausgezeichnet|lief|liefen)\b"
)
_PREMIERES = (
    ("international", r"international(?:e[rn]?)? premiere|internationale uraufführung"),
    ("european", r"europ(?:ean|äische[rn]?) premiere|europa-?premiere"),
    ("world", r"world[- ]premiere|welt-?premiere|uraufführung"),
    (
        "national",
        r"(?:national|german|deutsche|nationale|north american|us|austrian|swiss) premiere"
        r"|(?:deutschland|österreich|schweiz)-?premiere",
    ),
)
_SECTION = re.compile(
    r"(?:opening|closing)[- ](?:night )?film|(?:eröffnungs|abschluss|schluss)film"
    r"|opening night|official selection|offizielle (?:auswahl|selektion)|in competition"
    r"|official competition|im wettbewerb|^(?:competition|wettbewerb)$|out of competition"
    r"|außer konkurrenz",
    re.IGNORECASE,
)
_PRIZE_WORD = re.compile(
    r"award|prize|preis|prix|premio|best\b|beste[rns]?\b|medal|bear\b|bär|palm|lola\b|lola-|oscar"
    r"|jury|fipresci|gold|silver|silber|bronze|winner|nomin|mention|erwähnung|diploma|diplom"
    r"|trophy|honou?r|prädikat|grand prix|leopard|lion\b|löwe|rose\b|publikum|audience",
    re.IGNORECASE,
)


def read_award(value: Value) -> tuple[AwardLine, ...]:
    """The lines of one row of the list; () when the row has a shape that no rule knows."""
    if len(as_text(value)) > LONGEST_LINE:
        return (AwardLine("note", as_text(value)),) if isinstance(value, str) else ()
    if isinstance(value, str):
        return (read_text(" ".join(value.split())),) if value.strip() else ()
    if isinstance(value, dict) and "name" in value:
        return _read_fields(value)
    if isinstance(value, dict):
        return tuple(line for body, prize in value.items() for line in _read_pair(body, prize))
    return ()


def _read_fields(row: dict[str, Value]) -> tuple[AwardLine, ...]:
    """A row with the keys name, body or festival, year."""
    name, body = row.get("name"), row.get("festival") or row.get("body") or ""
    year = row.get("year") or ""
    if not (isinstance(name, str) and isinstance(body, str) and isinstance(year, str)):
        return ()
    if set(row) - {"name", "festival", "body", "year"}:
        return ()
    return (_pair(body, f"{name} {year}".strip(), f"{body}: {name}"),)


def _read_pair(body: str, prize: Value) -> tuple[AwardLine, ...]:
    if prize is None:
        return (read_text(body),)
    prizes = prize if isinstance(prize, list) else [prize]
    texts = [item for item in prizes if isinstance(item, str) and item.strip()]
    if len(texts) != len(prizes):
        return ()
    return tuple(_pair(body, text, f"{body}: {text}") for text in texts)


def read_text(text: str) -> AwardLine:
    """One plain line."""
    if _is_prose(text):
        return AwardLine("note", text)
    if ": " in text:
        body, _, prize = text.partition(": ")
        return _pair(body, prize, text)
    if premiere_of(text) or _SECTION.search(text):
        return _selection_of(text)
    bare, year = cut_year(text)
    name, _, body = bare.rpartition(", ") if ", " in bare else (bare, "", "")
    if not _PRIZE_WORD.search(name):
        return AwardLine("note", text, is_doubtful=True)
    return AwardLine("award", text, name, body, "", year, _result_of(name))


def _pair(body: str, prize: str, text: str) -> AwardLine:
    body, body_year = cut_year(" ".join(body.split()))
    prize, year = cut_year(" ".join(prize.split()))
    premiere = premiere_of(prize)
    if premiere or _SECTION.search(prize):
        section = "" if premiere and not _SECTION.search(prize) else prize
        return AwardLine("selection", text, section, body, premiere, year or body_year)
    return AwardLine("award", text, prize, body, "", year or body_year, _result_of(prize))


def _selection_of(text: str) -> AwardLine:
    """'Official closing film, Venice 1994' or 'World premiere at the Festival of X'."""
    bare, year = cut_year(text)
    parts = re.split(r",\s+|\s+(?:at|in|beim|bei|auf|im)\s+(?:the |der |dem |den )?", bare)
    said = [part for part in parts if premiere_of(part) or _SECTION.search(part)]
    places = [part for part in parts if part not in said]
    if not places:
        return AwardLine("note", text, is_doubtful=True)
    section = ", ".join(part for part in said if _SECTION.search(part))
    return AwardLine("selection", text, section, ", ".join(places), premiere_of(bare), year)


def _is_prose(text: str) -> bool:
    words = text.split()
    is_sentence = text.endswith((".", "!")) and len(words) > 5
    return bool(
        _TALLY.fullmatch(text)
        or is_sentence
        or len(words) > 14
        or (len(words) > 4 and _VERB.search(text))
    )


def premiere_of(text: str) -> str:
    """The premiere status that a text names; ''."""
    lowered = text.lower()
    return next((key for key, words in _PREMIERES if re.search(words, lowered)), "")


def cut_year(text: str) -> tuple[str, int | None]:
    """'Audience award, Cannes 1995' -> the text without the year at its end, and the year."""
    match = _YEAR.search(text)
    if not match or match.start() == 0:
        return text, None
    return text[: match.start()], int(match[1])


def _result_of(prize: str) -> Result:
    lowered = prize.lower()
    if re.search(r"nomin", lowered):
        return "nominated"
    return "mention" if re.search(r"mention|erwähnung", lowered) else "won"
