"""A long list that lies on the disk instead of in memory."""

import os
import pickle
import tempfile
import weakref
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


class Spool(Sequence[T]):
    """Objects in their order; each is read anew whenever it is asked for.

    The file has no name and is readable by nobody else: it goes with the process, however that
    ends. Raises `OSError` where the temporary folder (`TMPDIR`) is full.
    """

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._file = tempfile.TemporaryFile(prefix="lichtspiel-")  # noqa: SIM115
        weakref.finalize(self, self._file.close)
        self._places = array("Q")
        self.extend(items)

    def append(self, item: T) -> int:
        """Write an object behind the others; return its number."""
        self._places.append(self._file.seek(0, os.SEEK_END))
        pickle.dump(item, self._file, pickle.HIGHEST_PROTOCOL)
        return len(self._places) - 1

    def extend(self, items: Iterable[T]) -> None:
        for item in items:
            self.append(item)

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, number: Any) -> Any:
        self._file.seek(self._places[number])
        return pickle.load(self._file)  # noqa: S301  # nosec B301  # our own, from a file without a name
