"""Pictures say what they show, keep their place, arrive, and are never blown up."""

import pytest

from tests.browser.visitor import load_pictures

PAGES = ["/{}/", "/{}/baikonur/", "/{}/changeover/", "/{}/baikonur/microsite/", "/{}/biography/"]
DESCRIBE = """() => [...document.querySelectorAll("img:not(dialog img)")].map((image) => ({
  file: image.currentSrc.split("/").pop(),
  alt: image.alt,
  hasAlt: image.hasAttribute("alt"),
  hasSize: image.width > 0 && ["width", "height"].every((name) => image.getAttribute(name) > 0),
  // naturalWidth follows `sizes`; what the file really has stands in the attribute.
  pixels: image.naturalWidth && Number(image.getAttribute("width")),
  shown: image.getBoundingClientRect().width,
  isOwn: Boolean(image.closest(".hero, .stills, .posters")),
  isPoster: Boolean(image.closest(".posters, .tile__frame--poster")),
}))"""


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("address", PAGES)
def test_pictures_are_described_placed_and_loaded(visitor, address, width, language):
    page = visitor.page(width=width, language=language)
    page.goto(address.format(language))
    load_pictures(page)
    pictures = page.evaluate(DESCRIBE)
    assert pictures
    faults = [p for p in pictures if not (p["hasAlt"] and p["hasSize"] and p["pixels"])]
    assert faults == []


@pytest.mark.parametrize("address", ["/de/", "/de/baikonur/", "/de/every-fifteen-seconds/"])
def test_posters_are_not_larger_than_they_are(visitor, address):
    for width in (390, 1400, 2560):
        page = visitor.page(width=width)
        page.goto(address)
        load_pictures(page)
        posters = [p for p in page.evaluate(DESCRIBE) if p["isPoster"]]
        assert [p for p in posters if p["shown"] > p["pixels"] + 1] == []


def test_film_page_has_a_poster_to_judge(page):
    page.goto("/de/baikonur/")
    load_pictures(page)
    assert [p["isPoster"] for p in page.evaluate(DESCRIBE)].count(True) == 1


def test_pictures_come_in_the_small_formats(page):
    page.goto("/en/baikonur/")
    load_pictures(page)
    # Pictures of other films have only their JPEG here (world.py).
    own = [p for p in page.evaluate(DESCRIBE) if p["isOwn"]]
    assert {p["file"].rpartition(".")[2] for p in own} == {"avif"}


def test_page_keeps_its_place_while_pictures_arrive(visitor):
    page = visitor.page(width=390)
    page.add_init_script(
        """window.shifts = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.shifts += entry.value;
        }).observe({type: "layout-shift", buffered: true});"""
    )
    page.goto("/en/baikonur/")
    load_pictures(page)
    assert page.evaluate("window.shifts") < 0.1
