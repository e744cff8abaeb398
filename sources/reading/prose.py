"""Facts in running text: who plays whom, what is expected, a sentence worth quoting, how it was
made, what it won. All of it is doubtful: a person confirms it."""

import re
from collections.abc import Iterable, Iterator

from sources.reading.dates import find_date, month_of
from sources.reading.lines import as_one
from sources.reading.mentions import name_key
from sources.reading.objects import Line, Reading
from sources.reading.places import find_printed_country
from sources.reading.spoken import LANGUAGES, land_of

_CAPITAL = r"[A-ZÄÖÜÀ-Þ][\w'’-]{0,60}"
# Hostile text must not slow reading down: every pattern here matches a bounded number of letters.
_ACTOR = re.compile(r"\(\s{0,3}(?P<actor>[^()\d]{4,50}?)\s{0,3}\)")
_CHARACTER = re.compile(rf"{_CAPITAL}(?:\s{{1,20}}{_CAPITAL}){{0,3}}$")
LONGEST_CHARACTER = 120  # letters in front of a bracket
_ARTICLE_BEFORE = re.compile(
    r"\b(?:der|die|das|den|dem|des|eine[mnrs]?|seine[mnrs]?|ihre[mnrs]?)\s{1,20}"
    r"(?:[a-zäöüß]{1,20}e[mnrs]?\s{1,20}){0,3}$",
    re.IGNORECASE,
)
_OPENINGS = {"when", "while", "as", "the", "als", "der", "die", "das", "den", "dem", "des"}
_EXPECTED = re.compile(
    r"\b(?:upcoming|forthcoming|planned|expected|kommende[nr]?|geplante[nr]?)\s{1,20}"
    r"(?P<lands>\w{1,40}(?:(?:,|\s{1,20}and|\s{1,20}und)\s{1,20}\w{1,40}){0,6})\s{1,20}"
    r"(?:releases?|openings?|bows?|kinostarts?|starts?)\b",
    re.IGNORECASE,
)
_BOW = re.compile(
    r"\b(?P<month>[A-ZÄ][a-zä]{1,12})\s{1,20}(?:bow|release|opening|premiere)\s{1,20}in\s{1,20}"
    r"(?P<land>[A-Z]\w{1,40})"
)
_SET_FOR = re.compile(
    r"\b(?P<land>[A-Z]\w{1,40})\s{1,20}release\s{1,20}is\s{1,20}(?:set|planned|scheduled|due)\s{1,20}"
    r"(?:for|on)\s{1,20}(?P<date>.{4,24}\d{4})"
)
_RELEASED = re.compile(
    r"\b(?:is|was)\s{1,20}released\s{1,20}in\s{1,20}(?:the\s{1,20})?"
    r"(?P<land>[A-Z][\w.]{1,40}(?:\s[A-Z]\w{1,40})?)\s{1,20}on\s{1,20}(?P<date>.{4,24}?\d{4})"
)
_IN_CINEMAS = re.compile(
    r"\b(?:is\s{1,20})?(?:in\s{1,20}cinemas|im\s{1,20}kino|ab)\s{1,20}(?:from|on|ab"
    r"|im kino)\s{1,20}(?:dem\s{1,20})?(?P<date>.{4,24}?\d{4})",
    re.I,
)
_WORD = (
    r"[A-ZÄÖÜ][\w'’.-]{0,60}"
    r"(?:\s{1,20}(?:of|the|for|der|des|von|de|du|und)(?=\s{1,20}[A-Z])){0,3}"
)
_NAMED = rf"{_WORD}(?:\s{{1,20}}{_WORD}){{0,7}}"
_WON = re.compile(
    rf"\b(?:won|winning|received)\s{{1,20}}(?:the\s{{1,20}})?(?P<name>{_NAMED})\b(?P<rest>.{{0,80}})"
)
_WON_GERMAN = re.compile(
    rf"\b(?:erhielt|gewann|bekam)\s{{1,20}}(?:(?:auf|bei|in)\s{{1,20}}(?:dem|der|den)\s{{1,20}})"
    rf"(?P<body>{_NAMED}?)(?:\s{{0,3}}(?P<year>(?:19|20)\d\d))?\s{{1,20}}(?:den|die|das)\s{{1,20}}"
    rf"(?P<name>{_NAMED})"
)
_AT = re.compile(rf"\bat\s{{1,20}}(?:the\s{{1,20}})?(?P<body>{_NAMED})")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”“’»)]{0,5}\s{1,5}(?=[\"“„«(]?[A-ZÄÖÜ])")
# How a film was made: where, with whose leave, what was built, who was found.
_ENDINGS = (".", "!", "?", "…")
_CLOSING = '"”“’»)'
_MAKING = re.compile(
    r"\b(?:shoot|shooting|shot|filmed|filming|film(?:ed)?\s{1,20}inside|location|permission|built|casting|crew"
    r"|drehte?n?|gedreht\w{0,40}|dreharbeiten|drehgenehmigung|drehbeginn|drehort\w{0,40}|gebaut|recherche\w{0,40}"
    r"|internetrecherchen|hauptdarsteller\w{0,40}|reiste|originalschauplätzen|für\s{1,20}den\s{1,20}film|for\s{1,20}the\s{1,20}film"
    r"|das\s{1,20}team|in\s{1,20}the\s{1,20}film\s{1,20}was|hours\s{1,20}of\s{1,20}material|worked\s{1,20}with\s{1,20}a\s{1,20}camera|erste\s{1,20}klappe"
    r"|(?:monate|wochen|jahre)\s{1,20}lang\s{1,20}(?:fuhren|drehte|filmte)\w{0,40}|zog\s{1,20}regisseur\w{0,40})\b",
    re.IGNORECASE,
)
PRAISE = re.compile(
    r"\b(?:beguiling|beautiful|brilliant|charming|comedy|delicate\w{0,40}|delightful|enchant\w{0,40}|funny|graceful"
    r"|lighthearted|magical|masterpiece|moving|poetic|splendid|stunning|touch\w{0,40}|wonderful|witty"
    r"|stubborn|gem|generous|nail-biting|surpris\w{0,40}|fully\s{1,20}grown|gripping|dazzling|remarkable|triumph|superb"
    r"|elegant|tender|bold|fresh|clever|hinreißend\w{0,40}|komisch\w{0,40}|meisterhaft\w{0,40}|zauberhaft\w{0,40}|klug\w{0,40}"
    r"|bezaubernd\w{0,40}|großartig\w{0,40}|liebevoll\w{0,40}|poetisch\w{0,40}|witzig\w{0,40}|wunderbar\w{0,40}|berührend\w{0,40})\b",
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
        elif words >= SHORTEST and _has_ended(sentence) and _MAKING.search(sentence):
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
        begins = 0
        for found in _ACTOR.finditer(line.text):
            before = line.text[max(begins, found.start() - LONGEST_CHARACTER) : found.start()]
            begins = found.end()
            actor = " ".join(found["actor"].split())
            printed = before.rstrip()
            if name_key(actor) not in known or not (named := _CHARACTER.search(printed)):
                continue
            has_article = bool(_ARTICLE_BEFORE.search(printed[: named.start()]))
            character = " ".join(_without_profession(named[0].split(), has_article))
            start = line.start + found.start() - len(before) + named.start()
            reading.say(
                "characters", (start, line.start + found.end()), True, name=actor,
                character=character,
            )  # fmt: skip


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
    flat = re.sub(r"\s", " ", text)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.has_gap and _goes_on(groups[-1], line, text, firsts):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [as_one(group, flat) for group in groups]


def _goes_on(group: list[Line], line: Line, text: str, firsts: set[str]) -> bool:
    start, last = group[0].start, group[-1]
    if (
        last.end - start > LONGEST_PARAGRAPH
        or _has_ended(last.text)
        or text[last.end : line.start].strip()
    ):
        return False
    word = line.text.split(maxsplit=1)[0].strip(".,")
    return word[:1].islower() or word.casefold() in firsts or last.end - start > 60


def _has_ended(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_ENDINGS)
