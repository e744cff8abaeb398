"""Orders that both sides changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.merging import Conflict, merge
from editorial.merging_order import merge_orders, moved


def rows(*uuids, **values):
    return {"r": [{"uuid": u, "position": n, **values.get(u, {})} for n, u in enumerate(uuids)]}


def order(document):
    return "".join(row["uuid"] for row in document["r"])


@pytest.mark.parametrize(
    ("theirs", "ours", "merged"),
    [
        ("bacdef", "abcdfe", "bacdfe"),  # each moved another row
        ("fabcde", "abcde", "abcde"),  # they moved what we deleted
        ("abxcdef", "abcdefy", "abxcdefy"),  # both added
        ("xabcdef", "yabcdef", "yxabcdef"),  # both added in front
        ("fabcde", "fabcde", "fabcde"),  # the same on both sides
        ("acdefb", "abcde", "acdeb"),
    ],
)
def test_orders_of_both_sides_are_put_together(theirs, ours, merged):
    document, conflicts = merge(rows(*"abcdef"), rows(*theirs), rows(*ours))
    assert (order(document), conflicts) == (merged, [])


def test_numbers_follow_the_order():
    document, _conflicts = merge(rows(*"abcd"), rows(*"dabc"), rows(*"abcdx"))
    assert [row["position"] for row in document["r"]] == [0, 1, 2, 3, 4]


def test_row_that_both_moved_elsewhere_is_a_conflict_and_ours_wins():
    document, conflicts = merge(rows(*"abcd"), rows(*"bcda"), rows(*"bcad"))
    assert order(document) == "bcad"
    assert conflicts == [Conflict(("r", "a", "position"), 3, 2)]


def test_numbers_with_gaps_stay_as_they_were_typed():
    old = {"r": [{"uuid": "a", "position": 0}, {"uuid": "b", "position": 10}]}
    ours = {"r": [{"uuid": "a", "position": 20}, {"uuid": "b", "position": 10}]}
    theirs = {"r": [*old["r"], {"uuid": "c", "position": 30}]}
    document, conflicts = merge(old, theirs, ours)
    assert [(row["uuid"], row["position"]) for row in document["r"]] == [
        ("b", 10), ("a", 20), ("c", 30),
    ]  # fmt: skip
    assert conflicts == []


def test_values_of_rows_are_merged_beside_their_order():
    theirs = rows(*"bac", a={"n": 1})
    document, conflicts = merge(rows(*"abc"), theirs, rows(*"acb", c={"n": 2}))
    assert {row["uuid"]: row.get("n") for row in document["r"]} == {"a": 1, "b": None, "c": 2}
    assert [conflict.path[-1] for conflict in conflicts] in ([], ["position"])


orders = st.permutations("abcdef")


@given(orders, orders, orders)
def test_merged_order_has_every_row_once(old, theirs, ours):
    merged, contested = merge_orders(old, theirs, ours, ours)
    assert sorted(merged) == sorted(ours)
    assert contested <= moved(old, theirs) & moved(old, ours)


@given(orders, orders)
def test_order_changed_on_one_side_is_that_side_s(old, new):
    assert merge_orders(old, new, old, old) == (list(new), set())
    assert merge_orders(old, old, new, new) == (list(new), set())
