"""Facts in running text: who plays whom, what is expected, a sentence worth quoting, how it was
made. All of it is doubtful: a person confirms it."""

import re
from collections.abc import Iterator

from sources.reading.dates import month_of
from sources.reading.objects import Line, Reading
from sources.reading.places import find_printed_country
from sources.reading.spoken import LANGUAGES, land_of

_WORD = r"[A-ZÄÖÜ][\w'’-]+"
_CHARACTER = rf"(?P<character>{_WORD}(?:\s+{_WORD}){{0,3}})\s*\(\s*(?P<actor>(?i:NAMES))\s*\)"
_EXPECTED = re.compile(
    r"\b(?:upcoming|forthcoming|planned|expected|kommende[nr]?|geplante[nr]?)\s+"
    r"(?P<lands>\w+(?:(?:,\s+|\s+and\s+|\s+und\s+)\w+)*)\s+"
    r"(?:releases?|openings?|bows?|kinostarts?|starts?)\b",
    re.IGNORECASE,
)
_BOW = re.compile(
    r"\b(?P<month>[A-ZÄ][a-zä]+)\s+(?:bow|release|opening|premiere)\s+in\s+(?P<land>[A-Z]\w+)"
)
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”“’»)]*\s+(?=[\"“„«(]?[A-ZÄÖÜ])")
# How a film was made: where, with whose leave, what was built, who was found.
_ENDED = re.compile(r"[.!?…][\"”“’»)]*$")
_MAKING = re.compile(
    r"\b(?:shoot|shooting|shot|filmed|filming|location|permission|built|cast(?:ing)?|crew"
    r"|drehte?n?|gedreht\w*|dreharbeiten|drehgenehmigung|drehort\w*|gebaut|recherche\w*"
    r"|internetrecherchen|hauptdarsteller\w*|reiste)\b",
    re.IGNORECASE,
)
PRAISE = re.compile(
    r"\b(?:beguiling|beautiful|brilliant|charming|comedy|delicate\w*|delightful|enchant\w*|funny|graceful"
    r"|lighthearted|magical|masterpiece|moving|poetic|splendid|stunning|touch\w*|wonderful|witty"
    r"|bezaubernd\w*|großartig\w*|liebevoll\w*|poetisch\w*|witzig\w*|wunderbar\w*|berührend\w*)\b",
    re.IGNORECASE,
)
SHORTEST, LONGEST = 8, 45  # words of a sentence worth quoting


def read_prose(reading: Reading, line: Line, title: str) -> bool:
    """Keep what a paragraph says; False if that is nothing."""
    before = len(reading.facts)
    _releases(reading, line)
    for start, sentence in _sentences(line):
        place = (start, start + len(sentence))
        words = len(sentence.split())
        if title and title in sentence and SHORTEST <= words <= LONGEST and PRAISE.search(sentence):
            reading.say("quotes", place, True, text=sentence)
        elif _MAKING.search(sentence) and words >= SHORTEST and _ENDED.search(sentence):
            reading.say("production_notes", place, True, text=sentence)
    return len(reading.facts) > before


def read_characters(reading: Reading, actors: list[str]) -> None:
    """Keep "Iskander Orynbekov (Alexander Asochakov)", wherever it stands."""
    if not actors:
        return
    names = "|".join(r"\s+".join(re.escape(word) for word in name.split()) for name in actors)
    for found in re.finditer(_CHARACTER.replace("NAMES", names), reading.text):
        printed = " ".join(found["actor"].split()).casefold()
        actor = next(name for name in actors if name.casefold() == printed)
        character = _without_opening(" ".join(found["character"].split()))
        reading.say("characters", found.span(), True, name=actor, character=character)


def _without_opening(character: str) -> str:
    """Take words that only begin a sentence off: "When Julie" is Julie."""
    words = character.split()
    while len(words) > 1 and words[0].casefold() in {
        "when",
        "while",
        "as",
        "the",
        "als",
        "der",
        "die",
    }:
        words = words[1:]
    return " ".join(words)


def _releases(reading: Reading, line: Line) -> None:
    for found in _EXPECTED.finditer(line.text):
        place = (line.start + found.start(), line.start + found.end())
        for word in re.split(r",\s+|\s+(?:and|und)\s+", found["lands"]):
            if country := land_of(word):
                reading.say("releases", place, True, country=country, date="", status="expected")
    for found in _BOW.finditer(line.text):
        country = find_printed_country(found["land"], LANGUAGES)
        if country and (month := month_of(found["month"])):
            place = (line.start + found.start(), line.start + found.end())
            reading.say("releases", place, True, country=country, month=int(month), status="done")


def _sentences(line: Line) -> Iterator[tuple[int, str]]:
    at = 0
    for piece in _SENTENCE.split(line.text):
        sentence = piece.strip()
        if sentence:
            at = line.text.index(sentence, at)
            yield line.start + at, sentence
            at += len(sentence)


def actors_of(reading: Reading) -> list[str]:
    """Return the actors that the text names somewhere."""
    return [row["name"] for row in reading.of("credits") if row["role"] == "actor"]
