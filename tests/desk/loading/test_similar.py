"""Names that look alike: the same answer as asking every known name in turn."""

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from desk.loading.similar import SIMILAR, SimilarNames

# Few letters, so that many of the names are nearly alike.
NAMES = st.lists(st.text("abcde é", max_size=14), max_size=30)


def first_by_hand(names, name):
    return next((n for n in names if SequenceMatcher(None, n, name).ratio() >= SIMILAR), None)


@given(NAMES, NAMES, st.text("abcde é", max_size=14))
def test_similar_names_answer_as_asking_each(read, added, name):
    known = SimilarNames(read)
    for other in added:
        known.add(other)

    assert known.first_like(name) == first_by_hand([*read, *added], name)


def test_similar_names_find_a_slip_among_thousands():
    known = SimilarNames(f"person of number {n:05}" for n in range(5000))
    known.add("ada lindqvist")
    known.add("ada lindqwist")

    assert known.first_like("ada lindkvist") == "ada lindqvist"
    assert known.first_like("nobody") is None
