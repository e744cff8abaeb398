"""Five documents on one film, in whatever order: the same facts, nothing double."""

from itertools import combinations
from pathlib import Path

import pytest
from django.conf import settings

from tests.sources.golden.orders import HERE, import_all, read_golden, some_orders

SALT = {path.stem: path.read_text(encoding="utf-8") for path in (HERE / "salt").iterdir()}
# Documents of others that are no part of the project.
SEEDS = Path(settings.BASE_DIR).parent / "shared" / "seeds"
BAIKONUR = {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("order", some_orders(sorted(SALT), 8), ids="-".join)
def test_documents_in_any_order_give_the_same_facts(order):
    assert import_all("salt-lantern", SALT, order) == read_golden("salt")


@pytest.mark.parametrize("pair", list(combinations(sorted(SALT), 2)), ids="-".join)
def test_two_documents_give_the_same_facts_either_way(pair, rolled_back):
    first = rolled_back(lambda: import_all("salt-lantern", SALT, pair))
    assert import_all("salt-lantern", SALT, pair[::-1]) == first


@pytest.mark.skipif(len(BAIKONUR) != 5, reason="the five documents are not here")
@pytest.mark.parametrize("order", some_orders(["000", "001", "002", "003", "004"], 6), ids="-".join)
def test_baikonur_in_any_order(order):
    assert import_all("baikonur", BAIKONUR, order) == read_golden("baikonur")


def test_documents_twice_change_nothing(rolled_back):
    names = sorted(SALT)
    once = rolled_back(lambda: import_all("salt-lantern", SALT, names))
    assert import_all("salt-lantern", SALT, [*names, *names]) == once
