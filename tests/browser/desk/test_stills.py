"""The stills desk by hand: twelve pictures at once, put in order by keyboard, one described."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.desk.editor import log_in
from tests.browser.visitor import find_barriers

BROKEN = 5
NAMES = ".still__name"


def picture(number: int) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((600, 400), 10 + number).convert("RGB").save(buffer, "JPEG")
    return buffer.getvalue()


def files() -> list[dict]:
    return [
        {
            "name": f"new-{number:02}.jpg",
            "mimeType": "image/jpeg",
            "buffer": b"broken" if number == BROKEN else picture(number),
        }
        for number in range(12)
    ]


@pytest.fixture
def stills(visitor):
    """The desk of a film that is not live yet."""
    page = log_in(visitor)
    page.goto("/admin/films/film/add/")
    page.locator("#id_title_en").fill("Stills Desk")
    page.locator("#id_title_de").fill("Bildertisch")
    page.locator("[name=_continue]").last.click()
    page.wait_for_url("**/change/**")
    page.goto(page.url.partition("/change/")[0] + "/stills/")
    return page


def names(page) -> list[str]:
    return page.locator(NAMES).all_inner_texts()


def test_pictures_are_uploaded_ordered_and_described(stills):
    page, failed, wall = stills, [], stills.url

    def fail_once(route):
        if failed:
            return route.continue_()
        failed.append(route.request.url)
        return route.abort()

    page.route("**/stills/upload/", fail_once)
    page.locator("#stills-files").set_input_files(files())
    retry = page.get_by_role("button", name="Fehlgeschlagene noch einmal versuchen")
    retry.wait_for()
    assert page.locator("[data-state=added]").count() == 10
    retry.click()
    page.get_by_text("11 von 12 Dateien, 1 nicht übernommen").wait_for()
    (refused,) = page.locator("[data-state=refused]").all()
    assert refused.inner_text().startswith(f"new-{BROKEN:02}.jpg")
    before = names(page)
    # In the order of choosing, though they arrived in another one.
    assert before == [file["name"] for n, file in enumerate(files()) if n != BROKEN]
    page.locator(".stills__grid[data-state=saved]:not([aria-busy])").wait_for()
    page.reload()
    assert names(page) == before
    assert find_barriers(page, reads_sheets=False) == []

    # Alt and an arrow move the picture in focus; the first is the main one.
    third = page.locator(".still__link").nth(2)
    third.focus()
    page.keyboard.press("Alt+ArrowLeft")
    with page.expect_response("**/stills/order/"):
        page.keyboard.press("Alt+ArrowLeft")
    moved = [before[2], before[0], before[1], *before[3:]]
    assert names(page) == moved
    assert page.locator("[data-spoken]").inner_text() == f"{before[2]}: Platz 1 von 11"
    assert page.locator(".still__main:visible").count() == 1
    # Its buttons do the same.
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    with page.expect_response("**/stills/order/"):
        page.keyboard.press("Enter")
    moved = [before[0], before[2], before[1], *before[3:]]
    page.reload()
    expect(page.locator(NAMES)).to_have_text(moved)

    page.locator(".still__link").first.click()
    page.locator("[data-form]").wait_for()
    for field, text in (("caption_en", "The ferry"), ("caption_de", "Die Fähre")):
        page.locator(f"#id_{field}").fill(text)
        with page.expect_response("**/stills/*-*/"):
            page.locator(f"#id_{field}").blur()
    box = page.locator("[data-focal] img").bounding_box()
    with page.expect_response("**/stills/*-*/"):
        page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.75)
    page.locator("[data-kind=saved]").wait_for()
    assert find_barriers(page, reads_sheets=False) == []
    page.goto(page.locator(".still__link").first.evaluate("link => link.href"))
    shown = [page.locator(f"#id_{name}").input_value() for name in ("caption_en", "caption_de")]
    assert shown == ["The ferry", "Die Fähre"]
    x, y = (int(page.locator(f"#id_focal_{axis}").input_value()) for axis in "xy")
    assert (abs(x - 25) <= 1, abs(y - 75) <= 1) == (True, True)
    assert find_barriers(page, reads_sheets=False) == []

    # Another file: both are shown on the wall, and the former one comes back.
    page.get_by_role("link", name="Zurück zu den Bildern").click()
    page.locator(".still__link").first.click()
    again = {"name": "again.jpg", "mimeType": "image/jpeg", "buffer": picture(99)}
    page.locator("[data-replace] input[type=file]").set_input_files(again)
    page.locator("[data-replace] button").click()
    bar = page.locator("#replaced")
    bar.wait_for()
    assert bar.locator("figcaption").all_inner_texts() == [
        "Frühere Datei: new-00.jpg, 600 × 400",
        "Neue Datei: again.jpg, 600 × 400",
    ]
    assert find_barriers(page, reads_sheets=False) == []
    bar.locator("[value=undo]").click()
    page.locator(".messagelist .success").wait_for()
    page.goto(wall)
    expect(page.locator(NAMES)).to_have_text(moved)
