"""Languages of dialogue and subtitles, out of 'Indonesian dialogue, engl. Untertitel'."""

import re
from collections.abc import Sequence
from functools import lru_cache

from babel import Locale

from people.printed.spelling import fold

_SHORT = {
    "dt": "de", "deut": "de", "engl": "en", "eng": "en", "frz": "fr", "franz": "fr", "ital": "it",
    "span": "es", "russ": "ru", "poln": "pl", "port": "pt", "tuerk": "tr", "turk": "tr",
    "georg": "ka", "kasach": "kk", "chin": "zh", "jap": "ja", "mandarin": "zh", "farsi": "fa",
    "kirgisisch": "ky", "kirghiz": "ky", "kyrgyz": "ky", "azeri": "az", "moldavian": "ro",
}  # fmt: skip
_SUBTITLES = re.compile(
    r"(?:with|mit|w/)?\s*(?P<languages>.+?)\s*"
    r"(?:subtitles|subtitled|subs|sub-?titles|untertiteln?|untertitelt|ut)\.?",
    re.IGNORECASE,
)
_SUBTITLES_IN = re.compile(
    r"(?:subtitles|subtitled|untertitel)(?: in|:)?\s+(?P<languages>.+)", re.I
)
_DIALOGUE = re.compile(
    r"(?:in\s+)?(?P<languages>.+?)\s*(?:dialogues?|dialogen?|dialogs?|spoken|language)",
    re.IGNORECASE,
)
_DIALOGUE_IN = re.compile(
    r"(?:dialogues?|languages?|dialoge?|sprachen?|spoken)(?: in|:)\s*(?P<languages>.+)",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?:no|without|ohne|kein|keine)\s+(?:any\s+)?(?:dialogues?|dialogs?|dialoge?n?|words|worte)"
    r"|dialog(?:ue)?(?:-free|frei|los)|wordless|wortlos|none|keiner?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|/|\+|;|&|\band\b|\bund\b)\s*", re.IGNORECASE)
_ENDING = re.compile(r"(?:isch)(?:e[nrms]?)$")


@lru_cache(maxsize=8)
def language_index(languages: tuple[str, ...]) -> dict[str, str]:
    """Folded language name -> code, from the CLDR names of the site's languages."""
    index = {}
    for language in ("en", *languages):
        names = Locale.parse(language.replace("-", "_")).languages
        index.update({fold(name): code for code, name in names.items() if "_" not in code})
    return index | _SHORT


def find_language(text: str, languages: Sequence[str]) -> str:
    """The code of a printed language: 'Kazakh', 'kasachisch', 'engl.', 'englische'; or ''."""
    word = fold(text)
    index = language_index(tuple(languages))
    return index.get(word) or index.get(_ENDING.sub("isch", word)) or _german_short(word, index)


def _german_short(word: str, index: dict[str, str]) -> str:
    """'deutsche', 'deutschen' -> 'deutsch'."""
    return index.get(re.sub(r"(?<=sch)e[nrms]?$", "", word), "")


def find_languages(text: str, languages: Sequence[str]) -> tuple[str, ...]:
    """The codes of a list of languages; () unless every piece is one."""
    codes = [find_language(piece, languages) for piece in _AND.split(text.strip()) if piece]
    return tuple(dict.fromkeys(codes)) if codes and all(codes) else ()


def is_without_dialogue(text: str) -> bool:
    return _NONE.fullmatch(text.strip(" .")) is not None


def read_subtitles(text: str, languages: Sequence[str]) -> tuple[str, ...]:
    """'engl. Untertitel', 'English subtitled', 'mit deutschen und englischen Untertiteln'."""
    match = _SUBTITLES.fullmatch(text.strip()) or _SUBTITLES_IN.fullmatch(text.strip())
    return find_languages(match["languages"], languages) if match else ()


def read_dialogue(text: str, languages: Sequence[str]) -> tuple[str, ...]:
    """'Indonesian dialogue', 'russische und kasachische Dialoge', 'Language: Georgian'."""
    match = _DIALOGUE.fullmatch(text.strip()) or _DIALOGUE_IN.fullmatch(text.strip())
    return find_languages(match["languages"], languages) if match else ()
