"""Companies in a list: what each did, without the town or land that stands beside its name."""

import re

from films.printed.countries import find_country
from people.printed.kinds import is_company
from people.vocabulary import find_function
from sources.reading.lists import pieces_of
from sources.reading.objects import Place, Reading
from sources.reading.technical import LANGUAGES

_REMARK = re.compile(r"(?P<name>.+?)\s*\((?P<remark>[^()]+)\)")
_HINT = re.compile(r"\b(?:PR|TV|s\.r\.o|Cinema|Releasing|Film\w*|Kino\w*)\b|\s&\s(?=[A-ZÄÖÜ]\w+$)")
_ADDRESS = re.compile(r"\S+@\S+|https?://|www\.|\+?\d[\d /-]{5,}")
# Behind a sales company or press agent stands its town.
_ONE_ONLY = {"world_sales", "press_agent"}


def add_company(reading: Reading, place: Place, function: str, printed: str) -> None:
    """Keep a company; a remark such as "(co-production)" says what it did of all of them."""
    name, told = without_remark(printed.strip())
    if name and not _ADDRESS.search(name):
        reading.say("companies", place, function=told or function, name=name)


def add_companies(reading: Reading, function: str, value: str, start: int) -> bool:
    """Keep the companies of a list; False if there is none."""
    before = reading.size()
    pieces = pieces_of(value)
    for piece, at in pieces[:1] if function in _ONE_ONLY else pieces:
        add_company(reading, (start + at, start + at + len(piece)), function, piece)
    return reading.size() > before


def without_remark(printed: str) -> tuple[str, str]:
    """Return the name and the function that its remark tells.

    A land or town in brackets is dropped, "(NDR)" belongs to the name.
    """
    remark = _REMARK.fullmatch(printed)
    if remark is None:
        return printed, ""
    text = remark["remark"].strip()
    if function := find_function(text):
        return without_remark(remark["name"])[0], function.key
    return (printed if _is_short_name(text, remark["name"]) else remark["name"]), ""


def _is_short_name(remark: str, name: str) -> bool:
    initials = "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
    if remark == initials:
        return True
    is_land = bool(find_country(remark, LANGUAGES)) or remark in ("A", "D", "CH", "F", "I", "E")
    return remark.isupper() and len(remark) > 1 and not is_land


def are_companies(value: str) -> bool:
    """Tell whether at least half of a list are companies by their names."""
    names = [piece for piece, _at in pieces_of(value)]
    return 2 * sum(is_company_like(name) for name in names) >= len(names) > 0


def is_company_like(name: str) -> bool:
    return is_company(name) or bool(_HINT.search(name))
