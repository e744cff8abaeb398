"""Large sentences break where a reader draws breath."""

import pytest

from pages.phrases import split_phrases


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (
            "Er hört den Himmel ab. Sie fällt heraus.",
            ["Er hört den Himmel ab.", "Sie fällt heraus."],
        ),
        ("Dienstag, 1. Februar 2061: Wind.", ["Dienstag, 1.\xa0Februar 2061:", "Wind."]),
        (
            "Every morning at seven. Until it closes.",
            ["Every morning at seven.", "Until it closes."],
        ),
        ("“Is it?” It is.", ["“Is it?”", "It is."]),
        ("Dr. No sails at 7.30 p.m. today", ["Dr. No sails at 7.30 p.m. today"]),
        ("One", ["One"]),
        ("", []),
    ],
)
def test_phrases_end_with_sentences_and_colons(text, phrases):
    assert split_phrases(text) == phrases
