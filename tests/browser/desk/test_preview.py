"""The preview at the desk and by link, at the width of a desktop and of a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.desk.editor import begin_film, log_in
from tests.browser.visitor import find_barriers, overflow

BAIKONUR = "f49878ee-9e65-570b-a08a-229f9416daa3"


@pytest.mark.parametrize(("way", "inner_width"), [("Desktop", 1400), ("Telefon", 390)])
def test_draft_is_previewed_at_both_widths(visitor, way, inner_width):
    desk = log_in(visitor)
    begin_film(desk, f"High Water {way}", f"Hochwasser {way}")
    desk.locator("#id_title_de").fill("Hochwasser, ungespeichert")
    row = desk.locator(".publishing-row").filter(has_text="Deutsch")
    row.get_by_role("button", name="Speichern und Vorschau").click()
    desk.get_by_role("link", name=way, exact=True).click()
    page = desk.frame_locator(".preview__frame")
    assert page.locator("h1").inner_text() == "Hochwasser, ungespeichert"
    assert page.locator("html").evaluate("() => innerWidth") == inner_width
    frame, stage = (desk.locator(f".preview__{name}").bounding_box() for name in ("frame", "stage"))
    assert frame["x"] + frame["width"] <= stage["x"] + stage["width"] + 1
    assert (overflow(desk), find_barriers(desk, reads_sheets=False)) == (0, [])


def test_link_shows_a_draft_to_outsiders_until_it_is_revoked(visitor):
    desk = log_in(visitor)
    begin_film(desk, "Ebb", "Ablaufend Wasser")
    row = desk.locator(".publishing-row").filter(has_text="Deutsch")
    row.get_by_role("button", name="Speichern und Vorschau").click()
    desk.get_by_role("link", name="Teilen …").click()
    desk.get_by_label("Für wen").fill("Festival")
    desk.get_by_role("button", name="Link erstellen").click()
    url = desk.get_by_label("Link", exact=True).input_value()
    desk.get_by_role("button", name="Kopieren").click()
    desk.get_by_text("Kopiert.").wait_for()
    assert (overflow(desk), find_barriers(desk, reads_sheets=False)) == (0, [])

    outside = visitor.page(language="de", width=390)
    assert outside.goto(url).status == 200
    assert outside.locator("h1").inner_text() == "Ablaufend Wasser"
    outside.locator(".preview-bar").get_by_role("link", name="Microsite").click()
    assert outside.locator(".opening__title").inner_text() == "Ablaufend Wasser"
    assert (overflow(outside), find_barriers(outside)) == (0, [])
    assert outside.context.cookies() == []

    desk.get_by_role("button", name="Zurücknehmen").click()
    desk.locator(".messagelist .success").wait_for()
    assert outside.goto(url).status == 410
    assert outside.locator("h1").inner_text() == "Dieser Link gilt nicht mehr"


def test_slider_shows_the_microsite_on_the_days_of_its_phases(visitor):
    desk = log_in(visitor)
    desk.goto(f"/admin/preview/{BAIKONUR}/?page=microsite&language=de")
    slider, said = desk.locator("#preview-step"), desk.locator("[data-preview-said]")
    phase = desk.frame_locator(".preview__frame").locator(".opening__phase")
    slider.focus()
    desk.keyboard.press("Home")
    for _step in range(int(slider.get_attribute("max"))):
        if "Jetzt im Kino" in said.inner_text():
            break
        desk.keyboard.press("ArrowRight")
    expect(phase).to_contain_text("Jetzt im Kino")
    assert desk.evaluate("() => document.activeElement.id") == "preview-step"
    assert (desk.locator("#preview-on").input_value(), "on=2011-09-01" in desk.url) == (
        "2011-09-01",
        True,
    )
    assert slider.get_attribute("aria-valuetext") == "im Kino Jetzt im Kino 1. September 2011"
    assert (overflow(desk), find_barriers(desk, reads_sheets=False)) == (0, [])

    desk.get_by_role("link", name="Telefon", exact=True).click()
    assert "on=2011-09-01" in desk.url
    expect(phase).to_contain_text("Jetzt im Kino")
    desk.locator("#preview-on").fill("2011-08-20")
    desk.get_by_role("button", name="Anzeigen").click()
    expect(phase).to_contain_text("Ab 1. September 2011")


def test_pages_of_a_microsite_lead_to_each_other_in_the_preview(visitor):
    desk = log_in(visitor)
    desk.goto(f"/admin/preview/{BAIKONUR}/?page=microsite&language=de&on=2011-09-10")
    inside = desk.frame_locator(".preview__frame")
    menu = inside.locator(".site-nav__link")
    name = menu.nth(1).text_content()
    # Other tests may have given the film a look that keeps its menu at the foot.
    menu.nth(1).evaluate("link => link.click()")
    desk.wait_for_url("**microsite=**")
    expect(inside.locator(".site-nav__link[aria-current]").first).to_have_text(name)
    assert "on=2011-09-10" in desk.url
    inside.locator(".languages__item", has_text="English").first.evaluate("link => link.click()")
    desk.wait_for_url("**language=en**")
    expect(inside.locator("html")).to_have_attribute("lang", "en")
    expect(inside.locator(".site-nav__link").nth(1)).to_have_attribute("aria-current", "page")
