"""Names in every spelling: a table of those that are one, and of those that are not."""

from pathlib import Path

import pytest

from people.looking_up import How, find_names
from people.spelling import sounds_of, words_of
from tests.factories import PersonFactory

HERE = Path(__file__).parent
SURE = {How.EXACT, How.BEGINNING, How.SOUND}


def read_groups(file):
    lines = (HERE / file).read_text(encoding="utf-8").splitlines()
    return [line.split(" = ") for line in lines if line and not line.startswith("#")]


ONE_NAME, TRANSLITERATED = read_groups("one_name.txt"), read_groups("transliterated.txt")
OTHERS = read_groups("other_names.txt")


def is_one(first, second):
    return words_of(first) == words_of(second) or bool(sounds_of(first) & sounds_of(second))


def told_apart(group):
    return [(one, other) for one in group for other in group if not is_one(one, other)]


@pytest.mark.parametrize("group", ONE_NAME, ids=lambda group: group[0])
def test_every_spelling_is_taken_for_every_other(group):
    assert told_apart(group) == []


def test_tables_are_long_enough():
    assert len(ONE_NAME) >= 60
    assert len(TRANSLITERATED) >= 20
    assert len(OTHERS) >= 40


@pytest.mark.parametrize("pair", OTHERS, ids=lambda pair: pair[0])
def test_other_names_are_not_taken_for_one(pair):
    assert not is_one(*pair)


@pytest.mark.django_db
@pytest.mark.parametrize("file", ["one_name.txt", "transliterated.txt"])
def test_people_are_found_in_every_spelling_from_every_script(file):
    """The usual name stands in one spelling; all others find it, and sooner than by a slip."""
    groups = read_groups(file)
    missed = []
    for place in (0, -1):
        people = [PersonFactory(name=f"{group[place]} Zabcdq") for group in groups]
        for person, group in zip(people, groups, strict=True):
            for spelling in group:
                found = find_names(f"{spelling} Zabcdq", "person", most=500)
                if found.get(person.pk) not in SURE:
                    missed.append((group[place], spelling))
    assert missed == []
