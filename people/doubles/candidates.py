"""Pairs worth a look, out of the index of names: never everybody with everybody.

Two records are compared if they share two sounds, or one sound and the beginning or the end of
another word, or an initial, or a name that is short for another. Blocks of very common names are
left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, permutations

from people.doubles.given_names import numbers_of_sound
from people.name_keys import NameKey

# So many records in one block are a common name; two sounds in common say more than one.
MOST_ALIKE, MOST_SAME = 40, 150
MOST_SOUNDS = 10
Pair = tuple[int, int]


def read_sounds() -> dict[int, list[str]]:
    """Return the sounds of all people's names by record. One query."""
    rows = NameKey.objects.filter(form=NameKey.Form.SOUND, record__kind="person").order_by()
    found: dict[int, list[str]] = defaultdict(list)
    for pk, key in rows.values_list("record", "key").iterator(chunk_size=5_000):
        found[pk].append(key)
    return found


def pair_up(sounds: Mapping[int, list[str]], facts: Iterable[tuple[int, str]]) -> set[Pair]:
    """Return the pairs to compare, the smaller key first.

    `facts` are (record, fact): a full date of birth or a website, which few have in common.
    """
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    same: dict[tuple[str, str], list[int]] = defaultdict(list)
    for pk, keys in sounds.items():
        kept = sorted(set(keys), key=lambda key: (-len(key), key))[:MOST_SOUNDS]
        for first, second in combinations(sorted(kept), 2):
            same[first, second].append(pk)
        for block in set(_blocks_of(kept)):
            alike[block].append(pk)
    for pk, fact in facts:
        alike["=", fact].append(pk)
    found = _pairs(alike.values(), MOST_ALIKE) | _pairs(same.values(), MOST_SAME)
    return found | _with_initials(sounds)


def _blocks_of(keys: list[str]) -> Iterator[tuple[str, str]]:
    """Yield a sound with how another word begins and ends, or what it is short for."""
    for key, other in permutations(keys, 2):
        if len(key) > 1:
            yield from ((key, f"#{number}") for number in numbers_of_sound(other))
            if len(other) > 4:
                yield key, f"{other[:3]}-"
                yield key, f"-{other[-3:]}"


def _with_initials(sounds: Mapping[int, list[str]]) -> set[Pair]:
    """Return whom each initial may stand for, beside a word that both have."""
    short: dict[tuple[str, str], list[int]] = defaultdict(list)
    for pk, keys in sounds.items():
        for key, other in permutations(keys, 2):
            if len(other) == 1 < len(key):
                short[key, other].append(pk)
    full: dict[tuple[str, str], set[int]] = defaultdict(set)
    for pk, keys in sounds.items() if short else ():
        for key, other in permutations(keys, 2):
            if len(key) > 1 and (key, other[:1]) in short:
                full[key, other[:1]].add(pk)
    found: set[Pair] = set()
    for block, initials in short.items():
        if len(full[block]) <= MOST_ALIKE:
            found.update((min(a, b), max(a, b)) for a in initials for b in full[block] if a != b)
    return found


def _pairs(blocks: Iterable[list[int]], most: int) -> set[Pair]:
    found: set[Pair] = set()
    for block in blocks:
        if 1 < len(block) <= most:
            found.update(combinations(sorted(block), 2))
    return found
