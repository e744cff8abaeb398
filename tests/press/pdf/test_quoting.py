"""Quotation marks."""

import pytest

from editorial.texts import Text
from press.kit.pdf.prose import read_prose
from press.kit.pdf.quoting import quote_prose


def quoted(markdown, language):
    prose = quote_prose(read_prose(Text(markdown, language, False)))
    return ["".join(span["text"] for span in block["spans"]) for block in prose["blocks"]]


@pytest.mark.parametrize(
    ("language", "shown"),
    [("de", "„Ja.“"), ("en", "“Ja.”"), ("fr", "«\u202fJa.\u202f»"), ("pt", "“Ja.”")],
)
def test_words_stand_in_the_marks_of_their_language(language, shown):
    assert quoted("Ja.", language) == [shown]


def test_marks_stand_around_all_paragraphs():
    assert quoted("She waits.\n\nShe sails.", "en") == ["“She waits.", "She sails.”"]


@pytest.mark.parametrize("words", ["„Ja“, sagt sie.", '"Ja."', "»Ja.«"])
def test_words_that_have_marks_get_no_others(words):
    assert quoted(words, "de") == [words]


def test_nothing_is_not_quoted():
    assert quoted("", "en") == []
