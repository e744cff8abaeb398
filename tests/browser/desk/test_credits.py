"""The credits desk by hand: a list is pasted, confirmed, put in order, described, taken back."""

import json

import pytest

from tests.browser.desk.editor import log_in
from tests.browser.visitor import find_barriers, overflow

LIST = """Regie, Karla Brandau; Piet Osterkamp; Jule Wennerholm
Kamera: Tilda Rosenquast
something about the harbour
Mads Ellerbek as Kapitän"""
ROWS = [
    ("Regie", "Karla Brandau"),
    ("Regie", "Piet Osterkamp"),
    ("Regie", "Jule Wennerholm"),
    ("Kamera", "Tilda Rosenquast"),
    ("Besetzung", "Mads Ellerbek"),
]


@pytest.fixture
def desk(visitor, request):
    """The desk of a new film, which has no credits yet."""
    page = log_in(visitor)
    page.goto("/admin/films/film/add/")
    page.locator("#id_title_en").fill(f"Credits {request.node.name}")
    page.locator("[name=_continue]").last.click()
    page.wait_for_url("**/change/**")
    page.goto(page.url.partition("/change/")[0] + "/credits/")
    return page


def check(page) -> None:
    """No barrier, and no sideways scroll on a phone and on a desk."""
    assert find_barriers(page, reads_sheets=False) == []
    for width in (390, 1400):
        page.set_viewport_size({"width": width, "height": 900})
        assert (width, overflow(page)) == (width, 0)


def names(page, section: str) -> list[str]:
    return page.locator(f"[aria-labelledby=section-{section}] .credit__name b").all_inner_texts()


def row_of(page, name: str):
    return page.locator(f".credit[data-name={json.dumps(name)}]")


def paste(page) -> None:
    page.get_by_role("link", name="Liste einfügen").click()
    page.get_by_label("Liste der Nennungen").fill(LIST)
    check(page)
    page.get_by_role("button", name="Liste auswerten").click()
    page.locator(".paste__table").wait_for()


def test_list_is_pasted_confirmed_and_edited_row_by_row(desk):
    page = desk
    check(page)
    paste(page)
    fields = [page.locator(f"[name$=-{name}]:visible") for name in ("role", "name")]
    shown = [field.evaluate_all("all => all.map((one) => one.value)") for field in fields]
    assert list(zip(*shown, strict=True)) == ROWS
    unread = page.get_by_label("Zeile 1")
    assert unread.input_value() == "something about the harbour"
    check(page)
    unread.fill("")
    page.get_by_role("button", name="Diese Nennungen hinzufügen").click()
    page.locator(".credits-section").first.wait_for()
    assert page.locator(".messagelist li").inner_text() == "5 Nennungen hinzugefügt."
    assert names(page, "direction") == ["Karla Brandau", "Piet Osterkamp", "Jule Wennerholm"]

    # Alt and an arrow move the row in focus within its role, and the place is said.
    row_of(page, "Jule Wennerholm").locator("[data-edit]").focus()
    with page.expect_response("**/credits/act/"):
        page.keyboard.press("Alt+ArrowUp")
    page.locator("[data-status]", has_text="Jule Wennerholm: 2 von 3").wait_for(state="attached")
    # The mouse drags it by its grip.
    with page.expect_response("**/credits/act/"):
        target = row_of(page, "Karla Brandau")
        row_of(page, "Piet Osterkamp").locator(".credit__grip").drag_to(
            target, target_position={"x": 200, "y": 3}
        )
    page.reload()
    assert names(page, "direction") == ["Piet Osterkamp", "Karla Brandau", "Jule Wennerholm"]

    # A row opens below itself and is saved from the keyboard.
    row = row_of(page, "Tilda Rosenquast")
    row.locator("[data-edit]").focus()
    page.keyboard.press("Enter")
    row.get_by_label("Genannt als").fill("T. Rosenquast")
    check(page)
    page.keyboard.press("Control+s")
    row.locator(".credit__mark", has_text="als „T. Rosenquast“").wait_for()

    # Who is not known yet is made on the way, as the page says before.
    page.get_by_role("link", name="Nennung hinzufügen").click()
    form = page.locator("[data-credit-form]")
    form.get_by_label("Tätigkeit", exact=True).select_option(label="Musik")
    form.get_by_label("Name", exact=True).fill("Ronja Falkengren")
    page.locator(
        "[data-hint]", has_text="Noch niemand dieses Namens: Es wird eine neue Person angelegt."
    ).wait_for(state="attached")
    page.keyboard.press("Enter")
    row_of(page, "Ronja Falkengren").wait_for()
    assert names(page, "music") == ["Ronja Falkengren"]

    # What was deleted by mistake comes back where it was, with all it said.
    assert page.locator("[data-total-one]").inner_text() == "6 Nennungen"
    page.get_by_role("button", name="Löschen: Tilda Rosenquast").click()
    gone = page.locator(".credit--gone")
    gone.get_by_text("Gelöscht: Tilda Rosenquast").wait_for()
    assert gone.evaluate("row => row.clientHeight < 80 && row.scrollWidth <= row.clientWidth")
    assert page.locator("[data-total-one]").inner_text() == "5 Nennungen"
    page.get_by_role("button", name="Zurücknehmen: Tilda Rosenquast").click()
    row_of(page, "Tilda Rosenquast").wait_for()
    assert page.locator("[data-total-one]").inner_text() == "6 Nennungen"
    check(page)
    page.reload()
    assert row_of(page, "Tilda Rosenquast").locator(".credit__mark").inner_text() == (
        "als „T. Rosenquast“"
    )


def test_what_was_typed_is_asked_for_before_the_page_is_left(desk):
    page = desk
    page.get_by_role("link", name="Nennung hinzufügen").click()
    page.locator("[data-credit-form] [name=name]").fill("Ronja Falkengren")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Liste einfügen").click()
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert page.locator("[data-credit-form] [name=name]").input_value() == "Ronja Falkengren"
