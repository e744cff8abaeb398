"""What stands beside a line."""

import pytest

from sources.desk.foreseeing import Fate, Outlook
from sources.desk.sheet import Entry
from sources.reading.objects import Fact


@pytest.mark.parametrize(("words", "is_long"), [(60, False), (61, True)])
def test_a_quote_is_counted_in_words_as_when_it_is_taken(words, is_long):
    fact = Fact("quotes", {"text": "ferry " * words}, "", 0, 1)
    entry = Entry("q", fact, "", "", "press", Outlook(Fate.KEPT, ""), [], [])
    assert (entry.length, entry.is_long) == (words, is_long)
