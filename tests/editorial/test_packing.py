"""Equal documents have one text, and so one hash."""

from editorial.packing import hash_of


def test_hash_does_not_know_the_order_of_keys():
    assert hash_of({"a": 1, "b": 2}) == hash_of({"b": 2, "a": 1})
