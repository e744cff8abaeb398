"""What public pages weigh on a phone before anything is touched: requests, bytes, first picture.

Needs a Chromium. Bytes are those of the answers as they were sent, headers included; nothing is in
the browser's cache. Screen: 390 x 844 at a density of 2.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, sync_playwright

from bench.measuring import Asked, Measurement, one
from tests.browser.visitor import ARGUMENTS, find_program
from tests.browser.world import WORK, Folder, Site, build, manage

PAGES = ("/en/", "/en/baikonur/", "/de/baikonur/", "/en/changeover/", "/en/people/veit-helmer/",
         "/en/films/", "/en/screenings/")  # fmt: skip
SCREEN = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True}
# The largest picture or text of the first screen, and how far anything moved (web-vitals).
WATCH = """
window.largest = null; window.moved = 0;
const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
  .observe({type, buffered: true});
watch("largest-contentful-paint", (entry) => { window.largest = entry; });
watch("layout-shift", (entry) => { window.moved += entry.value; });
"""


def bench_weight(asked: Asked) -> list[Measurement]:
    """Build the demo site with all sizes of its pictures, and weigh its pages."""
    if find_program() is None:
        return _say_absent()
    site_folder = asked.folder / "site"
    site_folder.mkdir()
    build(site_folder, is_whole=not asked.is_quick)
    return _weigh_all(site_folder, PAGES)


def weigh_pages(folder: Path, addresses: Sequence[str]) -> list[Measurement]:
    """Make the renditions of the site in this folder, and weigh some of its pages."""
    if find_program() is None:
        return _say_absent()
    environment = Folder(folder, folder / "static").environment()
    manage(environment, "collectstatic", "--noinput", "--verbosity", "0")
    manage(environment, *WORK)
    return _weigh_all(folder, addresses)


def _say_absent() -> list[Measurement]:
    print("page weight: no Chromium on the PATH, left out")
    return []


def _weigh_all(folder: Path, addresses: Sequence[str]) -> list[Measurement]:
    program = find_program()
    site = Site(Folder(folder, folder / "static"))
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
            costs = {address: weigh(browser, site.url, address) for address in addresses}
            browser.close()
    finally:
        site.stop()
    return [row for address, cost in costs.items() for row in _rows(address, cost)]


def weigh(browser: Browser, url: str, address: str) -> dict[str, Any]:
    """Load one page in a window of its own; return what it cost."""
    context = browser.new_context(**SCREEN)
    context.add_init_script(WATCH)
    page = context.new_page()
    session = context.new_cdp_session(page)
    sizes, names = _listen(session)
    response = page.goto(url + address, wait_until="networkidle")
    page.wait_for_timeout(500)
    largest = page.evaluate("window.largest && (window.largest.url || '')") or ""
    shift = page.evaluate("window.moved")
    by_address = {names.get(request, ""): size for request, size in sizes.items()}
    context.close()
    return {
        "status": response.status if response else 0,
        "requests": len(sizes),
        "bytes": sum(sizes.values()),
        "largest": largest,
        "largest_bytes": by_address.get(largest, 0),
        "shift": shift,
    }


def _listen(session: CDPSession) -> tuple[dict[str, int], dict[str, str]]:
    """Return two dicts that fill while the page loads: bytes and address by request."""
    sizes: dict[str, int] = {}
    names: dict[str, str] = {}
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.on(
        "Network.requestWillBeSent",
        lambda event: names.update({event["requestId"]: event["request"]["url"]}),
    )
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: int(event["encodedDataLength"])}),
    )
    return sizes, names


def _rows(address: str, cost: dict[str, Any]) -> list[Measurement]:
    if cost["status"] != 200:
        raise RuntimeError(f"{address} answers {cost['status']}")
    return [
        one(f"{address}, requests", "requests", cost["requests"]),
        one(f"{address}, weight", "kB", cost["bytes"] / 1000),
        one(f"{address}, first picture", "kB", cost["largest_bytes"] / 1000),
        one(f"{address}, layout shift", "", cost["shift"]),
    ]
