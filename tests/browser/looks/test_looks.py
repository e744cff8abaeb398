"""Every look in a browser: it fits, everybody can read it, the menu works without script."""

import pytest

from tests.browser.looks.conftest import FILMS
from tests.browser.visitor import find_barriers, overflow

pytestmark = pytest.mark.usefixtures("dressed")


def address_of(look: str, language: str = "en") -> str:
    return f"/{language}/{FILMS[look]}/microsite/"


@pytest.mark.parametrize("width", [390, 820, 1400], ids=lambda width: f"{width}px")
@pytest.mark.parametrize("look", FILMS)
def test_look_fits_and_has_no_barriers(visitor, look, width):
    page = visitor.page(width=width)
    page.goto(address_of(look))
    assert overflow(page) == 0
    assert find_barriers(page) == []


@pytest.mark.parametrize("look", FILMS)
def test_look_fits_narrow_phones_in_german(visitor, look):
    page = visitor.page(width=320, language="de")
    page.goto(address_of(look, "de"))
    assert overflow(page) == 0


@pytest.mark.parametrize("look", ["confetti", "marquee", "dossier"])
def test_menu_of_a_phone_works_without_script(visitor, look):
    page = visitor.page(width=390, java_script_enabled=False)
    page.goto(address_of(look))
    links = page.get_by_role("navigation", name="Pages").get_by_role("link")
    assert links.count() == 0
    page.get_by_role("button", name="Menu").click()
    assert page.locator("#site-nav:popover-open").count() == 1
    links.nth(1).click()
    assert page.locator("#site-nav:popover-open").count() == 0
    assert page.get_by_role("heading", level=1).count() == 1


def test_menu_of_a_phone_can_be_read(visitor):
    page = visitor.page(width=390)
    for look in FILMS:
        page.goto(address_of(look))
        opener = page.get_by_role("button", name="Menu")
        if opener.count():
            opener.click()
            assert find_barriers(page) == []


@pytest.mark.parametrize("look", ["house", "salon"])
def test_only_the_fonts_of_the_look_are_loaded(visitor, look):
    page = visitor.page()
    files = []
    page.on("request", lambda asked: files.append(asked.url.rpartition("/")[2]))
    page.goto(address_of(look))
    page.wait_for_load_state("networkidle")
    families = {name.split("-")[0] for name in files if ".woff2" in name}
    # The billing block has letters of its own, as on every poster.
    assert families - {"sofia"} == (
        {"serif", "sans"} if look == "house" else {"playfair", "garamond"}
    )


def test_paper_gets_the_text_and_no_menu(visitor):
    page = visitor.page()
    page.goto(address_of("marquee"))
    page.emulate_media(media="print")
    assert page.locator(".foot-nav").is_hidden()
    assert page.locator("main").is_visible()
    colour = "getComputedStyle(document.querySelector('.block--text')).backgroundColor"
    assert page.evaluate(colour) == "rgb(255, 255, 255)"
