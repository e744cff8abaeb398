"""How many items one transaction takes."""

from desk.loading.pace import FEWEST_ITEMS, FIRST_ITEMS, MOST_ITEMS, Pace, batches


def test_batches_are_as_long_as_the_pace_wants_them_by_then():
    pace, lengths = Pace(), []
    for batch in batches(range(30), pace):
        lengths.append(len(batch))
        pace.wanted = 4
    assert lengths == [FIRST_ITEMS, 4, 4, 2]


def test_batches_are_never_longer_than_allowed():
    assert list(batches("abc", Pace(), most=2)) == [["a", "b"], ["c"]]


def test_pace_stays_between_its_bounds():
    pace, wanted = Pace(), []
    for seconds in (0, 0, 0, 1000):
        with pace.of(pace.wanted):
            pace.started -= seconds
        pace.held = 0.0  # nobody waits here
        wanted.append(pace.wanted)
    assert wanted == [2 * FIRST_ITEMS, 4 * FIRST_ITEMS, MOST_ITEMS, FEWEST_ITEMS]
    pace.begin()
    assert pace.wanted == FIRST_ITEMS
