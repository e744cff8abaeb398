"""Builds folders of films and pages with words of our own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desk.importing.folder import read_folder
from desk.importing.objects import ParsedFilm, ParsedFolder


class Content:
    """A folder under construction; `read()` reads it in English and German."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, path: str, text: str | bytes) -> Path:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode() if isinstance(text, str) else text)
        return target

    def index(self, language: str, front: str, body: str = "", slug: str = "night-ferry") -> Path:
        title = "" if "title:" in front else "title: Night Ferry\n"
        text = f"---\n{title}{front.strip()}\n---\n{body}"
        return self.write(f"films/{slug}/index_{language}.md", text)

    def read(self, **options: object) -> ParsedFolder:
        return read_folder(self.root, ("en", "de"), **options)  # type: ignore[arg-type]

    def film(self) -> ParsedFilm:
        folder = self.read()
        assert [item.problems for item in folder.failed_films] == []
        (film,) = folder.films
        return film


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path)


@pytest.fixture
def film_of(content: Content) -> Callable[..., ParsedFilm]:
    """The film made of an English and, if given, a German front matter."""

    def build(en: str, de: str | None = None) -> ParsedFilm:
        content.index("en", en)
        if de is not None:
            content.index("de", de)
        return content.film()

    return build
