"""Facts in running text: who plays whom, what is expected, a sentence worth quoting, how it was
made, what it won. All of it is doubtful: a person confirms it."""

import re
from collections.abc import Iterable, Iterator

from sources.reading.dates import find_date, month_of
from sources.reading.mentions import name_key
from sources.reading.objects import Line, Reading
from sources.reading.places import find_printed_country
from sources.reading.spoken import LANGUAGES, land_of

_CAPITAL = r"[A-ZÄÖÜÀ-Þ][\w'’-]*"
_CHARACTER = re.compile(
    rf"(?P<character>{_CAPITAL}(?:\s+{_CAPITAL}){{0,3}})\s*\(\s*(?P<actor>[^()\d]{{4,50}}?)\s*\)"
)
_ARTICLE_BEFORE = re.compile(
    r"\b(?:der|die|das|den|dem|des|eine[mnrs]?|seine[mnrs]?|ihre[mnrs]?)\s+"
    r"(?:[a-zäöüß]+e[mnrs]?\s+){0,3}$",
    re.IGNORECASE,
)
_OPENINGS = {"when", "while", "as", "the", "als", "der", "die", "das", "den", "dem", "des"}
_EXPECTED = re.compile(
    r"\b(?:upcoming|forthcoming|planned|expected|kommende[nr]?|geplante[nr]?)\s+"
    r"(?P<lands>\w+(?:(?:,\s+|\s+and\s+|\s+und\s+)\w+){0,6})\s+"
    r"(?:releases?|openings?|bows?|kinostarts?|starts?)\b",
    re.IGNORECASE,
)
_BOW = re.compile(
    r"\b(?P<month>[A-ZÄ][a-zä]+)\s+(?:bow|release|opening|premiere)\s+in\s+(?P<land>[A-Z]\w+)"
)
_SET_FOR = re.compile(
    r"\b(?P<land>[A-Z]\w+)\s+release\s+is\s+(?:set|planned|scheduled|due)\s+(?:for|on)\s+(?P<date>.{4,24}\d{4})"
)
_RELEASED = re.compile(
    r"\b(?:is|was)\s+released\s+in\s+(?:the\s+)?(?P<land>[A-Z][\w.]+(?:\s[A-Z]\w+)?)\s+on\s+"
    r"(?P<date>.{4,24}?\d{4})"
)
_IN_CINEMAS = re.compile(
    r"\b(?:is\s+)?(?:in\s+cinemas|im\s+kino|ab)\s+(?:from|on|ab"
    r"|im kino)\s+(?:dem\s+)?(?P<date>.{4,24}?\d{4})",
    re.I,
)
_NAMED = r"(?:[A-ZÄÖÜ][\w'’.-]*(?:\s+(?:of|the|for|der|des|von|de|du|und)(?=\s+[A-Z]))*\s*){1,8}"
_WON = re.compile(
    rf"\b(?:won|winning|received)\s+(?:the\s+)?(?P<name>{_NAMED})\b(?P<rest>.{{0,80}})"
)
_WON_GERMAN = re.compile(
    rf"\b(?:erhielt|gewann|bekam)\s+(?:(?:auf|bei|in)\s+(?:dem|der|den)\s+)(?P<body>{_NAMED}?)\s*"
    rf"(?P<year>(?:19|20)\d\d)?\s+(?:den|die|das)\s+(?P<name>{_NAMED})"
)
_AT = re.compile(rf"\bat\s+(?:the\s+)?(?P<body>{_NAMED})")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”“’»)]*\s+(?=[\"“„«(]?[A-ZÄÖÜ])")
# How a film was made: where, with whose leave, what was built, who was found.
_ENDED = re.compile(r"[.!?…][\"”“’»)]*$")
_MAKING = re.compile(
    r"\b(?:shoot|shooting|shot|filmed|filming|film(?:ed)?\s+inside|location|permission|built|casting|crew"
    r"|drehte?n?|gedreht\w*|dreharbeiten|drehgenehmigung|drehbeginn|drehort\w*|gebaut|recherche\w*"
    r"|internetrecherchen|hauptdarsteller\w*|reiste|originalschauplätzen|für\s+den\s+film|for\s+the\s+film"
    r"|das\s+team|in\s+the\s+film\s+was|hours\s+of\s+material|worked\s+with\s+a\s+camera|erste\s+klappe"
    r"|(?:monate|wochen|jahre)\s+lang\s+(?:fuhren|drehte|filmte)\w*|zog\s+regisseur\w*)\b",
    re.IGNORECASE,
)
PRAISE = re.compile(
    r"\b(?:beguiling|beautiful|brilliant|charming|comedy|delicate\w*|delightful|enchant\w*|funny|graceful"
    r"|lighthearted|magical|masterpiece|moving|poetic|splendid|stunning|touch\w*|wonderful|witty"
    r"|stubborn|gem|generous|nail-biting|surpris\w*|fully\s+grown|gripping|dazzling|remarkable|triumph|superb"
    r"|elegant|tender|bold|fresh|clever|hinreißend\w*|komisch\w*|meisterhaft\w*|zauberhaft\w*|klug\w*"
    r"|bezaubernd\w*|großartig\w*|liebevoll\w*|poetisch\w*|witzig\w*|wunderbar\w*|berührend\w*)\b",
    re.IGNORECASE,
)
LONGEST_PARAGRAPH = 5_000  # letters
SHORTEST, LONGEST = 8, 45  # words of a sentence worth quoting
_QUOTES = str.maketrans("’‘“”„«»", '\'\'"""""')


def read_prose(reading: Reading, line: Line, titles: Iterable[str]) -> bool:
    """Keep what a paragraph says; False if that is nothing."""
    before = len(reading.facts)
    _releases(reading, line)
    for start, sentence in _sentences(line):
        place = (start, start + len(sentence))
        words = len(sentence.split())
        _awards(reading, start, sentence)
        if _is_quotable(sentence, words, titles):
            reading.say("quotes", place, True, text=sentence)
        elif _MAKING.search(sentence) and words >= SHORTEST and _ENDED.search(sentence):
            reading.say("production_notes", place, True, text=sentence)
    return len(reading.facts) > before


def _is_quotable(sentence: str, words: int, titles: Iterable[str]) -> bool:
    printed = sentence.translate(_QUOTES)
    named = any(title.translate(_QUOTES) in printed for title in titles)
    return bool(named and SHORTEST <= words <= LONGEST and PRAISE.search(sentence))


def read_characters(reading: Reading, lines: list[Line], actors: list[str]) -> None:
    """Keep "Iskander Orynbekov (Alexander Asochakov)" of a name that is known."""
    known = {name_key(name) for name in actors}
    for line in lines if known else ():
        for found in _CHARACTER.finditer(line.text):
            actor = " ".join(found["actor"].split())
            if name_key(actor) not in known:
                continue
            words = found["character"].split()
            before = line.text[: found.start()]
            character = " ".join(_without_profession(words, bool(_ARTICLE_BEFORE.search(before))))
            place = (line.start + found.start(), line.start + found.end())
            reading.say("characters", place, True, name=actor, character=character)


def _without_profession(words: list[str], has_article: bool) -> list[str]:
    """Take off what only begins a sentence or is a trade: "Die Bäckerin Anna Kurz" is Anna Kurz."""
    is_german = has_article or words[0].casefold() in {"der", "die", "das", "den", "dem", "des"}
    while len(words) > 1 and words[0].casefold() in _OPENINGS:
        words = words[1:]
    return words[1:] if is_german and len(words) > 1 else words


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
    for found in _SET_FOR.finditer(line.text):
        _dated(reading, line, found, land_of(found["land"]), status="expected")
    for found in _RELEASED.finditer(line.text):
        _dated(reading, line, found, find_printed_country(found["land"], LANGUAGES), status="done")
    for found in _IN_CINEMAS.finditer(line.text):
        _dated(reading, line, found, "", kind="cinema")


def _dated(reading: Reading, line: Line, found: re.Match[str], country: str, **told: str) -> None:
    if date := find_date(found["date"]):
        place = (line.start + found.start(), line.start + found.end())
        reading.say("releases", place, True, country=country, date=date, **told)


def _awards(reading: Reading, start: int, sentence: str) -> None:
    """Keep "won the Golden Dove at DOK Leipzig in 2018"."""
    for found in _WON.finditer(sentence):
        at = _AT.search(found["rest"]) or _AT.search(
            sentence[max(found.start() - 200, 0) : found.start()]
        )
        year = _YEAR.search(found["rest"])
        if at and year:
            _award(reading, start, found, at["body"], year[0])
    for found in _WON_GERMAN.finditer(sentence):
        if found["year"]:
            _award(reading, start, found, found["body"], found["year"])


def _award(reading: Reading, start: int, found: re.Match[str], body: str, year: str) -> None:
    reading.say(
        "awards", (start + found.start(), start + found.end()), True,
        name=found["name"].strip(" ."), body=body.strip(), festival="", year=int(year),
        result="won", recipient="",
    )  # fmt: skip


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


def paragraphs(lines: list[Line], text: str, known: list[str]) -> list[Line]:
    """Put the lines of running text together that a page has broken, at a link or at its edge."""
    firsts = {name.split()[0].casefold() for name in known if name.split()}
    whole: list[Line] = []
    for line in lines:
        last = whole[-1] if whole else None
        if last and not line.has_gap and _goes_on(last, line, text, firsts):
            printed = re.sub(r"\s", " ", text[last.start : line.end])
            whole[-1] = Line(printed, last.start, last.has_gap)
        else:
            whole.append(line)
    return whole


def _goes_on(last: Line, line: Line, text: str, firsts: set[str]) -> bool:
    if (
        len(last.text) > LONGEST_PARAGRAPH
        or _ENDED.search(last.text)
        or text[last.end : line.start].strip()
    ):
        return False
    word = line.text.split()[0].strip(".,")
    return word[:1].islower() or word.casefold() in firsts or len(last.text) > 60
