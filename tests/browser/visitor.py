"""A person at a browser, and everything that must not happen while he or she looks around."""

import re
import shutil
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    Response,
)

# The shell draws pages and no windows around them: less than half the work of the whole browser.
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # A page that asks another host gets no answer, and the request is seen.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
FAILURES = Path(__file__).resolve().parent / "failures"
REPORT_VIOLATIONS = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP: ${event.effectiveDirective} blocked ${event.blockedURI || "inline"}`))"""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DESK_HEIGHT, PHONE_HEIGHT = 900, 844


def waiting(act: Callable[..., None]) -> Callable[..., None]:
    """Do as a person does: look at the page that a click or key led to when it is all there.

    Playwright itself goes on as soon as the first bytes of the next page have come.
    """

    @wraps(act)
    def act_and_wait(locator: Locator, *arguments, **options) -> None:
        act(locator, *arguments, **options)
        if not locator.page.is_closed():
            locator.page.wait_for_load_state("domcontentloaded")

    return act_and_wait


Locator.click = waiting(Locator.click)
Locator.press = waiting(Locator.press)


def find_program() -> str | None:
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


class Visitor:
    """Opens pages of one site and notes errors, violations and requests to other hosts."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.browser = browser
        self.url = url
        self.contexts: list[BrowserContext] = []
        self.problems: list[str] = []

    def context(self, width: int = 1400, language: str = "en", **options) -> BrowserContext:
        """A private window of its own; its pages are watched."""
        height = PHONE_HEIGHT if width < 600 else DESK_HEIGHT
        context = self.browser.new_context(
            base_url=self.url,
            viewport={"width": width, "height": height},
            locale="de-DE" if language == "de" else "en-GB",
            timezone_id="Europe/Berlin",
            **{"reduced_motion": "reduce", **options},
        )
        context.set_default_timeout(30_000)
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.problems.append(f"script: {error.error}"))
        context.on("request", self._see)
        context.on("response", self._check)
        self.contexts.append(context)
        return context

    def page(self, **options) -> Page:
        return self.context(**options).new_page()

    def _hear(self, message: ConsoleMessage) -> None:
        # What a response says by its status is judged in `_check`, with the address in the report.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.problems.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _see(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.netloc != urlsplit(self.url).netloc:
            self.problems.append(f"foreign request: {request.url}")

    def _check(self, response: Response) -> None:
        """Only a page that was asked for may be missing: tests check its status themselves."""
        if response.status >= 400 and not response.request.is_navigation_request():
            self.problems.append(f"{response.status}: {response.url}")

    def keep_screenshots(self, name: str) -> None:
        """Store what the open pages show, for whoever reads the failure."""
        FAILURES.mkdir(exist_ok=True)
        stem = re.sub(r"[^\w.-]+", "-", name)
        pages = [page for context in self.contexts for page in context.pages]
        for number, page in enumerate(pages):
            page.screenshot(path=FAILURES / f"{stem}-{number}.png", full_page=True)

    def close(self) -> None:
        for context in self.contexts:
            context.close()


def find_barriers(page: Page, *, reads_sheets: bool = True) -> list[str]:
    """What WCAG 2.2 A and AA forbid on this page, as far as a program can tell.

    Axe asks for imported style sheets at the wrong address: where there are some, `reads_sheets`
    is False, which costs the rule about turned screens.
    """
    options = {
        "runOnly": {"type": "tag", "values": WCAG},
        "resultTypes": ["violations"],
        "preload": reads_sheets,
    }
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


def overflow(page: Page) -> int:
    """Pixels by which the page is wider than its window."""
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


def load_pictures(page: Page) -> None:
    """Load also the pictures further down, and wait until all of them are there."""
    page.evaluate(
        """async () => {
          for (const image of document.images) image.loading = "eager";
          await Promise.all([...document.images].map((image) => image.decode().catch(() => null)));
        }"""
    )


def pasted(page: Page) -> str:
    """Paste into a field of our own: no script of a page may read the clipboard."""
    page.evaluate("document.body.append(document.createElement('textarea'))")
    field = page.locator("textarea").last
    field.focus()
    page.keyboard.press("Control+V")
    return field.input_value()
