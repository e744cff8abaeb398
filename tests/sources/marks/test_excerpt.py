"""The words of a source around what is in question: cut on both sides, with the value marked."""

import pytest

from sources.marks.excerpt import MOST, cut_excerpt

HOUSES = ", ".join(f"Harbour Film Number {number} Ltd" for number in range(40))


def parts_of(excerpt):
    return excerpt.before, excerpt.marked, excerpt.after


def test_short_text_stays_whole_with_the_value_marked():
    assert parts_of(cut_excerpt("Spielfilm, 2012,\nFarbe", ["2012"])) == (
        "Spielfilm, ", "2012", ", Farbe",
    )  # fmt: skip


def test_long_text_is_cut_between_words_on_both_sides():
    excerpt = cut_excerpt(HOUSES, ["Harbour Film Number 20 Ltd"])
    assert excerpt.marked == "Harbour Film Number 20 Ltd"
    assert parts_of(excerpt) == (
        "…17 Ltd, Harbour Film Number 18 Ltd, Harbour Film Number 19 Ltd, ",
        "Harbour Film Number 20 Ltd",
        ", Harbour Film Number 21 Ltd, Harbour Film Number 22 Ltd, Harbour…",
    )


@pytest.mark.parametrize("number", [0, 1, 5, 20, 38, 39])
def test_excerpt_is_never_longer_than_it_may_be(number):
    excerpt = cut_excerpt(HOUSES, [f"Harbour Film Number {number} Ltd"])
    assert MOST - 30 <= len(str(excerpt)) <= MOST
    assert str(excerpt).strip("…") in HOUSES


def test_value_within_another_word_is_not_meant():
    assert parts_of(cut_excerpt("Annabel and Anna", ["Anna"])) == ("Annabel and ", "Anna", "")


def test_first_value_that_is_printed_is_marked():
    assert cut_excerpt("Ton: Ana Sol", ["Sound", "Ana Sol", "Ton"]).marked == "Ana Sol"


def test_text_without_the_value_is_its_beginning():
    excerpt = cut_excerpt("word " * 100, ["Ana Sol", ""])
    assert parts_of(excerpt) == ("word " * 30 + "word word…", "", "")


@pytest.mark.parametrize("text", ["x" * 5000, "漢" * 5000, "", " ", "(" * 300])
def test_text_without_words_is_cut_anywhere(text):
    assert len(str(cut_excerpt(text, ["(", "漢", "x"]))) <= MOST
