"""Pictures and the trailer: the files that keys name, checked but not opened."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext

from desk.importing.files import file_error, path_error, relative
from desk.importing.objects import ParsedImage, ParsedTrailer, Usage
from desk.importing.problems import Report
from desk.importing.rows import values_of
from desk.importing.sources import Source

FILM_USAGES: dict[str, Usage] = {
    "poster_image": "still",
    "stills": "still",
    "cinema_poster": "poster",
    "trailer_poster": "trailer_poster",
    "teaser_poster": "teaser",
}


@dataclass(frozen=True)
class NamedFile:
    path: Path
    language: str
    line: int | None


@dataclass
class FileReader:
    """Looks up the files that keys name and remembers which ones were named."""

    folder: Path
    root: Path
    sources: Mapping[str, Source]
    report: Report
    named: set[Path] = field(default_factory=set)

    def read_images(self, usages: Mapping[str, Usage]) -> tuple[ParsedImage, ...]:
        """The pictures in the order of the keys, numbered within their usage."""
        images: list[ParsedImage] = []
        for key, usage in usages.items():
            for item in self._images_of(key, usage):
                position = sum(image.usage == usage for image in images)
                images.append(self._image(item, usage, key, position))
        return tuple(images)

    def _images_of(self, key: str, usage: Usage) -> list[NamedFile]:
        """The files of one key; each has a language only when the languages name others."""
        files = self.read_files(key)
        by_language: dict[str, set[Path]] = {}
        for item in files:
            by_language.setdefault(item.language, set()).add(item.path)
        has_own = usage not in {"still", "portrait"} and self._differs(key)
        unique: dict[Path, NamedFile] = {}
        for item in files:
            is_shared = sum(item.path in paths for paths in by_language.values()) > 1
            language = item.language if has_own and not is_shared else ""
            unique.setdefault(item.path, NamedFile(item.path, language, item.line))
        return list(unique.values())

    def _differs(self, key: str) -> bool:
        said = [source.entries[key].value for source in self.sources.values() if key in source]
        return any(value != said[0] for value in said)

    def _image(self, item: NamedFile, usage: Usage, key: str, position: int) -> ParsedImage:
        file = relative(item.path, self.root)
        return ParsedImage(item.path, file, usage, item.language, position, item.line, key)

    def read_trailer(self, images: tuple[ParsedImage, ...]) -> ParsedTrailer | None:
        """The trailer of the first language that names one."""
        files = self.read_files("trailer_video")
        if not files:
            return None
        first = files[0]
        for other in files[1:]:
            if other.path != first.path:
                message = gettext("There is already a trailer, “%(name)s”. This one was left out.")
                facts = {"name": first.path.name}
                source = self.sources[other.language]
                source.report(self.report, "trailer_video", message % facts)
        posters = [image for image in images if image.usage == "trailer_poster"]
        file = relative(first.path, self.root)
        return ParsedTrailer(first.path, file, first.line, posters[0] if posters else None)

    def read_files(self, key: str) -> list[NamedFile]:
        """The files of one key in all languages; what cannot be taken is reported once."""
        files: list[NamedFile] = []
        refused: set[str] = set()
        for language, source in self.sources.items():
            for value, line in values_of(source, key):
                if not isinstance(value, str) or not value.strip():
                    message = gettext("Expected the name of a file in this folder.")
                    source.report(self.report, key, message, line=line)
                elif value not in refused:
                    item = self._look_up(source, key, value.strip(), line)
                    files += [NamedFile(item, language, line)] if item else []
                    refused |= set() if item else {value}
        return files

    def _look_up(self, source: Source, key: str, value: str, line: int | None) -> Path | None:
        error = path_error(value)
        if not error:
            path = self.folder.joinpath(*PurePosixPath(value).parts)
            self.named.add(path)
            error = file_error(self.folder, value)
        if error:
            source.report(self.report, key, error, value=value, line=line)
            return None
        return path
