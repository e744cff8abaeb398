"""The exported site in a real browser, behind a server that knows nothing but files."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect, sync_playwright

from desk.static_site.asking import read_headers
from desk.static_site.exporting import export_site
from desk.static_site.options import read_options
from editorial.publishing import publish
from tests.browser.conftest import program
from tests.browser.visitor import ARGUMENTS, Visitor, load_pictures
from tests.factories import FilmFactory, make_image, place

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
__all__ = ["program"]


class Files(SimpleHTTPRequestHandler):
    """Plain files with the headers that `_headers` asks for."""

    sent = {}

    def end_headers(self):
        for name, value in self.sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def served(tmp_path):
    """Files of a folder under an address of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=tmp_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_site_below_a_path_works_without_django(program, served, tmp_path):
    film = FilmFactory(
        key="ferry", slug_de="faehre", title_en="The Night Ferry", title_de="Die Nachtfähre"
    )
    place(film, make_image())
    for language in ("en", "de"):
        publish(film.record, language)
    options = read_options(served, "/archive", 1)
    Files.sent.update(read_headers(options))
    done = export_site(tmp_path / "archive", options, lambda known, address: None)
    assert done.problems == ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        visitor = Visitor(browser, served)
        page = visitor.page()
        page.goto("/archive/")
        page.wait_for_url("**/archive/en/")
        page.goto("/archive/en/ferry/")
        load_pictures(page)
        page.locator(".languages__item[hreflang=de]").click()
        page.wait_for_url("**/archive/de/faehre/")
        page.goto("/archive/de/search/?q=nachtfaehre")
        hit = page.locator("[data-kind=films] a")
        expect(hit).to_have_text("Die Nachtfähre")
        hit.click()
        page.wait_for_url("**/archive/de/faehre/")
        visitor.close()
        browser.close()
    assert visitor.problems == []
