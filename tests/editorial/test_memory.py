"""What the process remembers: bounded, and for nobody else when it was made too late."""

import pytest

from editorial import memory
from editorial.memory import forget, remember


@pytest.fixture(autouse=True)
def clean():
    forget()
    yield
    forget()


def kept():
    return [name for (name,) in memory._kept]


def test_what_was_not_asked_for_longest_goes_first(monkeypatch):
    monkeypatch.setattr(memory, "MOST", 3)
    for name in ("a", "b", "c", "a", "d"):
        assert remember((name,), lambda name=name: name.upper()) == name.upper()
    assert kept() == ["c", "a", "d"]
    assert remember(("a",), lambda: "made anew") == "A"
    assert remember(("b",), lambda: "made anew") == "made anew"


def test_what_a_slow_thread_made_is_given_to_it_alone():
    def make():
        forget()  # meanwhile somebody has saved
        return "old"

    assert remember(("slow",), make) == "old"
    assert remember(("slow",), lambda: "new") == "new"
