"""Make the pictures of the documentation in docs/screenshots/ from the demo content.

    python docs/screenshots.py [--url http://localhost:8000 --user admin --password ...]

Without --url a demo site of its own is built and served for as long as it takes; with --url the
pictures show what that site shows, so use one that holds the demo and nothing else. Home, two film
pages, a missing page, the desk and the film form are taken in every language, on a phone and on a
large screen. Needs a Chromium and the development dependencies (`make test` installs them).
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import world  # noqa: E402
from tests.browser.visitor import ARGUMENTS, find_program, load_pictures  # noqa: E402

TARGET = Path(__file__).resolve().parent / "screenshots"
LANGUAGES = {"en": "en-GB", "de": "de-DE"}
WIDTHS = {390: 844, 1400: 900}
PAGES = {
    "home": "/{}/",
    "film": "/{}/baikonur/",
    "documentary": "/{}/lane-four/",
    "missing": "/{}/no-such-film/",
}
MAX_HEIGHT = 2400
QUALITY = 80


def main() -> None:
    wishes = read_arguments()
    TARGET.mkdir(exist_ok=True)
    with serve(wishes) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_program(), args=ARGUMENTS)
        for language in LANGUAGES:
            for width in WIDTHS:
                take_all(browser, url, language, width, (wishes.user, wishes.password))
        browser.close()


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--url", help="a running site; default: one made for this run")
    parser.add_argument("--user", default=world.EDITOR)
    parser.add_argument("--password", default=world.PASSWORD)
    return parser.parse_args()


@contextmanager
def serve(wishes: argparse.Namespace) -> Iterator[str]:
    """Yield the address of the site to look at."""
    if wishes.url:
        yield wishes.url.rstrip("/")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        world.build(path)
        site = world.Site(world.Folder(path, path / "static"))
        try:
            yield site.url
        finally:
            site.stop()


def take_all(browser: Browser, url: str, language: str, width: int, login: tuple[str, str]) -> None:
    context = browser.new_context(
        base_url=url,
        viewport={"width": width, "height": WIDTHS[width]},
        locale=LANGUAGES[language],
        timezone_id="Europe/Berlin",
        reduced_motion="reduce",
        color_scheme="dark",
    )
    page = context.new_page()
    for name, address in PAGES.items():
        page.goto(address.format(language))
        keep(page, f"{name}-{language}-{width}.jpg")
    page.emulate_media(color_scheme="light")
    open_desk(page, *login)
    keep(page, f"desk-{language}-{width}.jpg")
    open_film_form(page)
    keep(page, f"form-{language}-{width}.jpg")
    context.close()


def open_desk(page: Page, user: str, password: str) -> None:
    page.goto("/admin/")
    page.locator("#id_username").fill(user)
    page.locator("#id_password").fill(password)
    page.locator("#id_password").press("Enter")
    page.wait_for_url("**/admin/")


def open_film_form(page: Page) -> None:
    page.goto("/admin/films/film/")
    page.locator("#result_list").get_by_role("link", name="Baikonur").click()
    page.locator("#film_form").wait_for()


def keep(page: Page, name: str) -> None:
    """Store the page from its top, no higher than MAX_HEIGHT pixels."""
    load_pictures(page)
    picture = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
    cut = picture.crop((0, 0, picture.width, min(picture.height, MAX_HEIGHT)))
    cut.save(TARGET / name, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    print(name)


if __name__ == "__main__":
    main()
