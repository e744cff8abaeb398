"""Make the pictures of the manual and the README from the demo content.

    python docs/screenshots.py [--url http://localhost:8000 --user admin --password ...]

Without --url a demo site of its own is built and served for as long as it takes; with --url the
pictures show what that site shows, so use one that holds the demo and nothing else; it is changed
a little. `--only desk film` takes these alone. Every picture
is taken in both languages. Needs a Chromium and the development dependencies (`make test`
installs them).
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import world  # noqa: E402
from tests.browser.visitor import ARGUMENTS, find_program, load_pictures  # noqa: E402

DOCS = Path(__file__).resolve().parent
LANGUAGES = {"en": "en-GB", "de": "de-DE"}
WIDE, PHONE = (1400, 900), (390, 844)
QUALITY = 82
# A code host shows them as well: no picture of the manual is larger.
MOST_BYTES = 120_000
INVITED = ("editor", "translator")


@dataclass(frozen=True)
class Shot:
    """`open` leads to what is to be seen; the picture ends `height` pixels below its top."""

    name: str
    open: Callable[[Page], None]
    height: int = 900
    size: tuple[int, int] = WIDE


def at(address: str) -> Callable[[Page], None]:
    return lambda page: goto(page, address)


def of_film(title: str, rest: str = "change/") -> Callable[[Page], None]:
    """Open a page of a film, found by its English or German title, whatever its number is."""

    def open_it(page: Page) -> None:
        goto(page, f"/admin/films/film/?q={title}")
        address = page.locator("#result_list tbody th a").first.get_attribute("href")
        goto(page, str(address).partition("change/")[0] + rest)

    return open_it


def at_tab(title: str, key: str) -> Callable[[Page], None]:
    def open_it(page: Page) -> None:
        of_film(title)(page)
        page.locator(f"#tab-{key}").click()

    return open_it


def by_link(open_first: Callable[[Page], None], link: str) -> Callable[[Page], None]:
    """Follow the first link whose address has this piece."""

    def open_it(page: Page) -> None:
        open_first(page)
        goto(page, str(page.locator(f'#content a[href*="{link}"]').first.get_attribute("href")))

    return open_it


def leave_texts_open(page: Page) -> None:
    """Take two German texts away: in the demo everything is translated."""
    for title, field in (("brass", "tagline"), ("globe", "synopsis_short")):
        of_film(title)(page)
        page.locator("#tab-texts").click()
        page.locator(f"#id_{field}_de").fill("")
        page.locator('[name="_continue"]').last.click()
        page.wait_for_load_state("load")


def ask_to_publish(page: Page) -> None:
    """Change the line on the poster and ask what visitors would notice."""
    language = page.evaluate("document.documentElement.lang")[:2]
    of_film("changeover")(page)
    page.locator("#tab-texts").click()
    words = {"en": "Two projectors, one night.", "de": "Zwei Projektoren, eine Nacht."}
    page.locator(f"#id_tagline_{language}").fill(words[language])
    page.locator(f'button[name="_publish"][value="{language}"]').click()
    page.locator(".asking").wait_for()


def preview_on_a_phone(page: Page) -> None:
    of_film("baikonur")(page)
    language = page.evaluate("document.documentElement.lang")[:2]
    page.locator(f'button[name="_preview"][value="{language}"]').click()
    goto(page, str(page.locator('.preview__choice a[href*="phone"]').get_attribute("href")))
    page.wait_for_load_state("networkidle")


def show_members(page: Page) -> None:
    """Look at the members; who is not invited yet is, as the demo has one account only."""
    goto(page, "/admin/editorial/membership/")
    for role in INVITED:
        if page.get_by_text(f"{role}@example.org").count():
            continue
        goto(page, "/admin/editorial/membership/add/")
        page.locator("#id_email").fill(f"{role}@example.org")
        page.locator(f'[name="role"][value="{role}"]').check()
        if role == "translator":
            page.locator('[name="languages"]').first.check()
        page.locator('#content [type="submit"]').first.click()
        goto(page, "/admin/editorial/membership/")


FILM = "baikonur"
SHOTS = (
    Shot("login", at("/admin/login/"), 560),
    Shot("desk", at("/admin/")),
    Shot("desk-phone", at("/admin/"), 1100, PHONE),
    Shot("film", of_film(FILM)),
    Shot("publish", ask_to_publish, 540),
    Shot("preview", preview_on_a_phone),
    Shot("translations", at("/admin/translations/"), 800),
    Shot("side-by-side", by_link(of_film("globe"), "/admin/translations/"), 580),
    Shot("credits", of_film(FILM, "credits/"), 860),
    Shot("stills", of_film(FILM, "stills/")),
    Shot("stills-phone", of_film(FILM, "stills/"), 1000, PHONE),
    Shot("screenings", at_tab("weather", "screenings")),
    Shot("press-kits", of_film(FILM, "press-kits/")),
    Shot("microsite", of_film(FILM, "microsite/")),
    Shot("sources", of_film("weather", "sources/"), 560),
    Shot("open-points", of_film("weather", "points/"), 860),
    Shot("history", of_film("changeover", "history/"), 560),
    Shot("members", show_members, 440),
)
PUBLIC = (
    Shot("home", at("/en/"), 1000),
    Shot("film-page", at("/en/baikonur/"), 1800),
)


def main() -> None:
    wishes = read_arguments()
    with serve(wishes) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_program(), args=ARGUMENTS)
        page = open_page(browser, url, "en", WIDE)
        log_in(page, wishes.user, wishes.password)
        leave_texts_open(page)
        for language in LANGUAGES:
            for size in (WIDE, PHONE):
                take_manual(browser, url, language, size, wishes)
        take_public(browser, url, wishes)
        browser.close()


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--url", help="a running site; default: one made for this run")
    parser.add_argument("--user", default=world.EDITOR)
    parser.add_argument("--password", default=world.PASSWORD)
    parser.add_argument("--only", nargs="*", help="names of pictures; default: all")
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


def take_manual(
    browser: Browser, url: str, language: str, size: tuple[int, int], wishes: argparse.Namespace
) -> None:
    folder = DOCS / "manual" / language / "pictures"
    shots = [shot for shot in SHOTS if shot.size == size and is_wanted(shot, wishes)]
    page = open_page(browser, url, language, size)
    take(page, [shot for shot in shots if shot.name == "login"], folder)
    log_in(page, wishes.user, wishes.password)
    take(page, [shot for shot in shots if shot.name != "login"], folder)
    page.context.close()


def take_public(browser: Browser, url: str, wishes: argparse.Namespace) -> None:
    """What visitors see, for the README: in English, in the dark that is the house's own."""
    page = open_page(browser, url, "en", WIDE)
    page.emulate_media(color_scheme="dark")
    take(page, [shot for shot in PUBLIC if is_wanted(shot, wishes)], DOCS / "screenshots")


def take(page: Page, shots: list[Shot], folder: Path) -> None:
    for shot in shots:
        shot.open(page)
        keep(page, shot, folder)


def is_wanted(shot: Shot, wishes: argparse.Namespace) -> bool:
    return not wishes.only or shot.name in wishes.only


def open_page(browser: Browser, url: str, language: str, size: tuple[int, int]) -> Page:
    context = browser.new_context(
        base_url=url,
        viewport={"width": size[0], "height": size[1]},
        locale=LANGUAGES[language],
        timezone_id="Europe/Berlin",
        reduced_motion="reduce",
        color_scheme="light",
    )
    return context.new_page()


def log_in(page: Page, user: str, password: str) -> None:
    goto(page, "/admin/")
    page.locator("#id_username").fill(user)
    page.locator("#id_password").fill(password)
    page.locator("#id_password").press("Enter")
    page.wait_for_url("**/admin/")


def goto(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")


def keep(page: Page, shot: Shot, folder: Path) -> None:
    """Store the top of the page, no larger than MOST_BYTES."""
    load_pictures(page)
    page.evaluate("document.activeElement?.blur()")
    picture = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
    cut = picture.crop((0, 0, picture.width, min(picture.height, shot.height)))
    folder.mkdir(exist_ok=True)
    path = folder / f"{shot.name}.webp"
    for quality in range(QUALITY, 20, -8):
        cut.save(path, "WEBP", quality=quality, method=6)
        if path.stat().st_size <= MOST_BYTES:
            break
    print(path.relative_to(DOCS), path.stat().st_size)


if __name__ == "__main__":
    main()
