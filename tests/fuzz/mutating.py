"""Bytes changed at random: a bit, a number, a piece left out, doubled or taken from elsewhere."""

import re
from collections.abc import Callable, Sequence
from random import Random

# Most often one: a file with eight wounds is refused for the first.
CHANGES_AT_ONCE = (1, 1, 1, 2, 3, 5, 8)
LONGEST = 64 * 1024  # bytes
NUMBER = re.compile(rb"\d+")
NUMBERS = (
    b"0", b"-1", b"1e999", b"00", b"127", b"128", b"255", b"256", b"65535", b"65536", b"2147483647",
    b"4294967295", b"9" * 20, b"9" * 5000, b"0.5", b"\xd9\xa3",
)  # fmt: skip
EDGES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
# Signs that mislead readers, decoders and writers of lines.
SIGNS = (
    "\0", "\r\n", "\r", "\u2028", "\u0085", "\ufeff", "\u202e", "\u200b", "\u0301" * 9, "\ud800",
    "\U0001f3ac", "İ", "ß", "ﬁ", "\U0010ffff", "\x1b", "\x7f", " ", "\t", "'", '"', "<", ">", "&",
    "%", "\\", "/", "..", ":", ";", ",", "=", "#", "{", "}", "[", "]", "(", ")", "|", "`", "*", "_",
    "~", "!", "-", "\n",
)  # fmt: skip
TEXTS = (
    *(sign.encode("utf-8", "surrogatepass") for sign in SIGNS), b"\xff", b"\xc3", b"\xe2\x80",
    b"\xc0\xaf", b"\xed\xa0\x80",
)  # fmt: skip

Change = Callable[[Random, bytearray, Sequence[bytes], Sequence[bytes]], bytearray]


def mutate(dice: Random, examples: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    """Return one of the examples with some changes, or a sentence of words alone."""
    if words and dice.random() < 0.2:
        return join_words(dice, words)
    data = bytearray(dice.choice(examples))
    for _number in range(dice.choice(CHANGES_AT_ONCE)):
        data = dice.choice(CHANGES)(dice, data, examples, words)[:LONGEST]
    return bytes(data)


def join_words(dice: Random, words: Sequence[bytes]) -> bytes:
    """Return words in any order, one of them perhaps a thousand times."""
    chosen = [dice.choice(words if dice.random() < 0.7 else TEXTS)
              for _number in range(dice.randint(1, 60))]  # fmt: skip
    if dice.random() < 0.1:
        chosen.insert(dice.randrange(len(chosen)), dice.choice(chosen) * dice.choice((50, 2000)))
    return b"".join(chosen)[:LONGEST]


def a_place(dice: Random, data: bytearray) -> int:
    return dice.randint(0, len(data))


def flip_bit(dice: Random, data: bytearray, _examples, _words) -> bytearray:
    if data:
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return data


def set_number(dice: Random, data: bytearray, _examples, _words) -> bytearray:
    """Write a number of the edges over one to eight bytes."""
    at, size = a_place(dice, data), dice.choice((1, 2, 4, 8))
    value = dice.choice(EDGES) + dice.choice((-1, 0, 0, 1))
    order = "big" if dice.random() < 0.5 else "little"
    data[at : at + size] = (value % 256**size).to_bytes(size, order)
    return data


def change_digits(dice: Random, data: bytearray, _examples, _words) -> bytearray:
    found = list(NUMBER.finditer(data))
    if found:
        start, end = dice.choice(found).span()
        data[start:end] = dice.choice(NUMBERS)
    return data


def put_word(dice: Random, data: bytearray, _examples, words) -> bytearray:
    word = dice.choice(words if words and dice.random() < 0.7 else TEXTS)
    at = a_place(dice, data)
    data[at : at + (len(word) if dice.random() < 0.3 else 0)] = word
    return data


def leave_out(dice: Random, data: bytearray, _examples, _words) -> bytearray:
    at = a_place(dice, data)
    del data[at : at + dice.choice((1, 1, 2, 4, 16, 256, len(data)))]
    return data


def repeat(dice: Random, data: bytearray, _examples, _words) -> bytearray:
    at = a_place(dice, data)
    piece = data[at : at + dice.choice((1, 1, 2, 8, 64))]
    data[at:at] = piece * dice.choice((1, 1, 2, 3, 20, 20, 1000))
    return data


def splice(dice: Random, data: bytearray, examples, _words) -> bytearray:
    other = dice.choice(examples)
    return data[: a_place(dice, data)] + other[dice.randint(0, len(other)) :]


CHANGES: tuple[Change, ...] = (
    flip_bit, set_number, change_digits, put_word, put_word, leave_out, repeat, splice,
)  # fmt: skip
