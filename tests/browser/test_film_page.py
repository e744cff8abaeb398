"""The film page in its two languages and without its script."""

import pytest


def headings(page) -> list[str]:
    return page.locator("h2:visible").all_inner_texts()


@pytest.mark.parametrize("language", ["en", "de"])
def test_film_page_needs_no_javascript(visitor, language):
    with_script = visitor.page(language=language)
    with_script.goto(f"/{language}/baikonur/")
    page = visitor.page(language=language, java_script_enabled=False)
    page.goto(f"/{language}/baikonur/")
    assert headings(page) == headings(with_script)
    assert page.locator("main").inner_text() == with_script.locator("main").inner_text()
    still = page.request.get(page.locator(".stills .enlarge").first.get_attribute("href"))
    assert (still.status, still.headers["content-type"]) == (200, "image/jpeg")


@pytest.mark.parametrize(("language", "other"), [("en", "de"), ("de", "en")])
@pytest.mark.parametrize("part", ["", "microsite/"])
def test_language_switch_leads_to_the_same_film(visitor, language, other, part):
    page = visitor.page(language=language)
    page.goto(f"/{language}/baikonur/{part}")
    page.locator(f".languages a[hreflang={other}]").first.click()
    page.wait_for_url(f"**/{other}/baikonur/{part}")
    assert page.locator("html").get_attribute("lang") == other
    # The microsite's heading is drawn; its name is what counts.
    assert page.get_by_role("heading", level=1, name="Baikonur", exact=True).count() == 1


def test_search_finds_a_film_and_leads_to_it(visitor):
    page = visitor.page(language="de")
    page.goto("/de/")
    page.locator(".site-header__search").click()
    page.get_by_role("searchbox").fill("Steppe")
    page.keyboard.press("Enter")
    page.locator(".film-row__link").first.click()
    page.wait_for_url("**/de/baikonur/")


def test_cast_leads_to_the_person_and_back_to_the_film(page):
    page.goto("/en/baikonur/")
    page.get_by_role("link", name="Alexander Asochakov").first.click()
    page.wait_for_url("**/en/people/**")
    assert page.locator("h1").inner_text() == "Alexander Asochakov"
    page.get_by_role("link", name="Baikonur").first.click()
    page.wait_for_url("**/en/baikonur/")


def test_film_page_prints_without_screen_furniture(page):
    page.goto("/en/baikonur/")
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert [page.locator(name).first.is_visible() for name in (".languages", ".skip-link")] == [
        False,
        False,
    ]


@pytest.mark.parametrize("width", [820, 1400], ids=lambda width: f"{width}px")
def test_local_navigation_stays_in_sight_and_covers_no_heading(visitor, width):
    page = visitor.page(width=width, reduced_motion="reduce")
    page.goto("/en/changeover/")
    navigation = page.get_by_role("navigation", name="On this page")
    navigation.get_by_role("link", name="Press", exact=True).focus()
    page.keyboard.press("Enter")
    page.locator(".film-nav [aria-current]", has_text="Press").wait_for()
    heading = page.get_by_role("heading", name="Press", exact=True)
    assert navigation.is_visible()
    assert not _overlap(heading.bounding_box(), navigation.bounding_box())


def _overlap(one, other) -> bool:
    return all(
        one[start] < other[start] + other[size] and other[start] < one[start] + one[size]
        for start, size in (("x", "width"), ("y", "height"))
    )
