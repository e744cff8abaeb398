"""The press gets what it came for: three clicks from home to a still and the German synopsis."""

import pytest

from tests.browser.visitor import find_barriers, overflow

PAGES = {"room": "/{}/press/", "area": "/{}/baikonur/press/"}


def test_three_clicks_lead_to_a_still_in_high_resolution_and_the_german_synopsis(page):
    page.goto("/en/")
    page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Press").click()
    page.locator(".press-films").get_by_role("link", name="Baikonur").click()
    with page.expect_download() as waiting:
        page.locator("#stills + .press-pictures").get_by_role("link", name="Download").first.click()
    download = waiting.value
    assert download.suggested_filename == "baikonur_still_01.jpg"
    assert download.path().read_bytes()[:3] == b"\xff\xd8\xff"

    page.goto("/en/")
    page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Press").click()
    page.locator(".press-films").get_by_role("link", name="Baikonur").click()
    page.locator("summary", has_text="Deutsch").click()
    assert page.locator("#synopsis-long-de").is_visible()


def test_text_is_copied_and_said(visitor):
    context = visitor.context(language="de")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto("/de/baikonur/press/")
    text = page.locator("#logline-de").inner_text()
    button = page.get_by_role("button", name="Kopieren: Logline")
    button.click()
    page.wait_for_function("document.getElementById('copied').textContent")
    assert page.evaluate("navigator.clipboard.readText()") == text.strip()
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
