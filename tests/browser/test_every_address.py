"""The addresses of the sitemap as visitors meet them: whole, quiet, readable, and their own.

People, companies and festivals look alike: of these, every 25th is opened. `EVERY_ADDRESS=1`
opens all.
"""

import os
import re
import urllib.request

import pytest

from tests.browser.visitor import find_barriers, load_pictures, overflow

ALIKE = re.compile(r"/(people|companies|festivals)/")
STEP = 1 if os.environ.get("EVERY_ADDRESS") else 25
CANONICAL = "document.querySelector('link[rel=canonical]')?.href"
BROKEN = """[...document.images].filter((image) => image.complete && !image.naturalWidth)
  .map((image) => image.currentSrc || image.src)"""


def addresses(url: str) -> list[str]:
    """Return every address of a sitemap or of the sitemaps that it lists."""
    with urllib.request.urlopen(url) as answer:
        text = answer.read().decode()
    found = re.findall(r"<loc>([^<]+)</loc>", text)
    if "<sitemapindex" not in text:
        return found
    return [address for part in found for address in addresses(part)]


def look_at(page, address: str) -> list[tuple[str, object]]:
    """Return what is wrong with one address."""
    response = page.goto(address)
    if response.status != 200:
        return [(address, response.status)]
    load_pictures(page)
    found = {
        "canonical": [] if page.evaluate(CANONICAL) == address else page.evaluate(CANONICAL),
        "overflow": overflow(page),
        "broken": page.evaluate(BROKEN),
        "barriers": find_barriers(page),
    }
    return [(address, {name: value}) for name, value in found.items() if value]


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_address_is_whole_and_readable(visitor, site, language):
    listed = [a for a in addresses(f"{site.url}/sitemap.xml") if f"/{language}/" in a]
    alike = [address for address in listed if ALIKE.search(address)]
    chosen = [address for address in listed if address not in alike] + alike[::STEP]
    assert len(chosen) > 20
    context = visitor.context(width=390, language=language, color_scheme="dark")
    page = context.new_page()
    assert [problem for address in chosen for problem in look_at(page, address)] == []
    assert context.cookies() == []
