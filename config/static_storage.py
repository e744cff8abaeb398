"""Static files in production: hashed, compressed, and each style sheet in one piece.

A style sheet is written as one file per component that another one imports. Browsers find imports
one after the other, so that `collectstatic` puts them in the place of their `@import`, without
comments and needless spaces. With DEBUG, files are served as they are.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r"""@import\s+url\(\s*["']?([^"')]+)["']?\s*\)\s*(?:layer\(([\w.-]+)\))?\s*;""")
ADDRESS = re.compile(r"""url\(\s*["']?(?![a-z]+:|/|#)([^"')]+)["']?\s*\)""")
COMMENT = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|/\*.*?\*/""", re.DOTALL)
SPACE = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\s*([{};,])\s*|\s+""")


class OneSheetStorage(CompressedManifestStaticFilesStorage):
    """Static files with content hashes, in which no style sheet imports another."""

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        if not dry_run:
            self._flatten(paths)
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def _flatten(self, paths: dict[str, Any]) -> None:
        """Write every style sheet in one piece, and let Django hash what was written."""
        sheets = {name: _read(*paths[name]) for name in paths if name.endswith(".css")}
        for name in sheets:
            text = shorten(flatten(name, sheets))
            self.delete(name)
            self._save(name, ContentFile(text.encode()))
            paths[name] = (self, name)


def _read(storage: Any, path: str) -> str:
    with storage.open(path) as file:
        return str(file.read().decode())


def flatten(name: str, sheets: Mapping[str, str]) -> str:
    """Return the style sheet `name` with its imports in place; an unknown import stays as it is."""
    return _inline(name, sheets, posixpath.dirname(name), ())


def _inline(name: str, sheets: Mapping[str, str], base: str, above: tuple[str, ...]) -> str:
    folder = posixpath.dirname(name)

    def put_in(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(folder, found[1]))
        if target not in sheets or target in (*above, name):
            return found[0]
        text = _inline(target, sheets, base, (*above, name))
        return f"@layer {found[2]} {{\n{text}\n}}" if found[2] else text

    text = _outside_strings(COMMENT, sheets[name], lambda found: "")
    if folder != base:
        text = ADDRESS.sub(lambda found: f'url("{_move(found[1], folder, base)}")', text)
        # Imports were moved along with the other addresses; they are looked up from `base`.
        folder = base
    return IMPORT.sub(put_in, text)


def _move(address: str, folder: str, base: str) -> str:
    """Return a relative address of a file in `folder` as it must read in `base`."""
    return posixpath.relpath(posixpath.join(folder, address), base or ".")


def shorten(text: str) -> str:
    """Return a style sheet without comments and needless spaces; strings keep theirs."""
    bare = _outside_strings(COMMENT, text, lambda found: "")
    tight = _outside_strings(SPACE, bare, lambda found: found[2] or " ")
    return tight.replace(";}", "}").strip()


def _outside_strings(
    pattern: re.Pattern[str], text: str, replace: Callable[[re.Match[str]], str]
) -> str:
    return pattern.sub(lambda found: found[1] if found[1] else replace(found), text)
