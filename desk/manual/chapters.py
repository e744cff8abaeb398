"""Reads the manual: Markdown with one `#` for the chapter, `##` for its sections and pictures.

Both languages have the same files. Sections and pictures are parted here, because the renderer of
the house gives headings no anchors and takes no pictures from a text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.safestring import SafeString
from PIL import Image

from editorial.prose import render_markdown

FOLDER = Path(settings.BASE_DIR) / "docs/manual"
FALLBACK = "en"
SECTION = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)
PICTURE = re.compile(
    r"^!\[(?P<text>[^\]]+)\]\(pictures/(?P<name>[a-z0-9-]+)\.webp\)$", re.MULTILINE
)
LINK = re.compile(r"\]\(\d\d-(?P<slug>[a-z-]+)\.md(?P<anchor>#[^)\s]*)?\)")


@dataclass(frozen=True)
class Picture:
    """Width and height in pixels of the screen."""

    name: str
    text: str
    width: int
    height: int


@dataclass(frozen=True)
class Section:
    """What stands above the first heading has neither title nor anchor."""

    title: str
    anchor: str
    parts: tuple[SafeString | Picture, ...]


@dataclass(frozen=True)
class Chapter:
    number: int
    slug: str
    title: str
    sections: tuple[Section, ...]


def language_of(code: str) -> str:
    """Return the language of the manual for whoever reads the admin in this one."""
    return code if code in {path.name for path in FOLDER.iterdir()} else FALLBACK


@cache
def read_chapters(language: str) -> tuple[Chapter, ...]:
    paths = sorted((FOLDER / language).glob("[0-9][0-9]-*.md"))
    return tuple(read_chapter(path) for path in paths)


@cache
def picture_paths(language: str) -> dict[str, Path]:
    """Return the files that may be asked for, by name: no address is ever made a path."""
    return {path.stem: path for path in (FOLDER / language / "pictures").glob("*.webp")}


def read_chapter(path: Path) -> Chapter:
    number, _, slug = path.stem.partition("-")
    title, _, text = path.read_text(encoding="utf-8").partition("\n")
    pictures = path.parent / "pictures"
    sections = tuple(_read_sections(text, pictures))
    return Chapter(int(number), slug, title.removeprefix("# ").strip(), sections)


def anchor_of(title: str) -> str:
    """Return the anchor that code hosts give a heading, so that links hold there, too."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _read_sections(text: str, pictures: Path) -> Iterator[Section]:
    intro, *rest = SECTION.split(text)
    if intro.strip():
        yield Section("", "", tuple(_read_parts(intro, pictures)))
    for title, body in zip(rest[::2], rest[1::2], strict=True):
        yield Section(title, anchor_of(title), tuple(_read_parts(body, pictures)))


def _read_parts(text: str, pictures: Path) -> Iterator[SafeString | Picture]:
    prose, *rest = PICTURE.split(text)
    yield from _render(prose)
    for words, name, after in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        with Image.open(pictures / f"{name}.webp") as image:
            yield Picture(name, words, *image.size)
        yield from _render(after)


def _render(text: str) -> Iterator[SafeString]:
    if text.strip():
        yield render_markdown(LINK.sub(r"](../\g<slug>/\g<anchor>)", text), heading_offset=2)
