"""A page is used with the keyboard alone."""

import pytest

from tests.browser.visitor import load_pictures

PAGES = ["/en/", "/en/baikonur/", "/en/baikonur/microsite/", "/en/biography/", "/en/search/"]
DESCRIBE = """() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  // A tile is marked as a whole, although only its link has the focus, and so is a player, whose
  // controls are the browser's own.
  const wholes = [element.closest("article"), element.closest(".player__frame")];
  const marks = [element, ...wholes].filter(Boolean).map((marked) => {
    const style = getComputedStyle(marked);
    return style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
  });
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return {
    tag: element.tagName,
    href: element.getAttribute("href"),
    hreflang: element.getAttribute("hreflang"),
    isMarked: Math.max(...marks) >= 2,
    isSeen: inside && box.width > 1 && box.height > 1,
  };
}"""


def tab_through(page, limit=240) -> list[dict]:
    """Press Tab until the page has been left, and describe every stop."""
    stops = []
    for _press in range(limit):
        page.keyboard.press("Tab")
        stop = page.evaluate(DESCRIBE)
        if stop["tag"] == "BODY":
            return stops
        stops.append(stop)
    raise AssertionError(f"Tab never left the page: {stops[-3:]}")


@pytest.mark.parametrize("address", PAGES)
def test_every_stop_is_seen_and_marked(page, address):
    page.goto(address)
    load_pictures(page)
    stops = tab_through(page)
    assert stops[0]["href"] == "#content"
    assert [stop for stop in stops if not (stop["isSeen"] and stop["isMarked"])] == []
    assert "de" in [stop["hreflang"] for stop in stops]


@pytest.mark.parametrize("address", PAGES)
def test_skip_link_leads_to_the_content(page, address):
    page.goto(address)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_language_is_changed_by_keyboard(page):
    page.goto("/en/baikonur/")
    while page.evaluate(DESCRIBE)["hreflang"] != "de":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/de/baikonur/")


def test_nothing_moves_for_who_asked_for_calm(visitor):
    page = visitor.page(reduced_motion="reduce")
    for address in PAGES:
        page.goto(address)
        moving = page.evaluate(
            """() => [...document.querySelectorAll("*")].filter((element) => {
              const style = getComputedStyle(element);
              // What a video holds is not laid out and has no style at all.
              return style.display !== "" && style.animationName !== "none"
                || parseFloat(style.transitionDuration) > 0
                || style.scrollBehavior === "smooth";
            }).map((element) => element.className)"""
        )
        assert moving == []
