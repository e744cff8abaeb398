"""Each operation, killed at two instants; `python -m tests.kills` takes more."""

import pytest

from tests.kills.databases import Files
from tests.kills.ground import open_ground
from tests.kills.operations import OPERATIONS

INSTANTS, SEED = 2, 9


@pytest.fixture(scope="module")
def ground(tmp_path_factory, empty_site):
    folder = tmp_path_factory.mktemp("kills")
    with open_ground(folder, INSTANTS, SEED, Files(empty_site)) as ground:
        yield ground


@pytest.mark.parametrize("operation", list(OPERATIONS))
def test_what_is_killed_is_whole_or_absent(ground, operation):
    outcome = OPERATIONS[operation](ground)

    assert (outcome.good, outcome.lost, outcome.problems) == (INSTANTS, 0, [])
