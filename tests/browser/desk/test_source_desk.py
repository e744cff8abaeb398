"""A record comes in: pasted, read line by line, corrected, taken in, taken back."""

import re

import pytest

from tests.browser.desk.editor import log_in
from tests.browser.visitor import find_barriers, overflow

TEXT = """Home | Films | Contact
Baikonur
Germany, 2011, 92mn
Directed by: Ana Sol
Cinematography: Ida Torm, Jo Ebb
We use cookies to please you
"""


def open_sources(page) -> None:
    page.goto("/admin/films/film/")
    page.get_by_role("link", name="Baikonur").first.click()
    page.locator(".part-link a[href$='/sources/']").click()
    page.get_by_role("heading", name="Quellen von", exact=False).wait_for()


def paste(page, text: str, title: str) -> None:
    page.get_by_role("link", name="Quelle hinzufügen").click()
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_role("button", name="Weiter").click()
    page.get_by_label("Titel", exact=False).first.fill(title)
    page.get_by_role("button", name="Speichern und lesen").click()
    page.locator(".source-lines").wait_for()


def test_record_is_read_corrected_taken_in_and_taken_back(visitor):
    page = log_in(visitor)
    open_sources(page)
    assert find_barriers(page, reads_sheets=False) == []
    paste(page, TEXT, "Datenbankeintrag")
    assert find_barriers(page, reads_sheets=False) == []
    for width in (390, 1400):
        page.set_viewport_size({"width": width, "height": 900})
        assert (width, overflow(page)) == (width, 0)
    # All credits off by one tick, then one of them on by its correction.
    page.locator("[data-section=credits] input").uncheck()
    fact = page.locator("[data-fact=credits]").filter(has_text="Jo Ebb")
    assert not fact.locator("input[name=take]").is_checked()
    fact.locator("summary").click()
    fact.get_by_label("Name", exact=False).last.fill("Jo Ebbe")
    assert fact.locator("input[name=take]").is_checked()
    assert page.locator("[data-section=credits] [data-section-count]").inner_text() == "1/3"
    page.get_by_role("button", name="Angehaktes übernehmen").click()
    said = page.locator(".messagelist").inner_text()
    assert re.search(r"\b1 Zeile hinzugefügt", said)
    page.locator(".source-desk__undo").get_by_role("button", name="Zurücknehmen").click()
    assert "Zurückgenommen" in page.locator(".messagelist").inner_text()


def test_lines_are_filtered_and_what_is_typed_stays(visitor):
    page = log_in(visitor)
    open_sources(page)
    paste(page, TEXT + "Editing: Mio Wern\n", "Zweiter Eintrag")
    aside = page.locator(".source-line--aside")
    count = aside.count()
    assert count >= 1
    page.locator("input[name=take]:not(:disabled)").first.uncheck()
    page.get_by_label("was verstanden wurde").check()
    assert [line.is_visible() for line in aside.all()] == [False] * count
    page.get_by_label("jede Zeile").check()
    assert [line.is_visible() for line in aside.all()] == [True] * count
    assert not page.locator("input[name=take]:not(:disabled)").first.is_checked()


@pytest.mark.parametrize("width", [390, 1400])
def test_without_script_the_form_does_it(visitor, width):
    state = log_in(visitor).context.storage_state()
    page = visitor.page(language="de", width=width, java_script_enabled=False, storage_state=state)
    page.goto("/admin/films/film/")
    number = page.get_by_role("link", name="Baikonur").first.get_attribute("href")
    page.goto(re.sub(r"change/.*", "sources/", number))
    paste(page, f"{TEXT}Editing: Ula Rest {width}\n", f"Ohne Skript {width}")
    page.get_by_role("button", name="Angehaktes übernehmen").click()
    assert page.locator(".source-desk__undo").count() == 1
    page.locator(".source-desk__undo").get_by_role("button", name="Zurücknehmen").click()
