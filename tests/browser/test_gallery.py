"""The gallery of a film's page: keys, fingers, captions, lost files, no script."""

import pytest

from tests.browser.visitor import find_barriers, load_pictures

PAGE = "/en/baikonur/"
LINKS = ".stills a.enlarge"
SEEN = ".lightbox__slide:not([inert]) img"


def count(page) -> str:
    return page.locator("dialog[open] .lightbox__count").inner_text()


def file_of(address: str) -> str:
    return address.rpartition("/")[2].partition("-")[0]


def seen(page) -> str:
    """The content of the picture in view, by the place of its slide in the strip."""
    return page.evaluate(
        """() => {
          const strip = document.querySelector("dialog[open] .lightbox__strip");
          const place = Math.round(strip.scrollLeft / strip.clientWidth);
          return strip.children[place].querySelector("img").src.split("/").pop().split("-")[0];
        }"""
    )


@pytest.fixture
def stills(page):
    """The film's page, its stills closed; their number is seven."""
    page.goto(PAGE)
    assert page.locator(LINKS).count() == 7
    return page


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        (["ArrowRight"], 3),
        (["ArrowLeft"], 1),
        (["End"], 7),
        (["Home"], 1),
        (["End", "ArrowRight"], 1),
        (["Home", "ArrowLeft"], 7),
        (["ArrowRight", "ArrowRight", "ArrowRight"], 5),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else str(value),
)
def test_keys_lead_from_picture_to_picture(stills, keys, number):
    stills.locator(LINKS).nth(1).focus()
    stills.keyboard.press("Enter")
    assert count(stills) == "2 of 7"
    for key in keys:
        stills.keyboard.press(key)
    assert count(stills) == f"{number} of 7"
    link = stills.locator(LINKS).nth(number - 1)
    stills.wait_for_function(
        "place => { const s = document.querySelector('dialog[open] .lightbox__strip');"
        " return Math.abs(s.scrollLeft - place * s.clientWidth) < 2; }",
        arg=number - 1,
    )
    assert seen(stills) == file_of(link.get_attribute("href"))
    assert stills.locator(SEEN).get_attribute("alt") == link.locator("img").get_attribute("alt")


def test_focus_goes_in_stays_and_comes_back(stills):
    stills.locator(LINKS).nth(1).click()
    is_inside = "document.activeElement.closest('dialog[open]') !== null"
    for _time in range(8):
        stills.keyboard.press("Tab")
        where = stills.evaluate("document.activeElement.tagName")
        assert where == "BODY" or stills.evaluate(is_inside)
    stills.keyboard.press("ArrowRight")
    stills.keyboard.press("Escape")
    assert stills.locator("dialog[open]").count() == 0
    links = f"[...document.querySelectorAll('{LINKS}')]"
    # The browser itself goes back to the link that was clicked; the script hears of it after that.
    stills.wait_for_function(f"() => {links}.indexOf(document.activeElement) === 2")


def test_buttons_do_what_the_keys_do(stills):
    stills.locator(LINKS).first.click()
    stills.get_by_role("button", name="Next picture").click()
    assert count(stills) == "2 of 7"
    stills.get_by_role("button", name="Previous picture").click()
    assert count(stills) == "1 of 7"
    stills.get_by_role("button", name="Close").click()
    assert stills.locator("dialog[open]").count() == 0


def test_way_back_closes_the_picture_and_stays_on_the_page(stills):
    steps = stills.evaluate("history.length")
    stills.locator(LINKS).nth(1).click()
    stills.go_back()
    stills.locator("dialog[open]").wait_for(state="detached")
    assert stills.url.endswith(PAGE)
    assert stills.evaluate("history.state") is None
    stills.locator(LINKS).nth(1).click()
    stills.keyboard.press("Escape")
    stills.wait_for_function("() => history.state === null")
    assert stills.evaluate("history.length") == steps + 1


def test_picture_has_its_caption_and_credit(stills):
    figure = stills.locator(".stills figure").nth(1)
    stills.locator(LINKS).nth(1).click()
    shown = stills.locator("dialog[open] .lightbox__caption").inner_text().split()
    caption = figure.locator("figcaption").inner_text().split()
    # A credit that all pictures share stands once on the page, and with each one that is enlarged.
    assert shown == [*caption, "©", "Lichtspiel", "authors,", "CC", "BY", "4.0"]
    assert "Photo:" not in shown


def test_dialog_has_no_barriers(stills):
    stills.locator(LINKS).first.click()
    stills.locator(SEEN).wait_for()
    assert find_barriers(stills) == []


def swipe(page, distance: int) -> None:
    """Draw a finger across the middle of the picture, in pixels to the right."""
    session = page.context.new_cdp_session(page)
    start, steps = 195 - distance // 2, 12
    for step in range(steps + 1):
        point = {"x": start + distance * step / steps, "y": 400}
        kind = "touchMove" if step else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
        page.wait_for_timeout(16)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.mark.parametrize(
    ("distances", "number"), [([-220], 2), ([-220, -220], 3), ([-220, 220], 1), ([-20], 1)]
)
def test_finger_moves_the_pictures(visitor, distances, number):
    page = visitor.page(width=390, has_touch=True, is_mobile=True)
    page.goto(PAGE)
    page.locator(LINKS).first.tap()
    for distance in distances:
        swipe(page, distance)
        page.wait_for_timeout(1000)  # the strip snaps
    assert count(page) == f"{number} of 7"
    assert seen(page) == file_of(page.locator(LINKS).nth(number - 1).get_attribute("href"))


def test_picture_fills_the_width_of_a_phone(visitor):
    page = visitor.page(width=390)
    page.goto(PAGE)
    page.locator(LINKS).first.click()
    page.wait_for_function(f"() => document.querySelector('{SEEN}').naturalWidth > 0")
    box = page.locator(SEEN).bounding_box()
    assert (box["x"], box["width"]) == (0, 390)
    assert box["y"] + box["height"] <= 844


def test_poster_is_seen_whole(page):
    page.goto(PAGE)
    page.locator(".posters a.enlarge").first.click()
    page.wait_for_function(f"() => document.querySelector('{SEEN}').naturalWidth > 0")
    box = page.locator(SEEN).bounding_box()
    assert box["height"] == pytest.approx(box["width"] * 1.5, abs=2)
    assert 0 <= box["y"] < box["y"] + box["height"] <= 900


def test_links_lead_to_the_pictures_without_script(visitor):
    page = visitor.page(java_script_enabled=False)
    page.goto(PAGE)
    address = page.locator(LINKS).first.get_attribute("href")
    answer = page.request.get(address)
    assert (answer.status, answer.headers["content-type"]) == (200, "image/jpeg")


def test_gallery_falls_back_to_the_jpeg(page):
    page.goto(PAGE)
    page.route("**/*.avif", lambda route: route.abort())
    page.locator(LINKS).nth(3).click()
    page.wait_for_function(f"() => document.querySelector('{SEEN}').naturalWidth > 0")
    assert page.evaluate(f"document.querySelector('{SEEN}').currentSrc").endswith(".jpg")


def test_lost_small_file_is_replaced_by_the_jpeg(page):
    page.route("**/*.avif", lambda route: route.abort())
    page.goto(PAGE)
    load_pictures(page)
    page.wait_for_function("() => document.querySelector('.hero img').currentSrc.endsWith('.jpg')")
    page.wait_for_function("() => document.querySelector('.hero img').naturalWidth > 0")


def test_lost_picture_leaves_a_field_of_its_shape(page):
    page.goto(PAGE)
    load_pictures(page)
    shapes = "[...document.querySelectorAll('.picture__image')].map((i) => i.offsetHeight)"
    before = page.evaluate(shapes)
    page.route("**/media/renditions/**", lambda route: route.abort())
    page.reload()
    load_pictures(page)
    page.wait_for_function(
        "() => [...document.querySelectorAll('.picture__image')]"
        ".every((image) => image.src.startsWith('data:'))"
    )
    assert page.evaluate(shapes) == before


@pytest.mark.parametrize("density", [2, 3])
def test_upright_phone_gets_an_upright_picture_of_less_than_60_kilobytes(visitor, density):
    page = visitor.page(width=390, device_scale_factor=density)
    with page.expect_response(lambda answer: "-p" in answer.url and ".avif" in answer.url) as found:
        page.goto(PAGE)
    assert 10_000 < len(found.value.body()) < 60_000
    box = page.locator(".hero img").bounding_box()
    assert box["height"] == pytest.approx(box["width"] * 5 / 4, abs=2)
