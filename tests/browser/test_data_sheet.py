"""A programmer fills a form from the German data sheet, with the keyboard alone."""

import pytest

from tests.browser.visitor import find_barriers, overflow, pasted

PAGE = "/{}/baikonur/press/data-sheet/"


def test_field_is_copied_with_the_keyboard_and_said(visitor):
    context = visitor.context(language="de")
    context.grant_permissions(["clipboard-write"])
    page = context.new_page()
    page.goto(PAGE.format("de"))
    button = page.get_by_role("button", name="Kopieren: Inhalt, lang")
    page.get_by_role("button", name="Kopieren: Inhalt, mittel").focus()
    page.keyboard.press("Tab")
    assert button.evaluate("button => button === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.getElementById('copied').textContent")
    assert page.locator("[role=status]").text_content() == "Inhalt, lang: Kopiert"
    copied = pasted(page)
    counted = page.locator(".sheet__text", has=button).locator(".sheet__length").inner_text()
    assert f", {len(copied)} Zeichen" in counted


def test_without_script_there_are_fields_and_no_buttons(visitor):
    page = visitor.page(java_script_enabled=False)
    page.goto(PAGE.format("en"))
    assert page.locator("#field-runtime").inner_text() == "95 min (1:35:00)"
    assert page.get_by_role("button", name="Copy").count() == 0


@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_page_fits_and_everybody_can_read_it(visitor, width, scheme):
    page = visitor.page(width=width, language="de", color_scheme=scheme)
    page.goto(PAGE.format("de"))
    assert overflow(page) <= 0
    assert find_barriers(page) == []
