"""A person is found under every spelling, and nobody else is."""

import pytest

from desk.erasing.spelling import Names, fold

ADA = Names(["Ada Lindqvist", "Lindqvist, Ada", "ada-lindqvist"])


@pytest.mark.parametrize(
    ("text", "blanked"),
    [
        ("Ada Lindqvist directs.", "[…] directs."),
        ("ADA LINDQVIST", "[…]"),
        ("Ada Lindqvists Film", "[…] Film"),
        ("Ada Lindqvist's film", "[…] film"),
        ("Ada Lindqvist’s film", "[…] film"),
        ("Von **Ada** Lindqvist", "Von **[…]"),
        ("Ada Lindqvist and Ada\nLindqvist", "[…] and […]"),
        ("ada-lindqvist.jpg", "[…].jpg"),
        ("still_ada_lindqvist_01.jpg", "still_[…]_01.jpg"),
        ("/de/people/ada-lindqvist/", "/de/people/[…]/"),
        ("LINDQVIST, Ada", "[…]"),
        ("Ada Lin\u00addqvist", "[…]"),
        ("Áda Líndqvist", "[…]"),
        ("Ada Lindqvistová", "Ada Lindqvistová"),
        ("Canada Lindqvist", "Canada Lindqvist"),
        ("Ada met Lindqvist", "Ada met Lindqvist"),
        ("", ""),
    ],
)
def test_names_are_blanked(text, blanked):
    assert ADA.blank(text) == blanked


def test_names_with_umlaut_are_found_in_both_spellings():
    names = Names(["Jürgen Müßig", "juergen-muessig"])
    assert names.blank("Jurgen Mussig, JÜRGEN MÜSSIG, juergen_muessig.tif") == "[…], […], […].tif"


def test_name_that_ends_in_s_has_its_genitive():
    assert Names(["Klaus Thomas"]).blank("Klaus Thomas’ Film") == "[…] Film"


def test_name_without_spaces_is_found_inside_a_text():
    assert Names(["陈小明"]).blank("导演陈小明的电影") == "导演[…]的电影"


def test_names_in_other_scripts_are_found():
    assert Names(["Ада Линдквист"]).blank("режиссёр АДА ЛИНДКВИСТ.") == "режиссёр […]."


@pytest.mark.parametrize("names", [[], [""], ["Li"], ["--"]])
def test_names_too_short_find_nothing(names):
    assert Names(names).blank("Li -- Ada") == "Li -- Ada"


def test_longest_name_is_taken_whole():
    assert Names(["Ada", "Ada Lindqvist"]).blank("Ada Lindqvist, Ada") == "[…], […]"


def test_sentences_are_given_once():
    text = "The ferry left. Ada Lindqvist stood there! Nobody waved.\nAda Lindqvist waited."
    assert ADA.sentences(f"{text} Ada Lindqvist waited.") == [
        "Ada Lindqvist stood there!",
        "Ada Lindqvist waited.",
    ]


def test_long_sentence_is_shortened_on_both_sides():
    (sentence,) = ADA.sentences(f"{'word ' * 200}Ada Lindqvist {'word ' * 200}")
    assert (sentence[:2], sentence[-2:], len(sentence) < 320) == ("… ", " …", True)
    assert ADA.are_in(sentence)


def test_fold_forgets_case_accents_and_invisible_signs():
    assert fold("Strúß\u200b") == "struss"
