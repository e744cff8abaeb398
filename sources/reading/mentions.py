"""Known names in running text, in any spelling: Cem Oezkan is Cem Özkan, Balogh Ferenc is Ferenc
Balogh, "Karim, Yusuf" is Yusuf Karim."""

import re

from people.printed.spelling import fold
from sources.reading.objects import Place, Reading

_WORD = re.compile(r"[^\W_]+")
# Kroll-Wendtland is somebody else than Kroll.
_LONGER = re.compile(r"[-‐‑][^\W\d_]")
_UMLAUT = re.compile(r"(?<=[aou])e")


def add_mentions(reading: Reading, people: list[str]) -> None:
    """Keep the first place of every name that the text does not credit anyway."""
    credited = {
        name_key(row[name])
        for row in reading.of("credits")
        for name in ("name", "other_name")
        if row.get(name)
    }
    sought: dict[str, list[tuple[list[str], str]]] = {}
    for name in dict.fromkeys(people):
        words = words_of(name)
        if len(words) < 2 or frozenset(words) in credited:
            continue
        for spelt in (words, [*words[1:], words[0]], [words[-1], *words[:-1]]):
            sought.setdefault(spelt[0], []).append((spelt, name))
    if not sought:
        return
    printed = [(key(found[0]), found.span()) for found in _WORD.finditer(reading.seen)]
    said: set[str] = set()
    for at, (word, place) in enumerate(printed):
        for spelt, name in sought.get(word, ()):
            here = [one for one, _place in printed[at : at + len(spelt)]]
            # "Volker Stamms Film" names Volker Stamm.
            if name not in said and here in (spelt, [*spelt[:-1], spelt[-1] + "s"]):
                end: Place = printed[at + len(spelt) - 1][1]
                if _LONGER.match(reading.seen, end[1]):
                    continue
                said.add(name)
                reading.say("mentions", (place[0], end[1]), name=name)


def key(word: str) -> str:
    """Return what is equal in every spelling of a word: Oezkan and Özkan are one."""
    return _UMLAUT.sub("", fold(word))


def words_of(name: str) -> list[str]:
    return [key(word) for word in _WORD.findall(name)]


def name_key(name: str) -> frozenset[str]:
    """Return what is equal for a name whatever the order of its words."""
    return frozenset(words_of(name))
