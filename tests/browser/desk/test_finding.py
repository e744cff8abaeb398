"""The search box of the desk by keyboard, and without any script."""

from playwright.sync_api import expect

from tests.browser.desk.editor import log_in
from tests.browser.visitor import find_barriers

OPTION = "#desk-search-suggestions [role=option]"


def test_suggestions_are_chosen_by_keyboard(visitor):
    desk = log_in(visitor)
    box = desk.get_by_role("combobox", name="Alle Filme, Personen, Bilder … durchsuchen")
    box.press_sequentially("baik")
    expect(desk.locator(OPTION).first).to_be_visible()
    assert box.get_attribute("aria-expanded") == "true"
    assert find_barriers(desk, reads_sheets=False) == []
    box.press("ArrowDown")
    chosen = desk.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert chosen.get_attribute("aria-selected") == "true"
    box.press("Escape")
    expect(desk.locator(OPTION).first).to_be_hidden()
    assert (box.input_value(), box.get_attribute("aria-expanded")) == ("baik", "false")
    box.press("ArrowDown")
    expect(desk.locator(OPTION).first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    desk.wait_for_url("**/admin/films/film/*/change/")
    assert desk.locator("#content h1").inner_text() == "Baikonur"


def test_enter_without_a_choice_shows_everything(visitor):
    desk = log_in(visitor)
    desk.locator("#desk-search").press_sequentially("baikonur")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/admin/search/?q=baikonur")
    assert desk.locator("#found-film + ul a").first.inner_text() == "Baikonur"


def test_search_works_without_script(visitor):
    desk = log_in(visitor, java_script_enabled=False)
    desk.locator("#desk-search").fill("Baikonur")
    desk.locator("#desk-search").press("Enter")
    assert desk.locator("#found-film + ul a").first.inner_text() == "Baikonur"
    assert desk.locator("[role=listbox]").count() == 0
