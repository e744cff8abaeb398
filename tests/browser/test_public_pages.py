"""Every kind of public page: it fits, it is quiet, it keeps to itself, everybody can read it."""

import pytest

from tests.browser.visitor import find_barriers, load_pictures, overflow

PAGES = {
    "home": "/{}/",
    "film": "/{}/baikonur/",
    "short film": "/{}/changeover/",
    "microsite": "/{}/every-fifteen-seconds/microsite/",
    "person": "/{}/people/veit-helmer/",
    "screenings": "/{}/screenings/",
    "festivals": "/{}/festivals/",
    "festival": "/{}/festivals/isarlicht-film-festival/",
    "text": "/{}/biography/",
    "legal": "/{}/imprint/",
    "search": "/{}/search/?q=film",
    "nothing found": "/{}/search/?q=zzzz",
    "missing": "/{}/no-such-film/",
}
LANGUAGES = ["en", "de"]
WIDTHS = [390, 1400]


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width}px")
def width(request) -> int:
    return request.param


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PAGES)
def test_page_fits_and_has_no_barriers(visitor, kind, language, width):
    page = visitor.page(width=width, language=language, color_scheme="dark")
    response = page.goto(PAGES[kind].format(language))
    assert response.status == (404 if kind == "missing" else 200)
    assert page.locator("html").get_attribute("lang") == language
    load_pictures(page)
    assert overflow(page) == 0
    dark = find_barriers(page)
    page.emulate_media(color_scheme="light")
    assert (dark, find_barriers(page)) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_visitor_gets_no_cookie_and_leaves_nothing_behind(visitor, language):
    context = visitor.context(language=language)
    page = context.new_page()
    for address in PAGES.values():
        page.goto(address.format(language))
        assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert context.cookies() == []


@pytest.mark.parametrize("width", [320, 768, 2560], ids=lambda width: f"{width}px")
def test_page_fits_other_screens(visitor, width):
    page = visitor.page(width=width, language="de")
    too_wide = {}
    for kind, address in PAGES.items():
        page.goto(address.format("de"))
        too_wide[kind] = overflow(page)
    assert too_wide == dict.fromkeys(PAGES, 0)


def test_entrance_leads_to_the_language_of_the_browser(visitor):
    for language in LANGUAGES:
        page = visitor.page(language=language)
        page.goto("/")
        assert page.url == f"{visitor.url}/{language}/"
