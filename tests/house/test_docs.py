"""The documents keep up with the code: commands, settings, targets, keys, links."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.core.management import get_commands

from config.settings import env
from desk.importing.keys import ALIASES, FILM_KEYS, IGNORED_KEYS, PAGE_KEYS, PROTECTED_KEYS

BASE = Path(settings.BASE_DIR)
TOP = ("README.md", "CONTRIBUTING.md", "SECURITY.md")
PAGES = [*(BASE / name for name in TOP), *sorted((BASE / "docs").rglob("*.md"))]
ROOMS = {"desk", "press", "films", "festivals", "people", "pages", "assets", "editorial"}
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
# What a setting looks like in .env.example, in use or as a comment that shows the default.
EXAMPLE = re.compile(r"^#?([A-Z_]+)=", re.MULTILINE)


def read(path: str | Path) -> str:
    return (BASE / path).read_text(encoding="utf-8")


def in_code(text: str) -> set[str]:
    """Return the words that stand in backticks or in an indented line, not in a fenced block."""
    text = FENCE.sub("", text)
    pieces = re.findall(r"`([^`\n]+)`", text) + re.findall(r"^ {4}(\S.*)$", text, re.MULTILINE)
    return {word for piece in pieces for word in re.findall(r"[\w-]+", piece)}


def all_words() -> set[str]:
    return {word for page in PAGES for word in in_code(read(page))}


def anchors(path: Path) -> set[str]:
    """Return the anchors of a page's headings, made as code hosts make them."""
    headings = HEADING.findall(FENCE.sub("", read(path)))
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


def dead_links(page: Path) -> list[str]:
    text = FENCE.sub("", read(page))
    dead = []
    for link in LINK.findall(text):
        if re.match(r"[a-z][a-z0-9+.-]*:", link):
            continue
        name, _, anchor = unquote(link).partition("#")
        target = page.parent / name if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    return dead


def our_commands() -> list[str]:
    return sorted(name for name, app in get_commands().items() if app in ROOMS)


@pytest.mark.parametrize("name", our_commands())
def test_command_is_described(name):
    assert name in all_words()


def test_commands_are_found():
    assert "import_content" in our_commands()


def test_every_setting_stands_in_the_example():
    assert sorted(EXAMPLE.findall(read(".env.example"))) == sorted(env.scheme)


def test_every_setting_is_described():
    assert sorted(set(env.scheme) - in_code(read("docs/deployment.md"))) == []


def test_every_target_of_make_is_described():
    targets = {name for name in TARGET.findall(read("Makefile")) if name != "help"}
    known = {name for page in PAGES for name in re.findall(r"make ([a-z]+)", read(page))}
    assert sorted(targets - known) == []


def test_make_help_names_only_what_there_is():
    named = set(re.findall(r'@echo "make ([a-z]+)', read("Makefile")))
    assert sorted(named - set(TARGET.findall(read("Makefile")))) == []


@pytest.mark.parametrize(
    "keys",
    [FILM_KEYS, PAGE_KEYS, IGNORED_KEYS, PROTECTED_KEYS, frozenset(ALIASES)],
    ids=["film", "page", "ignored", "protected", "aliases"],
)
def test_every_key_of_a_folder_is_described(keys):
    assert sorted(keys - in_code(read("docs/import.md"))) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(BASE).as_posix())
def test_links_lead_somewhere(page):
    assert dead_links(page) == []


def test_dead_link_is_noticed(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# One\n[a](#one) [b](#two) [c](gone.md) [d](https://example.org/x)\n")
    assert dead_links(page) == ["#two", "gone.md"]
