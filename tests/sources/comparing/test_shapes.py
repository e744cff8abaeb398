"""What claims can say: everything that readers understand, and nothing of a wrong shape."""

import pytest

from sources.comparing.shapes import SHAPES, sound_values, unsound_values
from sources.reading.read import read
from tests.sources.reading import texts


@pytest.mark.parametrize("text", [texts.RECORD, texts.REVIEW], ids=["record", "review"])
def test_everything_understood_has_its_shape(text):
    facts = read(text).facts
    assert len({fact.part for fact in facts}) > 3
    wrong = [(f.part, name) for f in facts for name, _known in unsound_values(f.part, f.values)]
    assert wrong == []
    assert [sound_values(fact.values) for fact in facts] == [fact.values for fact in facts]


def test_wrong_types_and_unknown_names_are_told():
    said = {"name": {"a": 1}, "role": None, "kind": "person", "shoe": "42"}
    assert list(unsound_values("credits", said)) == [("name", True), ("shoe", False)]
    assert set(unsound_values("awards", {"year": True})) == {("year", True)}
    assert all(SHAPES.values())
