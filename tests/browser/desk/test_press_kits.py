"""From the button to the opened file: an editor builds a press kit at the German desk."""

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from tests.browser.desk.editor import log_in
from tests.browser.visitor import find_barriers, overflow


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
