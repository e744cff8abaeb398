"""Three-way merge."""

from hypothesis import given
from hypothesis import strategies as st

from editorial.merging import Conflict, merge

OLD = {"facts": {"year": 2011}, "rows": [{"uuid": "a", "n": 1}, {"uuid": "b", "n": 2}]}


def test_only_theirs_is_taken():
    theirs = {"facts": {"year": 2012}, "rows": OLD["rows"]}
    assert merge(OLD, theirs, OLD) == (theirs, [])


def test_only_ours_is_kept():
    ours = {"facts": {"year": 2010}, "rows": OLD["rows"]}
    assert merge(OLD, OLD, ours) == (ours, [])


def test_different_places_are_both_kept():
    theirs = {"facts": {"year": 2012}, "rows": OLD["rows"]}
    ours = {"facts": {"year": 2011}, "rows": [{"uuid": "a", "n": 5}, {"uuid": "b", "n": 2}]}
    assert merge(OLD, theirs, ours) == ({"facts": {"year": 2012}, "rows": ours["rows"]}, [])


def test_same_place_is_a_conflict_and_ours_wins():
    theirs, ours = {"facts": {"year": 2012}}, {"facts": {"year": 2010}}
    merged, conflicts = merge({"facts": {"year": 2011}}, theirs, ours)
    assert merged == ours
    assert conflicts == [Conflict(("facts", "year"), 2012, 2010)]


def test_row_deleted_by_hand_stays_deleted():
    ours = {**OLD, "rows": [{"uuid": "a", "n": 1}]}
    theirs = {**OLD, "facts": {"year": 2012}}
    assert merge(OLD, theirs, ours)[0]["rows"] == [{"uuid": "a", "n": 1}]


def test_row_deleted_in_the_folder_is_deleted():
    theirs = {**OLD, "rows": [{"uuid": "a", "n": 1}]}
    ours = {**OLD, "facts": {"year": 2012}}
    assert merge(OLD, theirs, ours)[0]["rows"] == [{"uuid": "a", "n": 1}]


def test_what_only_ours_has_is_kept():
    ours = {**OLD, "links": [{"uuid": "c"}]}
    theirs = {**OLD, "facts": {"year": 2012}}
    assert merge(OLD, theirs, ours)[0]["links"] == [{"uuid": "c"}]


documents = st.dictionaries(
    st.sampled_from("abc"),
    st.one_of(st.integers(0, 3), st.dictionaries(st.sampled_from("xy"), st.integers(0, 3))),
)


@given(documents, documents)
def test_merge_with_an_unchanged_side_is_the_other_side(old, new):
    assert merge(old, new, old) == (new, [])
    assert merge(old, old, new) == (new, [])
