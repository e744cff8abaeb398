"""Aspect ratios are written as each language does."""

import pytest
from django.utils import translation

from films.ratios import say_ratio


@pytest.mark.parametrize(
    ("entered", "english", "german"),
    [
        ("1:2.39", "2.39:1", "1:2,39"),
        ("1 : 1,85", "1.85:1", "1:1,85"),
        ("2.40:1", "2.40:1", "1:2,40"),
        ("1:2", "2:1", "1:2"),
        ("16:9", "16:9", "16:9"),
        ("4:3 (silent)", "4:3 (silent)", "4:3 (silent)"),
        ("", "", ""),
    ],
)
def test_ratio_is_written_as_in_the_language(entered, english, german):
    said = []
    for code in ("en", "de"):
        with translation.override(code):
            said.append(say_ratio(entered))
    assert said == [english, german]
