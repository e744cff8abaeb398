"""The microsite desk by keyboard: a page of three blocks, put in order, seen in the preview."""

import json

import pytest

from tests.browser.desk.editor import log_in
from tests.browser.visitor import find_barriers, overflow


@pytest.fixture
def desk(visitor, request):
    """The microsite desk of a new film, which has no pages of its own yet."""
    page = log_in(visitor)
    page.goto("/admin/films/film/add/")
    page.locator("#id_title_en").fill(f"Night Ferry {request.node.name}")
    page.locator("#id_title_de").fill(f"Nachtfähre {request.node.name}")
    page.get_by_label("Kurzinhalt (Deutsch)").fill("Eine Fähre quert zum letzten Mal den Sund.")
    page.get_by_label("Jahr").fill("2014")
    page.locator("[name=_continue]").last.click()
    page.wait_for_url("**/change/**")
    page.goto(page.url.partition("/change/")[0] + "/microsite/")
    return page


def check(page) -> None:
    """No barrier, and no sideways scroll on a phone and on a desk."""
    assert find_barriers(page, reads_sheets=False) == []
    for width in (390, 1400):
        page.set_viewport_size({"width": width, "height": 900})
        assert (width, overflow(page)) == (width, 0)


def add_block(page, kind: str, **texts: str) -> None:
    """Choose a kind in the palette, fill in what is given, and save, all by keyboard."""
    if page.locator("[data-palette]").get_attribute("open") is None:
        page.locator("[data-palette] > summary").focus()
        page.keyboard.press("Enter")
    page.locator(f"button[name=kind][value={kind}]").focus()
    page.keyboard.press("Enter")
    form = page.locator("[data-rows=blocks] [data-form]")
    form.wait_for()
    for name, text in texts.items():
        form.locator(f"[name={name}]").focus()
        page.keyboard.type(text)
    page.keyboard.press("Control+s")
    form.wait_for(state="detached")


def names(page, table: str = "blocks") -> list[str]:
    rows = page.locator(f"[data-rows={table}] > li")
    return rows.evaluate_all("rows => rows.map((row) => row.dataset.name)")


def row_of(page, name: str):
    return page.locator(f"[data-row][data-name={json.dumps(name, ensure_ascii=False)}]")


def test_page_of_three_blocks_is_built_by_keyboard_and_seen_in_the_preview(desk):
    page = desk
    check(page)
    page.get_by_role("link", name="Mit einer leeren Seite beginnen").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Titel (Deutsch)").focus()
    page.keyboard.type("Der Film")
    page.keyboard.press("Enter")
    page.locator("[data-palette]").wait_for()

    add_block(page, "text", heading_de="Worum es geht", text_de="Nebel über dem Sund.")
    add_block(page, "timeline", heading_de="Drehtagebuch")
    add_block(page, "hero")
    assert names(page) == ["Text: Worum es geht", "Tagebuch: Drehtagebuch", "Kopf der Seite"]
    check(page)

    # Entries follow one another without a hand at the mouse.
    diary = row_of(page, "Tagebuch: Drehtagebuch")
    diary.locator("[data-entries]").focus()
    page.keyboard.press("Enter")
    diary.locator("[data-new]").focus()
    page.keyboard.press("Enter")
    for day, text in ((1, "Ablegen"), (2, "Sturm")):
        form = diary.locator("[data-form]")
        form.locator("[name=number]").fill(str(day))
        form.locator("[name=title_de]").fill(text)
        page.keyboard.press("Control+Enter")
        row_of(page, f"{day} · {text}").wait_for()
    diary.locator("[data-form] [name=title_de]").focus()
    page.keyboard.press("Escape")
    assert diary.locator("[data-entries] small").inner_text() == "2"
    check(page)

    # Alt and an arrow move the block in focus; its place is said, the focus stays.
    row_of(page, "Kopf der Seite").locator("[data-edit]").first.focus()
    for place in (2, 1):
        with page.expect_response("**/microsite/act/"):
            page.keyboard.press("Alt+ArrowUp")
        page.locator("[data-status]", has_text=f"Kopf der Seite: {place} von 3").wait_for(
            state="attached"
        )
    assert page.evaluate("document.activeElement.closest('[data-row]').dataset.name") == (
        "Kopf der Seite"
    )

    # Deleted, and brought back with its entries.
    diary.locator("[name=delete]").first.focus()
    page.keyboard.press("Enter")
    page.locator(".microsite-gone button").wait_for()
    page.keyboard.press("Enter")
    diary.wait_for()
    assert diary.locator("[data-entries] small").inner_text() == "2"

    page.reload()
    assert names(page) == ["Kopf der Seite", "Text: Worum es geht", "Tagebuch: Drehtagebuch"]
    page.locator("[data-frame-switch]").click()
    shown = page.frame_locator("[data-frame] iframe")
    shown.get_by_role("heading", name="Worum es geht").wait_for()
    shown.get_by_text("Nebel über dem Sund.").wait_for()
    shown.get_by_role("heading", name="Drehtagebuch").wait_for()
    shown.get_by_text("Sturm").first.wait_for()

    # The preview follows what is saved.
    row_of(page, "Text: Worum es geht").locator("[data-edit]").click()
    form = page.locator("[data-rows=blocks] [data-form]")
    form.locator("[name=heading_de]").fill("Die letzte Fahrt")
    page.keyboard.press("Control+s")
    shown.get_by_role("heading", name="Die letzte Fahrt").wait_for()


def test_what_was_typed_is_asked_for_before_the_page_is_left(desk):
    page = desk
    page.get_by_role("button", name="Mit den üblichen Seiten beginnen").click()
    page.locator("[data-rows=blocks] [data-edit]").nth(1).click()
    page.locator("[data-form] input[name^=heading]").first.fill("Typed")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Zurück zum Film").click()
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert page.locator("[data-form] input[name^=heading]").first.input_value() == "Typed"
