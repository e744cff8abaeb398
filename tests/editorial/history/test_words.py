"""Two texts word by word."""

from itertools import pairwise
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.history.words import Word, shorten, words_of

TEXTS = st.text(st.sampled_from("ab ,.\nü"), max_size=60)


def test_words_of_marks_what_was_replaced():
    assert words_of("The ferry crosses.", "The old boat crosses.") == (
        Word("same", "The "),
        Word("removed", "ferry"),
        Word("added", "old boat"),
        Word("same", " crosses."),
    )


@given(TEXTS, TEXTS)
@settings(max_examples=200, deadline=None)
def test_words_of_give_both_texts_back(before, after):
    words = words_of(before, after)
    assert "".join(word.text for word in words if word.op != "added") == before
    assert "".join(word.text for word in words if word.op != "removed") == after
    runs = [word.op for word in words]
    assert all(left != right for left, right in pairwise(runs))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ferry night " * 9_000, "night boat " * 9_000),
        ("[" * 100_000, "]" * 100_000),
        ("a\n" * 50_000, "b\na\n" * 25_000),
    ],
)
def test_words_of_long_texts_take_their_time_but_end(before, after):
    begun = monotonic()
    words_of(before, after)
    assert monotonic() - begun < 5


def test_shorten_folds_what_is_the_same_between_two_changes():
    words = [Word("same", "ab " * 200), Word("added", "x"), Word("same", " ab" * 200)]
    words += [Word("removed", "y")]
    assert list(shorten(words)) == [
        Word("same", "… " + "ab " * 39),
        Word("added", "x"),
        Word("same", " ab" * 39 + " … " + "ab " * 39 + "ab"),
        Word("removed", "y"),
    ]


def test_a_short_word_between_two_changes_belongs_to_them():
    assert words_of("Under the sky.", "On the wave.") == (
        Word("removed", "Under the sky"),
        Word("added", "On the wave"),
        Word("same", "."),
    )
