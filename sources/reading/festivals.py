"""Rows of lists of festivals and awards, as printed in many orders."""

import re

from people.printed.kinds import is_name_like
from sources.reading.dates import find_dated
from sources.reading.labels import is_release
from sources.reading.objects import Line, Place, Reading
from sources.reading.places import find_printed_country, read_place_row
from sources.reading.technical import LANGUAGES

_BULLET = re.compile(r"^[•·▪●*–—>-]\s*")
_FESTIVAL = re.compile(
    r"festival|film ?fest|\bfest\b|filmtage|film days|film week|kinotage|filmwoche|berlinale"
    r"|cannes|locarno|sundance|academy|biennale|awards\b|\blev\b|film festival|rencontres|festiwal"
    r"|filmfestspiele|dok leipzig|goeast|kurzfilmtage|césar|lola\b|filmpreise|brothers|viennale",
    re.IGNORECASE,
)
_PRIZE = re.compile(
    r"\b(?:prize|award|best|preis|beste[rs]?|grand prix|mention|erwähnung|jury"
    r"|publikumspreis|\w+preis"
    r"|cyclo|bear|bär|leopard|dove|taube|palm|lion|löwe|statuette|trophy|nomination|nominierung"
    r"|diploma|medal|prix|premio)\b",
    re.IGNORECASE,
)
_NOMINATED = re.compile(r"\b(?:nominated|nomination|nominee|nominierung|nominiert)\b", re.I)
_MENTION = re.compile(r"\b(?:special mention|honou?rable mention|lobende erwähnung)\b", re.I)
_RESULT = re.compile(
    r"\s*[:–—|-]?\s*\b(?:nominated(?: for)?|nomination|nominee|nominierung(?: für)?"
    r"|nominiert(?: für)?"
    r"|won|winner(?: of)?|gewonnen|gewinner)\b\s*[:–—|-]?\s*",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[–—-]\s+|\s*\|\s*|\s*:\s+")
_COMMA = re.compile(r",\s+(?![^()]{0,80}\))")
_BRACKET_END = re.compile(r"\s*\(([^()]*)\)$")
LONGEST = 300


def read_award(reading: Reading, line: Line) -> bool:
    """Keep a prize, a nomination or a mention; False if the line has no prize and no body."""
    if len(line.text) > LONGEST:
        return False
    bare, year, _date = _without_date(_BULLET.sub("", line.text))
    if not year:
        return False
    result = _result(bare)
    bare = _RESULT.sub(" | ", bare).strip(" |,:–—-")
    recipient = ""
    if (found := _BRACKET_END.search(bare)) and _is_person(found[1]):
        recipient, bare = found[1].strip(), bare[: found.start()]
    strong = [piece for piece in _PARTS.split(bare) if piece and piece.strip()]
    parts = [part.strip(" ,") for part in (strong if len(strong) > 1 else _COMMA.split(bare))]
    if len(parts) > 2 and _is_person(parts[-1]):
        recipient = parts.pop()
    if len(parts) < 2:
        return False
    parts = _joined(parts, has_commas=len(strong) < 2)
    body, name = _body_and_prize(parts)
    body = _body(body)
    reading.say(
        "awards", line.place, name=name, body=body, festival=body if _FESTIVAL.search(body) else "",
        year=int(year), result=result, recipient=recipient,
    )  # fmt: skip
    return True


def _result(text: str) -> str:
    if _NOMINATED.search(text):
        return "nominated"
    return "mention" if _MENTION.search(text) else "won"


def _joined(parts: list[str], has_commas: bool) -> list[str]:
    """Return two parts: the first and the rest, or all but the last and the last."""
    if len(parts) == 2:
        return parts
    if has_commas and _FESTIVAL.search(parts[-1]) and not _FESTIVAL.search(parts[0]):
        return [", ".join(parts[:-1]), parts[-1]]
    return [parts[0], ", ".join(parts[1:])]


def _body_and_prize(parts: list[str]) -> tuple[str, str]:
    first, second = parts
    is_festival = [bool(_FESTIVAL.search(part)) for part in parts]
    is_prize = [bool(_PRIZE.search(part)) for part in parts]
    if is_festival == [False, True] or (is_prize == [True, False]):
        return second, first
    return first, second


def _body(text: str) -> str:
    """Return who gave it, without the town and land that stand behind."""
    return _COMMA.split(_BRACKET_END.sub("", text))[0].strip()


def read_festival(reading: Reading, line: Line) -> bool:
    """Keep a selection, a release or an award of a list of festivals."""
    if len(line.text) > LONGEST:
        return False
    text = _BULLET.sub("", line.text)
    head, *rest = re.split(r"\s+[–—-]\s+|\s*:\s+(?=[A-ZÄÖÜ])", text, maxsplit=1)
    if rest and _PRIZE.search(rest[0]) and not _FESTIVAL.search(rest[0]):
        return _prize_of_festival(reading, line, head, rest[0])
    row = read_place_row(line.text, LANGUAGES)
    has_month = len(_without_date(text)[2]) > len("2021") and row and len(row.date) == len("2021")
    if (
        row is not None
        and not has_month
        and not (rest and ("(" in head or _FESTIVAL_YEAR.search(head)))
    ):
        is_doubtful = not row.country
        if is_release(row.name):
            values = {"country": row.country, "date": row.date}
            reading.tell("releases", line.place, values, is_doubtful)
            return True
        reading.say(
            "selections", line.place,
            festival=row.name, city=row.city, country=row.country,
            country_printed=row.country_printed, date=row.date,
        )  # fmt: skip
        return True
    return _selection(reading, line.place, text)


_FESTIVAL_YEAR = re.compile(r"\b(?:19|20)\d\d$")


def _selection(reading: Reading, place: Place, text: str, section: str = "") -> bool:
    """Keep "Trieste Film Festival (Italy) - Panorama, January 2021"."""
    bare, year, date = _without_date(text)
    if not year or not bare:
        return False
    note = ""
    head, *rest = re.split(r"\s+[–—-]\s+", bare, maxsplit=1)
    section = section or (rest[0].strip(" ,") if rest else "")
    if found := _BRACKET_END.search(head):
        country = find_printed_country(found[1], LANGUAGES)
        if country:
            name, city = _name_and_city(head[: found.start()])
            return _say_selection(
                reading, place, name, city, (country, found[1]), date, section, note
            )
        if re.search(r"premiere|opening|closing|eröffnung", found[1], re.I):
            note, head = found[1], head[: found.start()]
        else:
            section, head = section or found[1], head[: found.start()]
    name, city = _name_and_city(head)
    return _say_selection(reading, place, name, city, ("", ""), date, section, note)


def _say_selection(
    reading: Reading, place: Place, name: str, city: str, land: tuple[str, str], date: str,
    section: str, note: str,
) -> bool:  # fmt: skip
    values = {
        "festival": name.strip(" ,"), "city": city, "country": land[0],
        "country_printed": land[1].strip(), "date": date,
    }  # fmt: skip
    told = {"section": section, "note": note}
    values |= {key: value for key, value in told.items() if value}
    reading.tell("selections", place, values)
    return True


def _name_and_city(text: str) -> tuple[str, str]:
    pieces = _COMMA.split(text.strip(" ,"))
    return (", ".join(pieces[:-1]), pieces[-1]) if len(pieces) > 1 else (pieces[0], "")


def _prize_of_festival(reading: Reading, line: Line, head: str, rest: str) -> bool:
    """Keep the prize, and the selection that it was won in."""
    whole, year, date = _without_date(f"{head} \1 {rest}")
    if not year:
        return False
    head, _sign, prize = whole.partition("\1")
    prize, _colon, recipient = prize.strip(" ,").partition(":")
    if found := _BRACKET_END.search(prize):
        recipient, prize = found[1], prize[: found.start()]
    head = head.strip(" ,")
    _selection(reading, line.place, f"{head}, {date}")
    body = _body(head)
    reading.say(
        "awards", line.place, name=_RESULT.sub("", prize).strip(), body=body, festival=body,
        year=int(year), result=_result(prize), recipient=recipient.strip(),
    )  # fmt: skip
    return True


def read_premiere(reading: Reading, place: Place, label: str, value: str) -> bool:
    """Keep "Uraufführung: 12.02.2009, Berlin, Internationale Filmfestspiele (Panorama)"."""
    bare, year, date = _without_date(value)
    section = ""
    if found := _BRACKET_END.search(bare):
        section, bare = found[1], bare[: found.start()]
    pieces = [piece for piece in _COMMA.split(bare) if piece]
    name = next((piece for piece in pieces if _FESTIVAL.search(piece)), "")
    if not year or not name:
        return False
    city = next((piece for piece in pieces if piece != name), "")
    _say_selection(reading, place, name, city, ("", ""), date, section, label)
    return True


def _without_date(text: str) -> tuple[str, str, str]:
    """Return the text without its last date, the year and the date."""
    at, found = 0, ("", 0, 0)
    while (one := find_dated(text[at:]))[0]:
        found = (one[0], at + one[1], at + one[2])
        at = found[2]
    date, start, end = found
    if not date:
        return text.strip(), "", ""
    rest = (text[:start].rstrip(" ,;(") + " " + text[end:].lstrip(" ,;)")).strip(" ,;|:–—-")
    return rest, date[:4], date


def _is_person(text: str) -> bool:
    return (
        is_name_like(text.strip(), fewest=2)
        and not _PRIZE.search(text)
        and not _FESTIVAL.search(text)
    )
