"""Browser tests: a real site, a real Chromium.

What holds an event loop (Playwright) ends with its folder: Django refuses to use the database
of other tests while a loop runs.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import world
from tests.browser.visitor import ARGUMENTS, PROGRAMS, Visitor, find_program
from tests.migrated import copy_migrated, made_by_one, shared_folder


@pytest.fixture(scope="session")
def program() -> str:
    """The Chromium; a machine that has none skips, a build server fails."""
    found = find_program()
    if found is None:
        reason = f"No browser: none of {', '.join(PROGRAMS)} is on the PATH."
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    return found


@pytest.fixture(scope="session")
def demo(program, empty_site, collected, tmp_path_factory) -> Path:
    """The demo site as a folder to copy, built once for all workers of a run."""
    folder = shared_folder(tmp_path_factory) / "demo-site"
    with made_by_one(folder) as is_mine:
        if is_mine:
            half = folder.with_suffix(".half")
            half.mkdir()
            copy_migrated(empty_site, half)
            (half / "static").symlink_to(collected)
            world.build(half)
            half.rename(folder)
    return folder


@pytest.fixture(scope="package")
def site(demo, tmp_path_factory):
    """The demo site, served; tests of one folder share it."""
    site = world.Site(world.copy(demo, tmp_path_factory.mktemp("site") / "own"))
    yield site
    site.stop()


@pytest.fixture(scope="package")
def browser(program):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visitor(site, browser):
    """Opens pages; errors, violations and foreign requests on them fail the test."""
    visitor = Visitor(browser, site.url)
    yield visitor
    visitor.close()


@pytest.fixture
def page(visitor):
    """One window of ordinary size in English."""
    return visitor.page()


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem):
    """Judge what the visitor saw while the test ran, and keep pictures of a failure."""
    visitor = pyfuncitem.funcargs.get("visitor")
    try:
        result = yield
        if visitor and visitor.problems:
            pytest.fail("\n".join(visitor.problems), pytrace=False)
    except BaseException:
        if visitor:
            visitor.keep_screenshots(pyfuncitem.nodeid)
        raise
    return result


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
