"""Pairs worth a look, out of the index of names: never everybody with everybody.

Two records are compared if they share two sounds, or one sound and the beginning or the end of
another word, or a name that is short for another. Blocks of very common names are left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

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
    return _pairs(alike.values(), MOST_ALIKE) | _pairs(same.values(), MOST_SAME)


def _blocks_of(keys: list[str]) -> Iterator[tuple[str, str]]:
    """Yield a sound with what another word begins, ends or is short for."""
    for key in keys:
        if len(key) < 2:
            continue
        for other in keys:
            if other is not key:
                yield key, f"{other[0]}-"
                yield from ((key, f"#{number}") for number in numbers_of_sound(other))
                if len(other) > 4:
                    yield key, f"-{other[-3:]}"


def _pairs(blocks: Iterable[list[int]], most: int) -> set[Pair]:
    found: set[Pair] = set()
    for block in blocks:
        if 1 < len(block) <= most:
            found.update(combinations(sorted(block), 2))
    return found
