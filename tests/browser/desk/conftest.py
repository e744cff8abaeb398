"""Journeys: what an editor does from the first click to the public page."""

from pathlib import Path

import pytest

from tests.browser.fixtures import (  # noqa: F401
    browser,
    demo,
    page,
    program,
    pytest_pyfunc_call,
    site,
    visitor,
)

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
