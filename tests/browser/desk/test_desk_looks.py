"""The desk in both themes without a barrier, at every width without a sideways scroll."""

import sqlite3

import pytest

from tests.browser.desk.editor import log_in
from tests.browser.visitor import PHONE_HEIGHT, find_barriers, overflow

LISTS = ["films/film", "people/person", "assets/image", "pages/page", "pages/redirect"]


@pytest.fixture(scope="module")
def pages(site) -> list[str]:
    """The start page, lists, and one form of each kind."""
    path = site.environment["DATABASE_URL"].removeprefix("sqlite:///")
    with sqlite3.connect(path) as database:
        keys = dict(database.execute("SELECT kind, min(id) FROM editorial_record GROUP BY kind"))
    film = f"/admin/films/film/{keys['film']}"
    return [
        "/admin/",
        *(f"/admin/{name}/" for name in LISTS),
        "/admin/films/film/add/",
        *(f"{film}/change/#part-{key}" for key in ("facts", "credits", "pictures", "links")),
        f"{film}/credits/",
        f"{film}/delete/",
        f"{film}/history/",
        f"/admin/people/person/{keys['person']}/change/",
        f"/admin/assets/image/{keys['image']}/change/",
        "/admin/search/?q=an",
        f"/admin/used/assets_image/{keys['image']}/",
        "/admin/password_change/",
        "/admin/nothing/",
    ]


def test_no_page_of_the_desk_has_a_barrier(visitor, pages):
    """In neither theme; each page is opened once, and follows the system."""
    entrance = visitor.page()
    entrance.goto("/admin/")
    assert barriers(entrance) == {"light": [], "dark": []}
    desk = log_in(visitor)
    for address in pages:
        desk.goto("about:blank")
        desk.goto(address)
        assert (address, barriers(desk)) == (address, {"light": [], "dark": []})


def barriers(desk) -> dict[str, list[str]]:
    found = {}
    for scheme in ("light", "dark"):
        desk.emulate_media(color_scheme=scheme)
        found[scheme] = find_barriers(desk, reads_sheets=False)
    return found


def test_no_page_of_the_desk_scrolls_sideways(visitor, pages):
    desk = log_in(visitor, width=390)
    for address in pages:
        desk.goto("about:blank")
        desk.goto(address)
        assert (address, overflows(desk)) == (address, {390: 0, 820: 0})


def overflows(desk) -> dict[int, int]:
    found = {}
    for width in (390, 820):
        desk.set_viewport_size({"width": width, "height": PHONE_HEIGHT})
        found[width] = overflow(desk)
    return found


def test_theme_follows_the_system_until_it_is_chosen(visitor):
    desk = log_in(visitor, color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = desk.evaluate(ground)
    desk.emulate_media(color_scheme="light")
    light = desk.evaluate(ground)
    assert dark != light
    desk.wait_for_load_state()  # only then does the button have its script
    desk.locator(".theme-toggle").click()  # from automatic to the opposite of the system
    assert desk.evaluate(ground) == dark
    desk.reload(wait_until="load")
    assert desk.evaluate(ground) == dark


def test_menu_opens_and_escape_closes_it(visitor):
    desk = log_in(visitor, width=390)
    menu = desk.locator("details.desk-menu").first
    menu.locator("summary").click()
    assert menu.get_by_role("link", name="Spielstätten").is_visible()
    desk.keyboard.press("Escape")
    assert not menu.get_by_role("link", name="Spielstätten").is_visible()


def test_languages_are_one_below_the_other_on_a_tablet(visitor, pages):
    desk = log_in(visitor, width=820)
    desk.goto("/admin/films/film/add/")
    first, second = (desk.locator(f"#id_title_{code}").bounding_box() for code in ("en", "de"))
    assert first["x"] == second["x"]
    assert first["y"] + first["height"] < second["y"]


@pytest.mark.parametrize("width", [390, 1400])
def test_short_form_begins_below_its_title_and_ends_with_the_bar(visitor, width):
    desk = log_in(visitor, width=width)
    desk.goto("/admin/pages/redirect/add/")
    title, field, bar = (
        desk.locator(one).bounding_box() for one in ("h1", "#id_old_path", ".submit-row")
    )
    assert 0 < field["y"] - title["y"] - title["height"] < 60
    assert bar["y"] + bar["height"] == desk.viewport_size["height"]
