"""Texts that are made to slow reading down."""

import re
from time import process_time

import pytest

from sources.reading import prose
from sources.reading.guess import guess_source
from sources.reading.read import read
from sources.reading.seen import see

UNITS = (
    "O'", "Anna-", "Anna ", "Anna (", '"Anna\n', "(", "(\n", "a ", "A. ", "A, ", "1:", "...", "– ",
    "won the Golden ", "erhielt auf dem A ", "\t ", "A" * 6_000, "Cast: A" + "\t " * 3_000 + "B",
    "Cast: A " + "...", "Cast: A" + "." * 6_000 + "B", "erhielt auf dem " + "Aa" * 3_000,
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: repr(unit[:20]))
def test_no_text_is_slow_to_read(unit):
    text = unit * (12_000 // len(unit))
    before = process_time()
    assert read(text, "The Night Ferry", ["Anna Kurz"]).lines_lost() == []
    guess_source(text)
    # Some tenths of a second; what looks back at every letter needs minutes.
    assert process_time() - before < 8


def test_patterns_of_running_text_match_a_bounded_number_of_letters():
    patterns = {name: one for name, one in vars(prose).items() if isinstance(one, re.Pattern)}
    endless = [
        name for name, one in patterns.items() if re.search(r"[^\\](?:\\\\)*[*+]", one.pattern)
    ]
    assert endless == []


def test_runs_of_one_sign_are_seen_short_and_keep_their_places():
    seen = see("a" + "." * 1_000 + "b" + " " * 1_000 + "c")
    assert seen.text == "a" + "." * 40 + "b" + " " * 40 + "c"
    assert [seen.places[seen.text.index(letter)] for letter in "abc"] == [0, 1_001, 2_002]
