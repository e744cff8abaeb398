"""From the button to the opened file: an editor builds a press kit at the German desk."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Locator, Page
from pypdf import PdfReader

from tests.browser.desk.editor import log_in
from tests.browser.visitor import find_barriers, overflow

LIST = "/admin/films/film/"


def choose_films(page: Page, *titles: str) -> None:
    """Tick films in the list and choose the action that builds kits."""
    page.goto(LIST)
    for title in titles:
        row = page.locator("#result_list tbody tr").filter(has_text=title).first
        row.locator("input.action-select").check()
    page.locator("select[name=action]").select_option(label="Pressemappen erstellen")
    page.locator("button[name=index]").click()
    page.locator(".press-kits__form").wait_for()


def save(page: Page, button: Locator) -> tuple[str, bytes]:
    """Return the name and the content of what a click downloads."""
    with page.expect_download() as download:
        button.click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def open_kits(page: Page) -> None:
    page.goto(LIST)
    number = page.get_by_role("link", name="Baikonur").first.get_attribute("href")
    page.goto(re.sub(r"change/.*", "press-kits/", number))


def test_kit_is_built_watched_and_opened(visitor, site):
    page = log_in(visitor)
    page.goto("/admin/films/film/")
    page.get_by_role("link", name="Baikonur").first.click()
    page.locator("#tab-press").click()
    page.locator("#part-press .part-link a[href$='/press-kits/']").click()
    page.get_by_role("heading", name="Pressemappen von", exact=False).wait_for()
    chosen = page.locator(".press-kits__form label:has(input:checked)").all_inner_texts()
    assert [label.strip() for label in chosen] == ["Deutsch", "PDF, alles"]
    page.get_by_role("button", name="Pressemappen erstellen").click()
    row = page.locator("[data-kit]").first
    row.locator("progress").wait_for()
    assert find_barriers(page, reads_sheets=False) == []
    site.finish_work()
    # The page notices by itself.
    name = "baikonur_press-kit_de.pdf"
    button = row.get_by_role("link", name=f"{name} herunterladen")
    button.wait_for()
    with page.expect_download() as download:
        button.click()
    assert download.value.suggested_filename == name
    pdf = PdfReader(BytesIO(Path(download.value.path()).read_bytes()))
    assert "Baikonur" in pdf.pages[0].extract_text()
    assert len(pdf.pages) > 5
    for width in (390, 1400):
        page.set_viewport_size({"width": width, "height": 900})
        assert (width, overflow(page)) == (width, 0)


def test_kits_of_several_films_are_built_together_and_opened(visitor, site):
    page = log_in(visitor)
    choose_films(page, "Baikonur", "Brieftauben")
    page.locator("dt", has_text="Szenenbilder, die für den Druck zu klein sind").wait_for()
    page.get_by_label("ZIP mit Texten und Bildern").check()
    page.get_by_role("button", name="Pressemappen erstellen").click()
    rows = page.locator("[data-kit]:has(progress)")
    assert rows.count() == 4
    heard = page.locator("[data-kits-said]")
    assert heard.get_attribute("role") == "status"
    cancel = rows.last.get_by_role("button", name="abbrechen")
    cancel.focus()
    site.finish_work()
    page.wait_for_function("() => !document.querySelector('[data-busy]')")
    assert heard.inner_text().count(": fertig.") >= 1
    # The focus goes on in the row whose button is gone.
    row = page.evaluate("document.activeElement.closest('[data-kit]')?.dataset.kit")
    assert row is not None
    for key in ("baikonur", "pigeon-post"):
        name = f"{key}_press-kit_de"
        pdf = save(page, page.get_by_role("link", name=f"{name}.pdf herunterladen").first)
        assert (pdf[0], len(PdfReader(BytesIO(pdf[1])).pages) > 1) == (f"{name}.pdf", True)
        archive = save(page, page.get_by_role("link", name=f"{name}.zip herunterladen").first)
        names = ZipFile(BytesIO(archive[1])).namelist()
        assert archive[0] == f"{name}.zip"
        assert [n for n in names if n.endswith(f"{name}.pdf")] != []
        assert [n for n in names if "stills/" in n] != []


def test_waiting_kit_is_cancelled(visitor, site):
    page = log_in(visitor)
    open_kits(page)
    page.get_by_role("button", name="Pressemappen erstellen").click()
    page.get_by_role("button", name="baikonur_press-kit_de.pdf abbrechen").click()
    said = page.locator(".messagelist li").inner_text()
    assert said == "Die Pressemappe wird nicht erstellt."
    assert page.locator("progress").count() == 0
    site.finish_work()


def test_without_script_a_link_shows_how_far_kits_are(visitor, site):
    state = log_in(visitor).context.storage_state()
    page = visitor.page(language="de", java_script_enabled=False, storage_state=state)
    open_kits(page)
    page.get_by_role("button", name="Pressemappen erstellen").click()
    page.locator("progress").wait_for()
    site.finish_work()
    page.get_by_role("link", name="Nachsehen, wie weit sie sind").click()
    page.get_by_role("link", name="baikonur_press-kit_de.pdf herunterladen").first.wait_for()
    assert page.locator("progress").count() == 0


def test_every_gap_leads_to_its_field(visitor):
    page = log_in(visitor)
    found = {}
    open_kits(page)
    for link in page.locator(".press-kits__gaps a").all():
        url = link.get_attribute("href")
        found.setdefault(re.sub(r"[0-9a-f-]{36}|\d+", "", url), url)
    fields = [url for url in found.values() if "#" in url]
    assert len(fields) >= 4
    for url in fields:
        page.goto("about:blank")
        page.goto(url)
        anchor = url.partition("#")[2]
        page.wait_for_function(
            """(id) => {
                const focused = document.activeElement, aim = document.getElementById(id);
                return focused !== document.body && aim
                  && (aim.contains(focused) || aim.parentElement.contains(focused));
            }""",
            arg=anchor,
        )
        assert page.evaluate("document.activeElement.checkVisibility()")
