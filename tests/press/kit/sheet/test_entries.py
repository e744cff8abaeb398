"""Fields of the data sheet: how long they are, and what they never hold."""

import pytest
from django.utils.translation import override

from press.kit.sheet.entries import Entry, clean_line, join_lines


def entry(text, limit=0):
    return Entry("logline", "Logline", text, limit=limit, is_prose=True)


@pytest.mark.parametrize(
    ("text", "words", "characters"),
    [
        ("Ein Ost-West-Konflikt – 1990–1995.", 3, 34),
        ("Über 25\u202f000 Meter", 3, 17),
        ("Cafe\u0301", 1, 4),
        ("Eins\n\nzwei\ndrei", 3, 15),
        ("", 0, 0),
    ],
)
def test_words_and_characters_are_counted(text, words, characters):
    assert (entry(text).words, entry(text).characters) == (words, characters)


@pytest.mark.parametrize(("words", "is_over"), [(24, False), (25, False), (26, True)])
def test_text_is_over_its_limit_from_the_first_word_more(words, is_over):
    assert entry("a " * words, limit=25).is_over is is_over


def test_text_without_a_limit_is_never_over_it():
    assert not entry("a " * 900).is_over


@pytest.mark.parametrize(
    ("language", "limit", "said"),
    [
        ("en", 25, "2 of 25 words, 9 characters"),
        ("en", 0, "2 words, 9 characters"),
        ("de", 25, "2 von 25 Wörtern, 9 Zeichen"),
        ("de", 0, "2 Wörter, 9 Zeichen"),
    ],
)
def test_length_is_said_in_the_language_of_the_reader(language, limit, said):
    with override(language):
        assert entry("Die Fähre", limit).length == said


def test_lines_hold_nothing_that_documents_refuse():
    assert clean_line(" a\x00\x0b\ud800\u202e\uffff \n\tb ") == "a b"


def test_lines_are_joined_once_each_without_empty_ones():
    assert join_lines(["b", "", " ", "a", "b"]) == "b\na"
