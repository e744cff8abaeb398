"""Shortened quotes: what is faithful to the original and what is not."""

import pytest
from django.core.exceptions import ValidationError

from films.abridging import check_abridged, tidy_omissions

ORIGINAL = (
    "The film, made without a cent of public money, knows that saying goodbye is mostly work. "
    "Rarely has it been such a pleasure to watch people clean; nobody’s window stays dirty."
)


@pytest.mark.parametrize(
    "abridged",
    [
        ORIGINAL,
        "The film […] knows that saying goodbye is mostly work.",
        "Saying goodbye is mostly work!",
        "The film […] knows […] such a pleasure to watch",
        "… such a pleasure to watch people clean …",
        "Nobody's window stays dirty.",
    ],
)
def test_words_of_the_original_in_their_order_are_taken(abridged):
    assert check_abridged(abridged, ORIGINAL) is None


@pytest.mark.parametrize(
    ("abridged", "word", "reason"),
    [
        ("The film knows that saying goodbye is work.", "knows", "left out before"),
        ("Saying goodbye is work.", "work", "left out before"),
        ("The film […] understands that", "understands", "does not stand"),
        ("Such a pleasure […] saying goodbye", "saying", "stands elsewhere"),
        ("THE film", "THE", "does not stand"),
        ("A masterpiece", "masterpiece", "does not stand"),
    ],
)
def test_the_first_word_that_does_not_fit_is_named(abridged, word, reason):
    with pytest.raises(ValidationError) as error:
        check_abridged(abridged, ORIGINAL)
    assert f"“{word}”" in error.value.messages[0]
    assert reason in error.value.messages[0]


@pytest.mark.parametrize("abridged", ["[…]", "…", "!"])
def test_an_omission_alone_is_no_quote(abridged):
    with pytest.raises(ValidationError, match="No word of the original is left"):
        check_abridged(abridged, ORIGINAL)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("The film … knows", "The film […] knows"),
        ("The film...knows", "The film […] knows"),
        ("The film [ ... ] knows", "The film […] knows"),
        ("The film (…) knows", "The film […] knows"),
        ("… such a pleasure", "[…] such a pleasure"),
        ("a pleasure […].", "a pleasure […]."),
        ("The film knows", "The film knows"),
    ],
)
def test_every_mark_of_an_omission_is_written_alike(typed, kept):
    assert tidy_omissions(typed) == kept
    assert tidy_omissions(kept) == kept
