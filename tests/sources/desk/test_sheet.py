"""A text beside what was understood: which lines a fact goes on over."""

from sources.desk.sheet import _covered
from sources.reading.objects import Fact, lines_of


def test_lines_that_facts_go_on_over_are_visited_once():
    lines = list(lines_of("one\ntwo\nthree\nfour\nfive\n"))
    facts = [
        Fact("texts", {}, "", start, end) for start, end in ((0, 3), (4, 13), (4, 18), (8, 13))
    ]
    assert _covered(lines, facts) == {2, 3}


def test_many_facts_over_many_lines_cost_no_more_than_their_lines():
    lines = list(lines_of("a\n" * 3_000))
    facts = [Fact("texts", {}, "", 2 * number, 6_000) for number in range(3_000)]
    visited = []

    class Counting(list):
        def __getitem__(self, number):
            visited.append(number)
            return super().__getitem__(number)

    assert _covered(Counting(lines), facts) == set(range(1, 3_000))
    assert len(visited) <= 2 * len(lines)
