import pytest

from sources.comparing.alike import is_near_name, is_same_festival, is_same_house, is_same_name
from sources.comparing.equal import is_equal


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sergej Ashkenazy", "Сергей Ашкенази"),
        ("Sergei Ashkenazy", "Sergey ASHKENAZI"),
        ("Mira Altweg", "Altweg, Mira"),
        ("Jürgen Müllenbach", "Juergen Muellenbach"),
    ],
)
def test_same_name_in_other_spellings(first, second):
    assert is_same_name(first, second)
    assert is_same_name(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Anna Keller", "Anna Kelling"), ("Mira Altweg", "Mira"), ("Ada Lind", "Ida Lind")],
)
def test_other_names_are_not_the_same(first, second):
    assert not is_same_name(first, second)


def test_family_name_alone_is_near_only_in_a_job_of_one():
    assert is_near_name("Kolja Bergo", "Nikolai Bergow", is_alone=True)
    assert not is_near_name("Kolja Bergo", "Nikolai Bergow")
    assert is_near_name("Hanna Kroll", "Hanna Kroll-Wendtland")
    assert not is_near_name("Hanna Kroll", "Ханна Кролл", is_alone=True)


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        ("Gulf Film Festival", "Gulf International Film Festival : GIFF", True),
        ("Kivi Prod.", "Kivi Pictures", True),
        ("Nordfunk", "Nordfunk (NF)", True),
        ("Film Festival", "Filmfestival International", False),
        ("Kivi Prod.", "Kiwi Prod.", False),
    ],
)
def test_same_house_shares_the_words_that_name_it(first, second, is_same):
    assert is_same_house(first, second) is is_same


@pytest.mark.parametrize(
    ("field", "first", "second", "expected"),
    [
        ("year", 2011, 2011, True),
        ("runtime_seconds", 5700, 5520, False),
        ("codes", ["DE", "RU"], ["RU", "DE"], True),
        ("date", "2011", "2011-10-07", True),
        ("date", "2011-09", "2011-10-07", False),
        ("name", "Julie Mahe", "Julie Mahé", False),
        ("name", "“Keeper”  Salin", "'Keeper' Salin", True),
    ],
)
def test_equal_values(field, first, second, expected):
    assert is_equal(field, first, second) is expected


@pytest.mark.parametrize(
    ("second", "is_same"),
    [
        ("Busan Film Festival", True),
        ("BUSAN International Film Festival (BIFF)", True),
        ("Busan International Film Festival : BIFF", True),
        ("Busan Short Film Festival", False),
        ("Bussan Film Festival", False),
    ],
)
def test_festival_with_generic_words_and_abbreviation_is_the_same(second, is_same):
    assert is_same_festival("Busan International Film Festival : BIFF", second) == is_same
    assert is_equal("festival", second, "Busan International Film Festival") == is_same
