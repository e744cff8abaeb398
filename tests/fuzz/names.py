"""Names: of people, files, calendars, cells; how they are shown, and how they are found."""

import unicodedata

import icalendar

from assets import naming
from editorial import spelling
from editorial.models.base import make_key
from editorial.spreadsheets import FORMULA, make_harmless
from films import icalendar_feed
from people import name_keys, scripts
from people import spelling as name_spelling
from tests.fuzz.target import Target

NAMES = tuple(
    name.encode()
    for name in ("Ada Lindqvist", "Jürgen von der Lippe", "Ада Линдквист", "小津 安二郎",
                 "O’Brien, Séan",
                 "عادل إمام", "Nguyễn Thị Ánh", "Þórir Ægir Øst", "still 01.final.JPG", "Die Fähre")
)  # fmt: skip
NAME_WORDS = tuple(
    word.encode()
    for word in ("ß", "ẞ", "İ", "ı", "ﬃ", "Ǆ", "\u0345", "\u0301", "-", "'", ".", " ", "щ", "ж",
                 "ё", "ы", "ch", "sch", "tsch", "ae", "oe", "ue", "ž", "đ", "ه", "ー", "ッ", "한",
                 "e", "x.", "/", "\\", "..", "CON", ".jpg", "=1+1", "@", "+", "-1", "\t", "\r\n",
                 "\u2028", "\U0001f9c0", "a" * 200, "ab " * 100)
)  # fmt: skip


def check_names(case: bytes) -> str:
    """Slugs, names of files, calendars and cells of tables hold what their readers take."""
    text = case.decode("utf-8", "replace")[:2000]
    shown = naming.clean_name(text)
    if "/" in shown or "\\" in shown or len(shown) > naming.MAX_NAME_LENGTH:
        return f"a name of a file that is none\n{shown!r}"
    if not all(map(naming.is_visible, shown)) or naming.clean_name(shown) != shown:
        return f"a name that is not clean\n{shown!r}"
    if (key := make_key(text)) and not key.replace("-", "").isalnum():
        return f"a slug that is none\n{key!r}"
    if make_harmless(text).startswith(FORMULA):
        return "a cell that a spreadsheet computes"
    calendar = icalendar.Calendar()
    calendar.add("name", icalendar_feed.fit_line(text))
    lines = calendar.to_ical().split(b"\r\n")
    if any(len(line) > 75 for line in lines) or any(b"\n" in line for line in lines):
        return "a line of a calendar that is too long or broken"
    return ""


def check_spelling(case: bytes) -> str:
    """Two spellings of one letter are folded to one, and no name is too much for the index."""
    text = case.decode("utf-8", "replace")[:1000]
    if spelling.fold(unicodedata.normalize("NFD", text)) != spelling.fold(text):
        return "folded by its spelling in Unicode"
    spelling.words_of(spelling.make_search_text(text, [text], [text]))
    spelling.fold_joined(text)
    words = name_spelling.words_of(text)
    name_spelling.spoken_words(text)
    name_spelling.name_key(text)
    scripts.mark_of(text, scripts.script_of(text))
    for word in words[:3]:
        name_spelling.sounds_of(word)
        name_spelling.distance(word, words[-1], name_spelling.allowed_slips(word))
    list(name_keys.keys_of(text))
    return ""


SPELT = (
    Target("names", check_names, lambda: NAMES, NAME_WORDS),
    Target("spelling", check_spelling, lambda: NAMES, NAME_WORDS),
)
