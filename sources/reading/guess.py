"""What a text says of itself: headline, author, medium, date, language. What it does not say stays
empty: nothing is guessed beyond its words."""

import re

from people.printed.kinds import is_name_like
from sources.reading.credit_block import is_block
from sources.reading.dates import find_date
from sources.reading.junk import is_junk
from sources.reading.lines import seen_lines
from sources.reading.names import recase
from sources.reading.objects import Line, Reading
from sources.reading.read import read
from sources.reading.seen import see

TOP = 15  # lines in which a headline and what belongs to it stand
PARAGRAPH = 60  # letters: shorter lines are headlines, labels or menus
_BY = re.compile(
    r"^(?:(?:review|words|text|story|written|reviewed|kritik|rezension|bericht)\s+)?(?:by|von|par)\s+"
    r"(?P<name>[^|,•·\d]{3,60}?)\s*(?:[|,•·]\s*(?P<rest>.*)|(?P<day>\d.*))?$",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"^(?:author|autor(?:in)?|text|critic|kritiker(?:in)?)\s*:\s*(?P<name>.+)$", re.I
)
_DAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+"
    r"|(?:mo|di|mi|do|fr|sa|so)\w*,\s+)?"
)
_DATE_LINE = re.compile(
    r"^(?:(?:published|posted|updated|first published|veröffentlicht|erschienen|stand"
    r"|vom|am|on|datum|date)"
    rf"\s*:?\s*(?:am\s+|on\s+|vom\s+)?)*{_DAY}(?P<date>[\w.,/ -]{{6,24}}?\d{{4}}|\d{{4}}-\d\d-\d\d)"
    r"(?:[ ,|T]+\d{1,2}[.:]\d\d.{0,15})?$",
    re.IGNORECASE,
)
_MEDIUM = re.compile(
    r"^(?:\w*magazin|\w*zeitschrift|\w*zeitung|magazine|newspaper|journal)\s+[„“\"«](?P<name>[^“”\"»]{2,60})[“”\"»]",
    re.IGNORECASE,
)
_MEDIUM_KIND = re.compile(
    r"^(?:\w*zeitung|\w*magazin|\w*zeitschrift|magazine|a magazine|the magazine"
    r"|weekly|monthly)\s+(?:für|for|of|über|on)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"^(?:source|quelle|medium|published in|erschienen in|aus)\s*:\s*(?P<name>[^\d:/]{2,60})$", re.I
)
_ADDRESS = re.compile(
    r"^(?:(?:url|permalink|link|source|quelle|address)\s*:\s*)?(?P<url>https?://\S{4,400})$", re.I
)
_TITLE = re.compile(r"^title\s*:\s*(?P<title>.+)$")
_REVIEW = re.compile(r"\b(?:review|filmkritik|kritik|rezension)\b", re.IGNORECASE)
MEDIA = {
    name.casefold(): name
    for name in (
        "Variety", "Screen Daily", "Screen International", "The Hollywood Reporter", "Cineuropa",
        "IndieWire", "filmdienst", "epd Film", "Sight & Sound", "Cahiers du Cinéma", "Positif",
        "Der Spiegel", "Die Zeit", "Süddeutsche Zeitung", "Frankfurter Allgemeine Zeitung",
        "Der Tagesspiegel", "taz", "The Guardian", "Le Monde", "Libération", "Die Welt",
        "Blickpunkt:Film", "Little White Lies", "Empire", "The New York Times", "Film Comment",
    )
}  # fmt: skip
_WORDS = {
    "en": "the and of is in a to with for his her that on by from who as it are",
    "de": "der die das und ist in ein eine mit für von den dem nicht auf sich im als auch",
    "fr": "le la les et est dans un une avec pour des du qui que sur au par son il",
}
_COMMON = {language: frozenset(words.split()) for language, words in _WORDS.items()}
FIELDS = ("title", "author", "medium", "date", "language", "kind", "url")


def guess_source(text: str) -> dict[str, str]:
    """Return title, author, medium, date (ISO), language, kind and url as the text tells them."""
    lines = [
        line for line in seen_lines(see(text[:200_000]).text)
        if any(char.isalnum() for char in line.text)
    ]  # fmt: skip
    told = dict.fromkeys(FIELDS, "")
    byline = _find_byline(lines)
    if byline is not None:
        _at, told["author"], rest = byline
        told["date"] = find_date(rest) if rest else ""
    told["title"] = _title(lines, byline[0] if byline else None)
    told["date"] = told["date"] or _date(lines)
    told["medium"] = _medium(lines)
    told["language"] = guess_language(text[:20_000])
    told["kind"] = _kind(text[:50_000], lines)
    told["url"] = next(
        (found["url"] for line in lines[:TOP] if (found := _ADDRESS.match(line.text))), ""
    )
    return told


def guess_language(text: str) -> str:
    """Return the language whose small words are by far the most; '' if none is."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    counts = sorted(
        ((sum(word in common for word in words), language) for language, common in _COMMON.items()),
        reverse=True,
    )
    (most, language), (second, _other) = counts[:2]
    return language if most >= 5 and most >= 1.5 * second else ""


def _find_byline(lines: list[Line]) -> tuple[int, str, str] | None:
    """Return the number of the line, the name and what stands behind it."""
    for at, line in enumerate(lines):
        if len(line.text) > 120 or (at >= TOP and not line.has_gap):
            continue
        found = _BY.match(line.text) or _AUTHOR.match(line.text)
        if found and _is_person(found["name"]):
            groups = found.groupdict()
            return at, recase(found["name"].strip()), groups.get("rest") or groups.get("day") or ""
    # A name between a headline and a date.
    for at in range(1, min(len(lines) - 1, 8)):
        name = lines[at].text
        if _is_date(lines[at + 1].text) and _is_person(name) and not name.isupper():
            return at, name, ""
    return None


def _is_person(name: str) -> bool:
    bare = name.strip()
    return 1 < len(bare.split()) < 5 and is_name_like(bare, fewest=2)


def _title(lines: list[Line], byline: int | None) -> str:
    """Return the line above the by-line, else the one above the first paragraph."""
    for line in lines[:4]:
        if found := _TITLE.match(line.text):
            return found["title"].strip(" \"'")
    end = byline if byline is not None and byline < TOP else _first_paragraph(lines)
    for line in reversed(lines[:end]):
        if _is_headline(line.text):
            return line.text
        if len(line.text) > 150:
            break
    return ""


def _first_paragraph(lines: list[Line]) -> int:
    for at, line in enumerate(lines[:8]):
        if len(line.text) > PARAGRAPH and re.search(r"[.!?…]", line.text):
            return at
    return 0


def _is_headline(text: str) -> bool:
    return (
        3 < len(text) <= 150
        and not text.endswith((".", ",", ";", ":", "("))
        and not re.search(r"\w{4,}\.\s", text)
        and not is_junk(text)
        and not re.search(r"[›|]|https?:|^\d+[.,]?\d*\b", text)
        and not _is_date(text)
        and not _MEDIUM_KIND.match(text)
    )


def _is_date(text: str) -> bool:
    found = _DATE_LINE.match(text) if len(text) < 80 else None
    return found is not None and len(find_date(found["date"])) > len("2021")


def _date(lines: list[Line]) -> str:
    for line in lines[:TOP]:
        if _is_date(line.text) and (found := _DATE_LINE.match(line.text)):
            return find_date(found["date"])
    return ""


def _medium(lines: list[Line]) -> str:
    for at, line in enumerate(lines[:TOP]):
        if found := _MEDIUM.match(line.text) or _SOURCE.match(line.text):
            return found["name"].strip()
        if name := MEDIA.get(line.text.casefold()):
            return name
        if at and _MEDIUM_KIND.match(line.text) and len(line.text) < PARAGRAPH:
            return lines[at - 1].text
    return ""


def _kind(text: str, lines: list[Line]) -> str:
    """Return the kind that the form of the text shows; '' where it shows none."""
    has_block = any(is_block(line.text) for line in lines)
    if has_block or any(_REVIEW.search(line.text) for line in lines[:8]):
        return "review"
    reading = read(text)
    credits, prose = len(reading.of("credits")), _prose_words(reading)
    rows = len(reading.of("selections")) + len(reading.of("facts")) + len(reading.of("countries"))
    if credits >= 4 and rows >= 3:
        return "database"
    if credits >= 8 and prose < 60:
        return "credits"
    return "article" if prose >= 80 and credits < 4 else ""


def _prose_words(reading: Reading) -> int:
    lines = (line.text for line in seen_lines(reading.seen))
    return sum(len(text.split()) for text in lines if len(text) > 100 and text.count(". ") > 0)
