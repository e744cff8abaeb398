"""What stands for somebody of whom there is no picture."""

import pytest

from microsites.initials import initials_of


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Marie de Villepin", "MV"),
        ("Alexander Asochakov", "AA"),
        ("Пётр Ёлкин", "ПЁ"),
        ("Bo", "B"),
        ("Predrag 'Miki' (senior)", "P"),
        ("", ""),
    ],
)
def test_initials_are_those_of_first_and_last_name(name, initials):
    assert initials_of(name) == initials
