"""The documents keep up with the code: commands, settings, blocks, targets, keys, links."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.core.management import BaseCommand, get_commands, load_command_class
from django.utils import translation

from config.settings import env
from desk.importing.keys import ALIASES, FILM_KEYS, IGNORED_KEYS, PAGE_KEYS, PROTECTED_KEYS
from microsites.blocks import kinds

BASE = Path(settings.BASE_DIR)
TOP = ("README.md", "CONTRIBUTING.md", "SECURITY.md")
PAGES = [*(BASE / name for name in TOP), *sorted((BASE / "docs").rglob("*.md"))]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
TARGET = re.compile(r"^([a-z][a-z-]*):", re.MULTILINE)
# The first cell of a row of a table.
FIRST_CELL = re.compile(r"^\| ([^|]+?) \|", re.MULTILINE)
# What a setting looks like in .env.example, in use or as a comment that shows the default.
EXAMPLE = re.compile(r"^#?([A-Z_]+)=", re.MULTILINE)


def read(path: str | Path) -> str:
    return (BASE / path).read_text(encoding="utf-8")


def in_code(text: str) -> set[str]:
    """Return the words that stand in backticks or in an indented line, not in a fenced block."""
    text = FENCE.sub("", text)
    pieces = re.findall(r"`([^`\n]+)`", text) + re.findall(r"^ {4}(\S.*)$", text, re.MULTILINE)
    return {word for piece in pieces for word in re.findall(r"[\w-]+", piece)}


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


def reached_from(start: Path) -> set[Path]:
    """Return the documents that links lead to, page by page; a folder stands for all in it."""
    found: set[Path] = set()
    ahead = [start.resolve()]
    while ahead:
        page = ahead.pop()
        if page not in found:
            found.add(page)
            ahead += linked_pages(page)
    return found


def linked_pages(page: Path) -> list[Path]:
    links = (unquote(link).partition("#")[0] for link in LINK.findall(FENCE.sub("", read(page))))
    targets = [(page.parent / link).resolve() for link in links if link and ":" not in link]
    inside = [one for target in targets if target.is_dir() for one in target.glob("*.md")]
    return [one for one in targets if one.suffix == ".md" and one.exists()] + inside


def our_commands() -> list[tuple[str, str]]:
    """Return our commands and their rooms."""
    return sorted(one for one in get_commands().items() if (BASE / one[1]).is_dir())


def options(command: BaseCommand) -> set[str]:
    parser = command.create_parser("manage.py", "command")
    return {name for action in parser._actions for name in action.option_strings}


@pytest.mark.parametrize(("name", "room"), our_commands())
def test_command_is_described_with_its_options(name, room):
    texts = "\n".join(read(page) for page in PAGES)
    own = options(load_command_class(room, name)) - options(BaseCommand())
    wanted = [f"manage.py {name}", *sorted(option for option in own if option.startswith("--"))]
    assert [word for word in wanted if not re.search(rf"{re.escape(word)}(?![\w-])", texts)] == []


def test_commands_are_found():
    assert ("import_content", "desk") in our_commands()


def test_every_kind_of_block_is_described():
    with translation.override("en"):
        labels = {str(kind.label) for kind in kinds().values()}
    assert sorted(labels - set(FIRST_CELL.findall(read("docs/microsites.md")))) == []


def test_every_setting_stands_in_the_example():
    assert sorted(EXAMPLE.findall(read(".env.example"))) == sorted(env.scheme)


def test_every_setting_is_described():
    assert sorted(set(env.scheme) - in_code(read("docs/deployment.md"))) == []


def test_every_target_of_make_is_described():
    targets = {name for name in TARGET.findall(read("Makefile")) if name != "help"}
    known = {name for page in PAGES for name in re.findall(r"make ([a-z-]+)", read(page))}
    assert sorted(targets - known) == []


def test_make_help_names_only_what_there_is():
    named = set(re.findall(r'@echo "make ([a-z-]+)', read("Makefile")))
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


def test_every_document_is_reached_from_the_contents():
    # What is left to do is for those who write the documents, not for those who read them.
    book = {page.resolve() for page in PAGES if page.name != "todo.md"}
    left_out = book - reached_from(BASE / "docs/README.md")
    assert sorted(page.relative_to(BASE).as_posix() for page in left_out) == []


def test_contents_reach_what_stands_in_a_folder_and_behind_a_page(tmp_path):
    (tmp_path / "manual").mkdir()
    for name in ("alone.md", "behind.md", "manual/first.md"):
        (tmp_path / name).write_text("# A page\n")
    (tmp_path / "page.md").write_text("[it](behind.md#a-page) [not](https://example.org/alone.md)")
    contents = tmp_path / "README.md"
    contents.write_text("[page](page.md), [manual](manual)\n")
    names = sorted(page.name for page in reached_from(contents))
    assert names == ["README.md", "behind.md", "first.md", "page.md"]


def test_dead_link_is_noticed(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# One\n[a](#one) [b](#two) [c](gone.md) [d](https://example.org/x)\n")
    assert dead_links(page) == ["#two", "gone.md"]
