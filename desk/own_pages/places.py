"""Where the values of a front matter stand in the text, in characters."""

import re

from desk.importing.frontmatter import FrontMatter
from desk.importing.strict_yaml import KeyPath
from sources.reading.objects import Place

_LINE_END = re.compile(r"\r\n|\r|\n")


class Places:
    """Knows the rows of a text by number, from 1, and which of them a key takes."""

    def __init__(self, text: str, front: FrontMatter) -> None:
        self.text = text
        self.front = front
        ends = [match.span() for match in _LINE_END.finditer(text)]
        starts = [0, *(end for _start, end in ends)]
        stops = [*(start for start, _end in ends), len(text)]
        self._rows = list(zip(starts, stops, strict=True))
        self._paths: dict[int, KeyPath] = {}
        for path, line in sorted(front.lines.items(), key=lambda item: len(item[0])):
            if path:  # the whole mapping has a line, too
                self._paths.setdefault(line, path)

    def of_line(self, line: int | None) -> Place:
        """Return where the value that begins in a row stands, with all that belongs to it."""
        if line is None or line not in self._paths:
            return self.rows(2, self.front.body_line - 2)
        return self.of(self._paths[line])

    def of(self, path: KeyPath) -> Place:
        lines = self.front.lines
        mine = [line for known, line in lines.items() if known[: len(path)] == path]
        later = [line for line in lines.values() if line > max(mine)]
        return self.rows(min(mine), min([*later, self.front.body_line - 1]) - 1)

    def body(self) -> Place:
        return self.rows(self.front.body_line, len(self._rows))

    def rows(self, first: int, last: int) -> Place:
        """Return the place of rows without the white space around them."""
        last = max(first, min(last, len(self._rows)))
        start, end = self._rows[first - 1][0], self._rows[last - 1][1]
        printed = self.text[start:end]
        bare = printed.strip()
        start += printed.index(bare) if bare else 0
        return start, start + len(bare)
