"""What an editor types: kept until it is answered, found again, and nothing moves meanwhile."""

from playwright.sync_api import Page, expect

from tests.browser.desk.editor import log_in, open_tab
from tests.browser.visitor import Visitor

TITLE, YEAR, LOGLINE = "#id_title_de", "#id_year", "#id_logline_de"


def open_film(page: Page) -> str:
    page.goto("/admin/films/film/?q=baikonur")
    address = page.locator("#result_list a[href*='/change/']").first.get_attribute("href")
    page.goto(address.partition("?")[0])
    return page.url


def save(page: Page) -> None:
    page.keyboard.press("Control+s")


def test_unanswered_draft_waits_and_says_what_it_holds(visitor: Visitor):
    page = log_in(visitor)
    address = open_film(page)
    expect(page.locator("[data-decide]")).to_be_hidden()
    drafts = page.locator("[data-draft]").count()
    before = [page.locator(field).input_value() for field in (TITLE, YEAR, LOGLINE)]
    page.locator(TITLE).fill("Wichtiger Titel")
    page.locator(YEAR).fill("9999")
    save(page)
    page.locator("[data-error-summary]").wait_for()
    page.wait_for_load_state()
    expect(page.locator("[data-error-summary]")).to_be_focused()

    page.goto(address)
    open_tab(page, "texts")
    place = page.locator("[name=_save]").bounding_box()
    page.locator(LOGLINE).fill("Etwas ganz anderes")
    expect(page.locator("[data-unsaved]")).to_contain_text("Nicht gespeichert")
    save(page)
    expect(page.locator("[data-save-status]")).to_contain_text("noch nicht online")
    expect(page.locator("[data-chips]")).to_contain_text("DE online, geändert")
    expect(page.locator(LOGLINE)).to_be_focused()
    assert page.locator("[name=_save]").bounding_box() == place

    page.goto(address)
    expect(page.locator("[data-draft]")).to_have_count(drafts + 1)
    page.locator("[data-draft]").first.get_by_role("link", name="Wiederherstellen").click()
    expect(page.locator("[data-typed-note] a").first).to_have_text("Titel (Deutsch)")
    expect(page.locator(TITLE)).to_have_value("Wichtiger Titel")
    page.locator(YEAR).fill("2012")
    with page.expect_navigation():
        save(page)
    expect(page.locator(YEAR)).to_be_focused()
    assert page.url.partition("#")[0] == address
    expect(page.locator("[data-draft]")).to_have_count(drafts)
    expect(page.locator(LOGLINE)).to_have_value("Etwas ganz anderes")

    # Other tests look for the film by its title.
    page.locator(TITLE).fill(before[0])
    page.locator(YEAR).fill(before[1])
    open_tab(page, "texts")
    page.locator(LOGLINE).fill(before[2])
    save(page)
    expect(page.locator("[data-save-status]")).to_contain_text("Gespeichert")


def test_empty_title_is_warned_of_at_its_field(visitor: Visitor):
    page = log_in(visitor)
    open_film(page)
    before = page.locator(TITLE).input_value()
    page.locator(TITLE).fill("")
    save(page)
    expect(page.locator("[data-finding]")).to_have_text("Der Titel fehlt.")
    expect(page.locator("#id_title_de-finding")).to_have_text("Der Titel fehlt.")
    page.locator(TITLE).fill(before)
    save(page)
    expect(page.locator("[data-finding]")).to_have_count(0)
    expect(page.locator("#id_title_de-finding")).to_have_count(0)


def test_name_that_is_not_found_is_added(visitor: Visitor):
    page = log_in(visitor)
    open_film(page)
    open_tab(page, "screenings")
    page.locator("#screenings-0 .select2-selection").first.click()
    page.keyboard.type("Kino Mondpalast")
    expect(page.locator(".picker-add")).to_have_text("„Kino Mondpalast“ hinzufügen")
    expect(page.locator(".select2-results__message")).to_be_visible()
    with page.expect_popup() as opened:
        page.keyboard.press("Enter")
    expect(opened.value.locator("#id_name")).to_have_value("Kino Mondpalast")


def test_publishing_later_unfolds_where_it_was_pressed(visitor: Visitor):
    page = log_in(visitor)
    open_film(page)
    later = page.locator(".publishing-schedule > summary").first
    before = later.bounding_box()
    later.click()
    assert later.bounding_box() == before
