"""The desk writes, so it has a site of its own."""

import pytest

from tests.browser import world


@pytest.fixture(scope="package")
def site(demo, tmp_path_factory):
    site = world.Site(world.copy(demo, tmp_path_factory.mktemp("desk") / "own"))
    yield site
    site.stop()
