"""A passkey is made and used with Chromium's own software key, under the real policy."""

import pytest

from tests.browser.desk.editor import log_in
from tests.browser.visitor import Visitor, find_barriers, overflow
from tests.browser.world import EDITOR, PASSWORD

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def local_visitor(site, browser):
    """Passkeys belong to a name; an IP address has none."""
    visitor = Visitor(browser, site.url.replace("127.0.0.1", "localhost"))
    yield visitor
    visitor.close()
    assert visitor.problems == []


def plug_in_key(page):
    """Give the page's browser a device that always says yes."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    return session.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})


def test_passkey_is_made_and_logs_in(local_visitor):
    page = local_visitor.page(language="de")
    plug_in_key(page)
    page.goto("/admin/login/?next=/admin/account/passkeys/add/")
    page.get_by_label("Benutzername").fill(EDITOR)
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden", exact=True).click()
    page.get_by_label("Name").fill("Laptop")
    page.get_by_role("button", name="Passkey hinzufügen").click()
    page.wait_for_url("**/admin/account/codes/")
    assert page.locator(".account-codes li").count() == 10
    page.locator(".desk-account > summary").click()
    page.get_by_role("button", name="Abmelden").click()
    page.goto("/admin/films/film/")
    page.get_by_role("button", name="Mit Passkey anmelden").click()
    page.locator("#changelist").wait_for()
    page.goto("/admin/account/passkeys/")
    assert page.locator(".account-keys strong").all_inner_texts() == ["Laptop"]
    page.get_by_role("link", name="Laptop entfernen").click()
    page.get_by_role("button", name="Passkey entfernen").click()
    page.get_by_text("Sie haben noch keinen Passkey.").wait_for()


# What the browser does when a person closes its question.
CLOSED = "navigator.credentials.get = async () => { throw new DOMException('', 'NotAllowedError') }"


def test_question_that_was_closed_is_explained(local_visitor):
    page = local_visitor.page()
    page.add_init_script(CLOSED)
    page.goto("/admin/login/")
    page.get_by_role("button", name="Log in with a passkey").click()
    message = "The passkey was not used: the question was closed, or its time was over."
    page.get_by_text(message).wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
def test_account_pages_have_no_barriers(visitor, width, scheme):
    page = log_in(visitor, width=width, color_scheme=scheme)
    found = {}
    for path in ("", "app/", "passkeys/add/", "passkeys/", "sessions/"):
        page.goto(f"/admin/account/{path}")
        found[path] = [*find_barriers(page, reads_sheets=False), *[overflow(page)] * overflow(page)]
    assert found == {path: [] for path in found}


def test_language_is_chosen_in_the_head(visitor):
    page = log_in(visitor, width=390)
    page.locator(".desk-account > summary").click()
    page.get_by_role("button", name="English").click()
    page.locator("html[lang=en]").wait_for()
    page.goto("/admin/films/film/")
    assert page.locator("html").get_attribute("lang") == "en"
