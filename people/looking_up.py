"""People and companies found by a name in any spelling, the surest first.

Exact names, then beginnings of words in any order, then what sounds the same in another
transliteration, then initials, then slips of the keyboard. Each step is one query on the index.
Whatever visitors ask begins with `public_keys()`, subqueries included: a legal name that only
narrowed what is found would still tell that it is one.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from django.db.models import Exists, Q, QuerySet

from editorial.beginnings import begins_with
from people.name_keys import NameKey
from people.spelling import (
    allowed_slips,
    distance,
    joined_words_of,
    name_key,
    spoken_words,
    words_of,
)

MOST_WORDS = 6
# Beyond this many candidates a word of two letters is no slip of anything.
MOST_CANDIDATES = 4_000
MOST_SIMILAR = 12
WORD, SOUND = NameKey.Form.WORD.value, NameKey.Form.SOUND.value
Keys = QuerySet[NameKey]


class How(StrEnum):
    """Why somebody was found; the order is that of trust."""

    EXACT = "exact"
    BEGINNING = "beginning"
    SOUND = "sound"
    INITIALS = "initials"
    SIMILAR = "similar"


def all_keys() -> Keys:
    return NameKey.objects.all()


def public_keys() -> Keys:
    """Return the keys that visitors may ask for: all but those of legal names alone."""
    return NameKey.objects.filter(is_public=True)


def find_names(
    text: str,
    kind: str | Sequence[str],
    most: int = 50,
    among: Exists | None = None,
    keys: Keys | None = None,
) -> dict[int, How]:
    """Return records of the kind (`person`, `company`, or both) by primary key, the surest first.

    Looks no further once `most` are found. Slips are looked for only if nothing else was found.
    `among` is a condition on the keys, such as that visitors see their record; `keys` are those
    to look into, all if left out.
    """
    kinds = [kind] if isinstance(kind, str) else list(kind)
    found: dict[int, How] = {}
    for how, find in _steps(text, all_keys() if keys is None else keys):
        if len(found) >= most or (how is How.SIMILAR and found):
            break
        rows = find().filter(record__kind__in=kinds).exclude(record__in=list(found))
        rows = rows if among is None else rows.filter(among)
        for pk in rows.values_list("record", flat=True).distinct()[: most - len(found)]:
            found[pk] = how
    return found


def exact_names(text: str, keys: Keys) -> Keys:
    """Return the keys of those one of whose names is this one, whatever the order of words."""
    return keys.filter(form=NameKey.Form.NAME, key=name_key(text))


def begun_names(text: str, keys: Keys) -> Keys:
    """Return the keys of those in whose names every word of the text begins a word."""
    return _with_all(keys, [_begins(WORD, word) for word in _longest_first(words_of(text))])


def words_begun(words: Iterable[str], among: Exists, most: int, keys: Keys) -> dict[str, set[int]]:
    """Return the records in one of whose names the word begins a word, by word. One query.

    A word of one or two letters must be the whole word.
    """
    asked = list(dict.fromkeys(words))
    wanted = Q(pk__in=[])
    for word in asked:
        wanted |= _begins(WORD, word) if len(word) > 2 else Q(form=WORD, key=word)
    rows = keys.filter(wanted).filter(among).values_list("record", "key")[:most]
    found: dict[str, set[int]] = {word: set() for word in asked}
    for record, key in rows:
        for word in asked:
            if key == word or (len(word) > 2 and key.startswith(word)):
                found[word].add(record)
    return found


def _steps(text: str, keys: Keys) -> Iterable[tuple[How, Callable[[], Keys]]]:
    words, joined = _longest_first(words_of(text)), _longest_first(joined_words_of(text))
    if not words:
        return
    yield How.EXACT, lambda: exact_names(text, keys)
    yield How.BEGINNING, lambda: begun_names(text, keys)
    if joined != words:
        yield How.BEGINNING, lambda: _with_all(keys, [_begins(WORD, word) for word in joined])
    spoken = spoken_words(text)
    yield (
        How.SOUND,
        lambda: _with_all(keys, [_begins(WORD, w) | _sounds(spoken.get(w, ())) for w in words]),
    )
    if len(words) > 1:
        yield How.INITIALS, lambda: _with_initials(words, keys)
    yield How.SIMILAR, lambda: _similar(words, keys)


def _longest_first(words: Sequence[str]) -> list[str]:
    """The rarest word narrows the search; that is nearly always the longest."""
    return sorted(dict.fromkeys(words), key=len, reverse=True)[:MOST_WORDS]


def _with_initials(words: Sequence[str], keys: Keys) -> Keys:
    """One word as it is, for the others their first letter alone will do: Ana Sol, A. Sol."""
    longest = words[0]
    return _with_all(
        keys,
        [
            _begins(WORD, word)
            if word == longest
            else _begins(WORD, word) | Q(form=WORD, key=word[0])
            for word in words
        ],
    )


def _similar(words: Sequence[str], keys: Keys) -> Keys:
    alike = {word: similar_words(word, keys) for word in words}
    if not any(alike.values()):
        return keys.none()
    return _with_all(
        keys, [_begins(WORD, word) | Q(form=WORD, key__in=near) for word, near in alike.items()]
    )


def similar_words(word: str, keys: Keys) -> list[str]:
    """Return known words that differ by a slip, the nearest first; none for a short word.

    Of a slip or two, the beginning or the end of the word is still right.
    """
    most = allowed_slips(word)
    if not most:
        return []
    size = len(word) // 2 if most == 1 else max(3, len(word) // 3)
    letters = set(word)
    candidates = [
        key
        for key in _alike(word, size, keys)
        if abs(len(key) - len(word)) <= most and len(letters ^ set(key)) <= 2 * most
    ]
    measured = sorted((distance(word, key, most), key) for key in candidates if key != word)
    return [key for far, key in measured if far <= most][:MOST_SIMILAR]


def _alike(word: str, size: int, keys: Keys) -> set[str]:
    """Return known words whose first or last `size` letters are those of the word."""
    # Two queries that each read an index alone: one for both reads tens of thousands of rows.
    forwards = keys.filter(_begins(WORD, word[:size])).values_list("key", flat=True)
    ends = begins_with("backwards", word[::-1][:size])
    backwards = keys.filter(ends).values_list("backwards", flat=True)
    begun = forwards.distinct().order_by("key")[:MOST_CANDIDATES]
    ended = backwards.distinct().order_by("backwards")[:MOST_CANDIDATES]
    return {*begun, *(key[::-1] for key in ended)}


def _with_all(keys: Keys, conditions: Sequence[Q]) -> Keys:
    """Return the keys of the records that have one of `keys` for every condition."""
    if not conditions:
        return keys.none()
    found = keys.filter(conditions[0])
    for condition in conditions[1:]:
        # No EXISTS: SQLite would read the index anew for every row of the first condition.
        found = found.filter(record__in=keys.filter(condition).values("record"))
    return found


def _sounds(spoken: Iterable[str]) -> Q:
    wanted = Q(pk__in=[])
    for sound in spoken:
        wanted |= _begins(SOUND, sound) if len(sound) > 2 else Q(form=SOUND, key=sound)
    return wanted


def _begins(form: str, text: str) -> Q:
    return Q(form=form) & begins_with("key", text)
