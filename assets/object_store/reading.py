"""Reading objects: in windows that grow for who reads on, or one part as it comes."""

import io
from collections.abc import Callable
from typing import Any

# A picture's size stands at its beginning, and an archive's directory at its end; who reads on
# reads the whole. Bytes.
FIRST_WINDOW = 256 * 1024
LARGEST_WINDOW = 4 * 1024 * 1024
Fetch = Callable[[int, int], bytes]


class ObjectFile(io.RawIOBase):
    """An object to be read from any place; `fetch(start, end)` returns bytes without the end.

    `begin`: what is known of it already.
    """

    def __init__(self, fetch: Fetch, size: int, begin: bytes = b"") -> None:
        self._fetch = fetch
        self._size = size
        self._position = 0
        self._start = 0
        self._window = begin

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError(f"{base + offset} is before the beginning")
        self._position = base + offset
        return self._position

    def readinto(self, buffer: Any) -> int:
        if self._position >= self._size or not len(buffer):
            return 0
        end = self._start + len(self._window)
        if not self._start <= self._position < end:
            self._load(is_next=bool(self._window) and self._position == end)
        at = self._position - self._start
        piece = self._window[at : at + len(buffer)]
        buffer[: len(piece)] = piece
        self._position += len(piece)
        return len(piece)

    def _load(self, is_next: bool) -> None:
        length = min(2 * len(self._window), LARGEST_WINDOW) if is_next else FIRST_WINDOW
        self._start = self._position
        self._window = self._fetch(self._start, min(self._start + length, self._size))
