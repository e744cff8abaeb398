"""One word in many spellings, and the sections of a search text."""

import pytest

from editorial.spelling import MARK, fold, join_words, make_search_text


@pytest.mark.parametrize(
    "spellings",
    [
        ("Pleiße", "PLEISSE", "pleisse"),
        ("Nachtfähre", "Nachtfaehre", "nachtfahre"),
        ("Bregović", "Bregovic"),
        ("Night-Ferry", "night ferry", "Night – Ferry!"),
        ("Don’t", "dont", "Don't"),
        ("Файт", "файт"),
    ],
)
def test_spellings_of_one_word_are_equal(spellings):
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize("text", ["Weltraum-Bahnhof", "Weltraum Bahnhof", "Weltraumbahnhof"])
def test_compound_is_one_word(text):
    assert join_words(text) == "weltraumbahnhof"


def test_joined_words_fold_as_if_written_so():
    assert join_words("Vera Ehrlich") == fold("VeraEhrlich")


def test_search_text_keeps_sections_apart():
    text = make_search_text("Night Ferry", ["Die Nachtfähre"], ["Ein See-Mann, ein Schiff."])
    assert text == (
        f"{MARK} night ferry\n die nachtfahre nightferry dienachtfahre\f"
        " ein see mann schiff seemann"
    )


def test_search_text_of_nothing_has_its_sections():
    assert make_search_text() == f"{MARK}\n\f"
