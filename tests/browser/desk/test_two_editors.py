"""Two editors at one film, a connection that breaks, a browser that dies: nothing is lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import world
from tests.browser.desk.editor import log_in, open_tab
from tests.browser.visitor import Visitor, find_barriers, overflow
from tests.browser.world import EDITOR, PASSWORD

MEMBER = f"""
from django.contrib.auth import get_user_model
from editorial.models import Membership
user, _is_new = get_user_model().objects.get_or_create(username="lars", is_staff=True)
user.set_password("{PASSWORD}")
user.save()
Membership.objects.get_or_create(user=user, role="editor")
"""
TAGLINE, LOGLINE, SHORT = "#id_tagline_de", "#id_logline_de", "#id_synopsis_short_de"
KEPT = """Object.keys(localStorage).some(
  (key) => key.startsWith("lichtspiel-form:") && localStorage[key].includes("Zuletzt getippt"))"""

WITHOUT_REMOVED = """sides => sides.map((side) => {
  for (const word of side.querySelectorAll("del, .visually-hidden")) word.remove();
  return side.textContent.replace(/\\s+/g, " ").trim();
})"""
# Milliseconds after the last key until the browser has kept what was typed.
MOMENT = 1500


@pytest.fixture
def lars(site):
    world.manage(site.environment, "shell", "--verbosity", "0", "--command", MEMBER)
    return "lars"


def open_film(page: Page) -> Page:
    page.goto("/admin/films/film/?q=baikonur")
    page.locator("#result_list tbody th a").first.click()
    open_tab(page, "texts")
    return page


def save(page: Page) -> None:
    page.keyboard.press("Control+s")


def expect_saved(page: Page) -> None:
    expect(page.locator("[data-save-status]")).to_contain_text("Gespeichert", timeout=20_000)
    expect(page.locator("[data-unsaved] > span")).to_be_hidden()


def texts_of(page: Page) -> list[str]:
    page.reload()
    return [page.locator(name).input_value() for name in (TAGLINE, LOGLINE, SHORT)]


def test_two_editors_of_one_film_lose_nothing(visitor: Visitor, lars):
    first = log_in(visitor)
    with first.expect_response("**/editing/**"):
        open_film(first)
    second = open_film(log_in(visitor, lars, width=390))
    expect(second.locator("[data-present] li")).to_contain_text("admin hat dies seit")

    # Different fields are put together.
    first.locator(TAGLINE).fill("Vom einen")
    save(first)
    expect_saved(first)
    second.locator(LOGLINE).fill("Vom anderen")
    save(second)
    expect_saved(second)
    expect(second.locator("[data-meanwhile]")).to_contain_text("admin")
    assert texts_of(first)[:2] == ["Vom einen", "Vom anderen"]
    assert texts_of(second)[:2] == ["Vom einen", "Vom anderen"]

    # The same fields are asked about, one by one; what is not in question comes along.
    first.locator(TAGLINE).fill("Noch einmal vom einen")
    first.locator(LOGLINE).fill("Auch vom einen")
    save(first)
    expect_saved(first)
    second.locator(TAGLINE).fill("Noch einmal vom anderen")
    second.locator(LOGLINE).fill("Auch vom anderen")
    second.locator(SHORT).fill("Nur vom anderen")
    save(second)
    questions = second.locator(".collision")
    questions.nth(1).wait_for()
    assert questions.count() == 2
    assert find_barriers(second, reads_sheets=False) == []
    assert overflow(second) == 0
    sides = questions.nth(0).locator(".collision__text").evaluate_all(WITHOUT_REMOVED)
    assert sides == ["Vom einen", "Noch einmal vom einen", "Noch einmal vom anderen"]
    questions.nth(0).locator("[value=theirs]").check()
    questions.nth(1).locator("[value=mine]").check()
    second.get_by_role("button", name="Mit dieser Auswahl speichern").click()
    second.locator(".messagelist .success").wait_for()
    expected = ["Noch einmal vom einen", "Auch vom anderen", "Nur vom anderen"]
    assert texts_of(first) == texts_of(second) == expected


def test_words_survive_a_broken_connection_and_a_dead_browser(visitor: Visitor):
    page = open_film(log_in(visitor))
    page.context.set_offline(True)
    page.locator(TAGLINE).fill("Ohne Verbindung")
    save(page)
    expect(page.locator("[data-save-status]")).to_contain_text("Keine Verbindung")
    page.context.set_offline(False)
    expect_saved(page)
    assert texts_of(page)[0] == "Ohne Verbindung"

    page.context.set_offline(True)
    page.locator(TAGLINE).fill("Zuletzt getippt")
    page.wait_for_timeout(MOMENT)
    assert page.evaluate(KEPT)
    left = page.context.storage_state()
    page.context.close()
    visitor.contexts.remove(page.context)
    page = open_film(visitor.page(language="de", storage_state=left))
    assert page.locator(TAGLINE).input_value() == "Ohne Verbindung"
    offer = page.locator("[data-local]:not([hidden])")
    offer.wait_for()
    offer.get_by_role("button", name="Wiederherstellen").click()
    page.wait_for_url("**draft=**")
    expect(page.locator(TAGLINE)).to_have_value("Zuletzt getippt")
    open_tab(page, "texts")
    page.get_by_role("button", name="Speichern und weiter bearbeiten").first.click()
    page.locator(".messagelist .success").wait_for()
    assert texts_of(page)[0] == "Zuletzt getippt"
    assert offer.is_hidden()
    assert page.evaluate(KEPT) is False


def switch_account(page: Page, user: str) -> None:
    """Log out and in again, in a second window of the same browser."""
    page.goto("/admin/")
    with page.expect_navigation():
        page.locator("#logout-form").evaluate("form => form.submit()")
    page.goto("/admin/")
    page.get_by_label("Benutzername").fill(user)
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden", exact=True).click()
    page.locator("#user-tools").wait_for()


def test_an_open_form_does_not_save_under_another_account(visitor: Visitor, lars):
    page = open_film(log_in(visitor))
    second = page.context.new_page()
    switch_account(second, lars)
    page.locator(TAGLINE).fill("Nur unter meinem Namen")
    save(page)
    expect(page.locator("[data-save-status]")).to_contain_text("Sie sind abgemeldet")
    switch_account(second, EDITOR)
    save(page)
    expect_saved(page)
    assert texts_of(page)[0] == "Nur unter meinem Namen"
    # Each old token is refused; so is the window's sign that it is still open.
    assert {problem[:4] for problem in visitor.problems} == {"403:"}
    visitor.problems.clear()
