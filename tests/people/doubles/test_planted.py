"""How many of the planted doubles are proposed, and how many proposals are right."""

import pytest

from people.doubles.finding import find_doubles
from tests.people.doubles.office import plant, read_list

pytestmark = pytest.mark.django_db


def test_list_is_as_it_was_planted():
    entries = read_list()
    marks = [entry.mark for entry in entries]
    doubled = {mark for mark in marks if mark.startswith("D") and marks.count(mark) == 2}
    alike = {mark for mark in marks if mark.startswith("L") and marks.count(mark) == 2}
    assert (len(entries), len(doubled), len(alike)) == (200, 30, 20)


def test_doubles_are_proposed_and_look_alikes_are_not(capsys):
    planted = plant(read_list())
    proposed = [tuple(planted[pk].mark for pk in double.pair) for double in find_doubles()]
    right = {a for a, b in proposed if a == b and a.startswith("D")}
    precision, recall = len(right) / len(proposed), len(right) / 30
    with capsys.disabled():
        print(f"\n{len(proposed)} proposed: precision {precision:.3f}, recall {recall:.3f}")
    assert precision >= 0.95
    assert recall >= 0.9


def test_finding_asks_as_often_for_one_pair_as_for_thirty(django_assert_num_queries):
    entries = read_list()
    plant([entry for entry in entries if entry.mark == "D08"])
    with django_assert_num_queries(5):
        assert len(find_doubles()) == 1
    plant([entry for entry in entries if entry.mark != "D08"])
    with django_assert_num_queries(5):
        find_doubles()
