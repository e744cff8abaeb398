"""One text page out of its language files."""

from collections.abc import Mapping
from pathlib import Path

from django.utils.translation import gettext

from desk.importing.bodies import drop_rules
from desk.importing.objects import ParsedPage
from desk.importing.pictures import FileReader
from desk.importing.problems import Report
from desk.importing.sources import Source
from desk.importing.titles import read_titles


class PageBuilder:
    """Reads one page; `sources` begins with the language that decides when they disagree."""

    def __init__(
        self, sources: Mapping[str, Source], languages: tuple[str, ...], report: Report
    ) -> None:
        self.sources = sources
        self.languages = languages
        self.report = report
        self.titles = read_titles(sources, report)

    def build(self, slug: str, folder: Path, root: Path) -> tuple[ParsedPage, frozenset[Path]]:
        """The page without its problems, and the files that its keys name."""
        files = FileReader(folder, root, self.sources, self.report)
        images = files.read_images({"image": "portrait"})
        bodies = {key: drop_rules(source.body.split("\n")) for key, source in self.sources.items()}
        alts = {key: source.text("alt", self.report) for key, source in self.sources.items()}
        for image in images[1:]:
            message = gettext("A page has one picture. This one was left out.")
            self.report.add(
                image.file, message, line=image.line, key=image.key, value=image.path.name
            )
        page = ParsedPage(
            slug=slug,
            folder=folder.relative_to(root).as_posix(),
            title=self.titles,
            body={key: text for key, text in bodies.items() if text},
            image=images[0] if images else None,
            image_alt={key: text for key, text in alts.items() if text},
            position=self._read_position(),
            languages=tuple(key for key in self.languages if key in self.titles),
            problems=(),
        )
        return page, frozenset(files.named)

    def _read_position(self) -> int:
        for source in self.sources.values():
            text = source.text("position", self.report)
            if text.isascii() and text.isdigit() and len(text) < 6:
                return int(text)
            if text:
                message = gettext("Expected a whole number. The value was left out.")
                source.report(self.report, "position", message)
        return 0
