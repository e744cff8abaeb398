"""Orders that are put together: nobody's move undoes what another added."""

import pytest

from films.stills_desk.ordering import bring_forward, merge_order, move


@pytest.mark.parametrize(
    ("current", "wanted", "merged"),
    [
        ("abcd", "dcba", "dcba"),
        ("abcd", "", "abcd"),
        ("abXcd", "dcba", "dcXba"),
        ("Xabc", "cab", "Xcab"),
        ("abc", "cZba", "cba"),
        ("abc", "aab", "abc"),
        ("", "ab", ""),
    ],
    ids=["all", "none", "one added", "first added", "one removed", "twice", "empty"],
)
def test_unknown_items_keep_their_place_and_gone_ones_are_dropped(current, wanted, merged):
    assert "".join(merge_order(current, wanted)) == merged


@pytest.mark.parametrize(
    ("chosen", "step", "moved"),
    [("c", -1, "acbd"), ("a", -1, "abcd"), ("d", 1, "abcd"), ("bc", -1, "bcad"), ("ab", 1, "cabd"),
     ("ad", -1, "abdc"), ("abcd", 1, "abcd")],
)  # fmt: skip
def test_chosen_items_move_together_and_stop_at_the_ends(chosen, step, moved):
    assert "".join(move("abcd", set(chosen), step)) == moved


def test_chosen_items_come_to_the_front_in_their_order():
    assert "".join(bring_forward("abcd", {"d", "b"})) == "bdac"
