"""What an editor does with hands and eyes at the German desk."""

import io
import re

from PIL import Image
from playwright.sync_api import Locator, Page

from tests.browser.visitor import Visitor
from tests.browser.world import EDITOR, PASSWORD

LOGIN = "/admin/login/"


def log_in(visitor: Visitor, user: str = EDITOR, **options) -> Page:
    """Open the desk in a window of its own, with a session of its own."""
    page = visitor.page(language="de", **options)
    send_login(page, user)
    page.goto("/admin/")
    page.locator("#user-tools").wait_for()
    return page


def send_login(page: Page, user: str) -> None:
    """Send the form without drawing it; test_passkeys fills it in by hand."""
    page.request.get(LOGIN)
    cookies = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    form = {"username": user, "password": PASSWORD, "csrfmiddlewaretoken": cookies["csrftoken"]}
    answer = page.request.post(LOGIN, form=form, max_redirects=0)
    assert answer.status == 302


def begin_film(page: Page, title_en: str, title_de: str) -> None:
    """Open the list, add a film, fill in what the first page asks, and save."""
    page.goto("/admin/")
    page.locator("#content-main").get_by_role("link", name="Filme", exact=True).last.click()
    page.get_by_role("link", name="Film hinzufügen").click()
    page.locator("#id_title_en").fill(title_en)
    page.locator("#id_title_de").fill(title_de)
    page.get_by_label("Kurzinhalt (Englisch)").fill("A ferry crosses the sound for the last time.")
    page.get_by_label("Kurzinhalt (Deutsch)").fill("Eine Fähre quert zum letzten Mal den Sund.")
    page.get_by_label("Jahr").fill("2014")
    page.get_by_role("button", name="Speichern und weiter bearbeiten").first.click()
    page.locator(".messagelist .success").wait_for()


def open_tab(page: Page, key: str) -> None:
    page.locator(f"#tab-{key}").click()
    page.locator(f"#part-{key}").wait_for()


def add_row(page: Page, word: str) -> None:
    """Open the tab in which such rows stand, and add one."""
    link = page.locator(".add-row").get_by_text(f"{word} hinzufügen", exact=True)
    panel = page.locator(".tab-panel").filter(has=link).get_attribute("id")
    open_tab(page, panel.removeprefix("part-"))
    link.click()


def choose_still(page: Page, name: str, content: bytes) -> None:
    """Choose a file in a new row of the film's pictures."""
    add_row(page, "Bild des Films")
    row = page.locator("#placements-0")
    row.locator("select[name$=usage]").select_option(label="Szenenbild")
    file = {"name": name, "mimeType": "image/jpeg", "buffer": content}
    row.locator("input[type=file]").set_input_files(file)


def row_of(page: Page, language: str = "Deutsch") -> Locator:
    """The language's row in the panel of publication."""
    return page.locator(".publishing-row").filter(has_text=re.compile(rf"^\s*{language}"))


def plan(page: Page, moment: str, language: str = "Deutsch") -> None:
    """Unfold the row's schedule and enter a moment."""
    row = row_of(page, language)
    row.locator(".publishing-schedule > summary").click()
    row.get_by_label("Datum und Uhrzeit").fill(moment)


def ask(page: Page, name: str, language: str = "Deutsch") -> None:
    """Press what stands in the language's row: a page asks before it happens."""
    row = row_of(page, language)
    row.get_by_role("button", name=name).or_(row.get_by_role("link", name=name)).click()
    page.locator(".asking").wait_for()


def confirm(page: Page, name: str) -> str:
    """Press the button of the page that asks and return the first sentence of the answer."""
    page.get_by_role("button", name=name, exact=True).click()
    page.locator(".publishing").wait_for()
    return page.locator(".messagelist li").first.inner_text()


def publish(page: Page) -> str:
    ask(page, "Deutsch jetzt veröffentlichen …")
    return confirm(page, "Deutsch jetzt veröffentlichen")


def state(page: Page, language: str = "Deutsch") -> str:
    return row_of(page, language).get_attribute("class").rpartition("-")[2]


def still_bytes() -> bytes:
    picture = Image.radial_gradient("L").resize((1600, 900)).convert("RGB")
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG")
    return buffer.getvalue()
