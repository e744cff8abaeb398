"""The preview at the desk and by link, at the width of a desktop and of a phone."""

import pytest

from tests.browser.desk.editor import begin_film, log_in
from tests.browser.visitor import find_barriers, overflow


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
    assert outside.locator(".microsite__title").inner_text() == "Ablaufend Wasser"
    assert (overflow(outside), find_barriers(outside)) == (0, [])
    assert outside.context.cookies() == []

    desk.get_by_role("button", name="Zurücknehmen").click()
    desk.locator(".messagelist .success").wait_for()
    assert outside.goto(url).status == 410
    assert outside.locator("h1").inner_text() == "Dieser Link gilt nicht mehr"
