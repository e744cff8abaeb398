"""Rows of pictures that scroll sideways on a microsite: keys, buttons, no script."""

import pytest

PAGE = "/en/pigeon-post/microsite/"
ROW = ".gallery--slider"


@pytest.fixture
def row(page):
    page.goto(PAGE)
    found = page.locator(ROW)
    found.scroll_into_view_if_needed()
    return found


def place(row) -> int:
    """The number of the picture in view, from 0, when the row lies still."""
    row.evaluate(
        """async (row) => {
          for (let last = -1; last !== row.scrollLeft; ) {
            last = row.scrollLeft;
            await new Promise((done) => setTimeout(done, 200));
          }
        }"""
    )
    return row.evaluate("(row) => Math.round(row.scrollLeft / row.clientWidth)")


def test_keys_lead_from_picture_to_picture(row, page):
    row.focus()
    assert place(row) == 0
    page.keyboard.press("ArrowRight")
    assert place(row) == 1
    page.keyboard.press("ArrowLeft")
    assert place(row) == 0


def test_buttons_lead_to_the_last_picture_and_keep_the_focus(row, page):
    following = page.get_by_role("button", name="Next picture")
    assert page.get_by_role("button", name="Previous picture").get_attribute("aria-disabled") == (
        "true"
    )
    last = row.locator("li").count() - 1
    for number in range(1, last + 1):
        following.click()
        assert place(row) == number
    assert following.get_attribute("aria-disabled") == "true"
    assert following.evaluate("(button) => button === document.activeElement")


def test_row_scrolls_without_script(visitor):
    page = visitor.page(java_script_enabled=False)
    page.goto(PAGE)
    box = page.locator(ROW).locator("li").nth(1)
    box.scroll_into_view_if_needed()
    assert box.bounding_box()["x"] < 400
    assert page.get_by_role("button", name="Next picture").count() == 0
