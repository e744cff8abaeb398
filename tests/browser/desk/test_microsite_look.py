"""The look of a microsite by hand, and its own host as visitors find it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.desk.editor import log_in
from tests.browser.visitor import ARGUMENTS, Visitor, find_barriers, overflow

HOST = "sternwarte.localhost"


@pytest.fixture
def desk(visitor):
    """The microsite desk of a film that is live; its address ends in `microsite/`."""
    page = log_in(visitor)
    page.goto("/admin/films/film/?q=baikonur")
    page.locator("#result_list a", has_text="Baikonur").first.click()
    page.wait_for_url("**/change/**")
    page.goto(page.url.partition("/change/")[0] + "/microsite/")
    return page


@pytest.fixture
def stranger(site, browser, program):
    """A visitor whose DNS leads the film's host to this site."""
    rule = f"--host-resolver-rules=MAP {HOST} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    arguments = [rule if a.startswith("--host-resolver") else a for a in ARGUMENTS]
    own = browser.browser_type.launch(executable_path=program, args=arguments)
    stranger = Visitor(own, site.url.replace("127.0.0.1", HOST))
    yield stranger
    stranger.close()
    own.close()


def check(page) -> None:
    """No barrier, and no sideways scroll on a phone and on a desk."""
    assert find_barriers(page, reads_sheets=False) == []
    for width in (390, 1400):
        page.set_viewport_size({"width": width, "height": 900})
        assert (width, overflow(page)) == (width, 0)


def paint(page) -> str:
    """The colour of headings in the preview."""
    frame = page.frame_locator("[data-frame]")
    body = frame.locator("body")
    return body.evaluate("b => getComputedStyle(b).getPropertyValue('--heading').trim()")


def test_look_is_tried_refused_put_right_and_kept(desk):
    page = desk
    page.goto(page.url + "look/")
    page.frame_locator("[data-frame]").locator("main").wait_for()
    check(page)
    page.get_by_role("button", name="Fjord").click()
    page.locator(".messagelist .success").wait_for()
    page.frame_locator("[data-frame]").locator("main").wait_for()
    assert paint(page) == "#0c3b3a"

    page.locator("#id_heading_colour").fill("#123")
    expect(page.locator("[name=heading_colour-pick]")).to_have_value("#0c3b3a")
    page.locator("#id_heading_colour").fill("#112233")
    expect(page.locator("[name=heading_colour-pick]")).to_have_value("#112233")
    page.wait_for_function(
        """() => getComputedStyle(document.querySelector("[data-frame]").contentDocument.body)
             .getPropertyValue("--heading").trim() === "#112233" """
    )
    page.reload()
    assert page.locator("#id_heading_colour").input_value() == "#0c3b3a"  # nothing was saved

    page.locator("[name=text_colour-pick]").fill("#eeeeee")
    expect(page.locator("#id_text_colour")).to_have_value("#eeeeee")
    page.get_by_role("button", name="Speichern", exact=True).last.click()
    page.locator("[name=take]").first.wait_for()
    check(page)
    # The last one takes everything that was proposed.
    page.locator("[name=take]").last.click()
    page.locator(".messagelist .success").wait_for()
    assert page.locator("#id_text_colour").input_value() not in ("", "#eeeeee")


def test_host_is_entered_and_shows_the_microsite_alone(desk, stranger, site):
    page = desk
    page.goto(page.url + "domain/")
    check(page)
    page.get_by_label("Host").fill(" Sternwarte.LOCALHOST. ")
    page.get_by_role("button", name="Speichern", exact=True).click()
    page.locator(".messagelist .success").wait_for()
    check(page)

    visit = stranger.page(language="de")
    visit.goto("/")
    assert visit.url == f"{stranger.url}/de/"
    assert visit.locator("html").get_attribute("lang") == "de"
    assert visit.locator("link[rel=canonical]").get_attribute("href") == f"{stranger.url}/de/"
    assert find_barriers(visit) == []
    assert overflow(visit) == 0
    style = visit.locator("link[href*='/media/styles/']")
    assert style.evaluate("link => link.sheet.cssRules.length") > 0
    legal = visit.get_by_role("link", name="Impressum").last.get_attribute("href")
    assert legal.startswith(f"{site.url}/de/")

    visit.goto(f"{stranger.url}/en/")
    assert re.search(r"Baikonur", visit.title())
    answer = visit.goto(f"{stranger.url}/admin/")
    assert answer.status == 404
    assert visit.locator("main").get_by_role("heading").inner_text() == "Seite nicht gefunden"
    assert find_barriers(visit) == []
    visit.locator("main").get_by_role("link").click()
    assert visit.url == f"{stranger.url}/de/"
    assert stranger.contexts[0].cookies() == []
    assert stranger.problems == []
