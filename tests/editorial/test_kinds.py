"""Kinds of records, and the parts that rooms further out give them."""

import pytest

from assets.models import Image
from editorial import kinds
from editorial.kinds import Kind, Part, extend, kind_of, register
from people.models import Depiction

PEOPLE = Part("people", Depiction, "image")
PLAIN = Kind("sketch", Image, (Part("facts", Image),))


@pytest.fixture(autouse=True)
def own_registry(monkeypatch):
    monkeypatch.setattr(kinds, "_kinds", dict(kinds._kinds))
    monkeypatch.setattr(kinds, "_given", {})


@pytest.mark.parametrize("is_early", [True, False])
def test_kind_has_the_part_given_to_it_before_or_after_it_was_registered(is_early):
    steps = [lambda: extend("sketch", PEOPLE), lambda: register(PLAIN)]
    for step in steps if is_early else reversed(steps):
        step()
    assert kind_of("sketch").parts == (*PLAIN.parts, PEOPLE)
