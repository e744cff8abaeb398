"""Boxes in boxes of an MP4 or QuickTime file (ISO/IEC 14496-12, section 4.2)."""

import os
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from assets.containers import Broken

# A fragmented film of two hours has some 40,000; walking through them takes a tenth of a second.
MAX_BOXES = 50_000


class Box(NamedTuple):
    """Where a box lies, in bytes of the file: its beginning, its content, its end."""

    kind: bytes
    start: int
    content: int
    end: int


class BoxReader:
    """Walks through the boxes of one file; all walks together may meet `MAX_BOXES`."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.left = MAX_BOXES

    def outermost(self) -> Iterator[Box]:
        """Yield the boxes of the file itself."""
        return self.between(0, self.file.seek(0, os.SEEK_END))

    def inside(self, box: Box) -> Iterator[Box]:
        """Yield the boxes that a box consists of."""
        return self.between(box.content, box.end)

    def between(self, start: int, end: int) -> Iterator[Box]:
        """Yield the boxes between two places; raises Broken if they contradict each other."""
        while end - start >= 8:
            self.left -= 1
            if self.left < 0:
                raise Broken("boxes")
            box = self._read(start, end)
            yield box
            start = box.end

    def read(self, box: Box, most: int) -> bytes:
        """Return the first bytes of what is in a box."""
        self.file.seek(box.content)
        return self.file.read(min(box.end - box.content, most))

    def _read(self, start: int, end: int) -> Box:
        self.file.seek(start)
        header = self.file.read(16)
        size, kind, length = int.from_bytes(header[:4], "big"), header[4:8], 8
        if size == 1:
            size, length = int.from_bytes(header[8:16], "big"), 16
        elif size == 0:  # reaches to the end, or is the zero that ends a list of QuickTime
            size = end - start
        if size < length or start + size > end:
            raise Broken(kind.decode("latin-1"))
        return Box(kind, start, start + length, start + size)
