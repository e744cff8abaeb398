"""Files of the new site: linked from the former where they are the same, else written anew."""

import gzip
import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import brotli

from desk.static_site.manifest import Known

# Below this a twin saves nothing that anybody would notice; bytes.
MIN_TWIN = 400
TWINS = (".gz", ".br")
SAME, CHANGED, NEW = "same", "changed", "new"
# Files whose name says their content need no hash.
BY_NAME = "name"


@dataclass(frozen=True)
class Written:
    place: str
    known: Known
    change: str


class Folder:
    """The site being built, and the one that stands; `before` is what that one holds."""

    def __init__(self, new: Path, former: Path, before: Mapping[str, Known]) -> None:
        self.new, self.former, self.before = new, former, before

    def write(self, place: str, data: bytes, is_text: bool) -> Written:
        """Write a file, with its compressed twins if it is text."""
        digest = hashlib.sha256(data).hexdigest()[:32]
        known = Known(digest, len(data), is_text and len(data) >= MIN_TWIN)
        if self._keep(place, known):
            return Written(place, known, SAME)
        path = self._make_room(place)
        path.write_bytes(data)
        if known.has_twins:
            self._write_twins(path, data)
        return Written(place, known, self._change(place))

    def stream(self, place: str, pieces: Iterable[bytes]) -> Written:
        """Write a large file piece by piece."""
        path, digest, size = self._make_room(place), hashlib.sha256(), 0
        with path.open("wb") as file:
            for piece in pieces:
                file.write(piece)
                digest.update(piece)
                size += len(piece)
        known = Known(digest.hexdigest()[:32], size)
        if self.before.get(place) == known:
            path.unlink()
            if self._keep(place, known):
                return Written(place, known, SAME)
        return Written(place, known, self._change(place))

    def link(self, place: str, source: Path) -> Written:
        """Take over a file whose name says its content; it shares its room on the disk."""
        known = Known(BY_NAME, source.stat().st_size)
        if self._keep(place, known):
            return Written(place, known, SAME)
        path = self._make_room(place)
        try:
            os.link(source, path)
        except OSError:  # another disk, or another owner
            shutil.copyfile(source, path)
        return Written(place, known, self._change(place))

    def _keep(self, place: str, known: Known) -> bool:
        """Link a file of the former site with its twins; False if it is not there like that."""
        if self.before.get(place) != known:
            return False
        names = [place, *(place + ending for ending in TWINS if known.has_twins)]
        try:
            if (self.former / place).stat().st_size != known.size:
                return False
            path = self._make_room(place)
            for name in names:
                os.link(self.former / name, path.with_name(Path(name).name))
        except OSError:
            for name in names:
                (self.new / name).unlink(missing_ok=True)
            return False
        return True

    def _change(self, place: str) -> str:
        return CHANGED if place in self.before else NEW

    def _make_room(self, place: str) -> Path:
        path = self.new / place
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def _write_twins(self, path: Path, data: bytes) -> None:
        """Write what web servers send in place of the file (gzip_static, brotli_static)."""
        packed = gzip.compress(data, 9, mtime=0)
        path.with_name(path.name + ".gz").write_bytes(packed)
        path.with_name(path.name + ".br").write_bytes(brotli.compress(data, quality=9))


def is_whole(folder: Path, files: Mapping[str, Known]) -> bool:
    """Tell whether all files of a site are there, with their sizes and twins."""
    try:
        return all(_is_there(folder / place, known) for place, known in files.items())
    except OSError:
        return False


def _is_there(path: Path, known: Known) -> bool:
    if path.stat().st_size != known.size:
        return False
    return not known.has_twins or all(path.with_name(path.name + e).stat().st_size for e in TWINS)
