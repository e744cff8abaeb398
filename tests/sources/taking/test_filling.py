"""What a remark adds to those that are known."""

import pytest

from sources.taking.filling import new_words


@pytest.mark.parametrize(
    ("note", "known", "expected"),
    [
        ("Dolby, Kodak", [], "Dolby, Kodak"),
        ("Dolby, Kodak", ["KODAK"], "Dolby"),
        ("kodak", ["Dolby, Kodak"], ""),
    ],
)
def test_only_pieces_with_new_words_are_new(note, known, expected):
    assert new_words(note, known) == expected
