"""The press gets what it came for: three clicks from home to a still and the German synopsis."""

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.visitor import find_barriers, overflow, pasted

PAGES = {"room": "/{}/press/", "area": "/{}/baikonur/press/"}


# Counts what a hand does, over all pages of the visit.
COUNT_CLICKS = """addEventListener("click", (event) => {
  if (event.isTrusted) sessionStorage.clicks = Number(sessionStorage.clicks || 0) + 1;
}, true);"""


def open_area(visitor, width: int):
    """Go from home to Baikonur's press area, as one does at this width, and return the page."""
    page = visitor.page(width=width)
    page.add_init_script(COUNT_CLICKS)
    page.goto("/en/")
    # On a phone the main menu would have to be opened; the footer has the same link.
    is_phone = width < 800
    around = page.get_by_role("contentinfo") if is_phone else page.get_by_role("banner")
    around.get_by_role("link", name="Press", exact=True).click()
    page.locator(".press-films").get_by_role("link", name="Baikonur").click()
    page.wait_for_url("**/en/baikonur/press/")
    return page


def clicks(page) -> int:
    return int(page.evaluate("sessionStorage.clicks"))


@pytest.mark.parametrize("width", [390, 1400])
def test_three_clicks_lead_from_home_to_a_still_in_high_resolution(visitor, width):
    page = open_area(visitor, width)
    with page.expect_download() as waiting:
        page.locator("section[aria-labelledby=stills] .press-get a").first.click()
    download = waiting.value
    assert clicks(page) == 3
    assert download.suggested_filename == "baikonur_still_01.jpg"
    with Image.open(download.path()) as picture:
        assert (picture.format, picture.size) == ("JPEG", (1800, 1200))


@pytest.mark.parametrize("width", [390, 1400])
def test_three_clicks_lead_from_home_to_the_german_synopsis(visitor, width):
    page = open_area(visitor, width)
    assert not page.locator("#synopsis-short-de").is_visible()
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="Deutsch").click()
    expect(page.locator("#synopsis-short-de")).to_be_in_viewport()
    assert clicks(page) == 3


def test_text_is_copied_and_said(visitor):
    context = visitor.context(language="de")
    context.grant_permissions(["clipboard-write"])
    page = context.new_page()
    page.goto("/de/baikonur/press/")
    text = page.locator("#logline-de").inner_text()
    button = page.get_by_role("button", name="Kopieren: Logline")
    button.click()
    page.wait_for_function("() => document.getElementById('copied').textContent")
    assert pasted(page) == text.strip()
    assert page.locator("#copied").text_content() == "Logline: Kopiert"


def test_without_script_there_are_texts_and_no_buttons(visitor):
    page = visitor.page(java_script_enabled=False)
    page.goto("/en/baikonur/press/")
    assert page.locator("#logline-en").is_visible()
    assert page.get_by_role("button", name="Copy").count() == 0


@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("scheme", ["dark", "light"])
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", PAGES)
def test_pages_of_the_press_fit_and_everybody_can_read_them(visitor, name, language, width, scheme):
    page = visitor.page(width=width, language=language, color_scheme=scheme)
    page.goto(PAGES[name].format(language))
    assert overflow(page) <= 0
    assert find_barriers(page) == []
