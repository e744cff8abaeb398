"""What code may ask of a storage on another machine; Amazon's library is loaded by none of it."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import timedelta
from typing import BinaryIO


class StoreAway(OSError):
    """The file store does not answer, or refuses us: nothing is known of its files."""


class OutOfRange(OSError):
    """The file has no such bytes."""


class Remote(ABC):
    """A storage that is no folder here. Every method may raise `StoreAway`."""

    # Whether browsers may be sent to the store itself for what is large.
    is_reachable: bool

    @abstractmethod
    def open_part(self, name: str, first: int, length: int) -> BinaryIO:
        """Open `length` bytes of a file from the byte `first`, to be read once. One request."""

    @abstractmethod
    def open_from(self, name: str, first: int, length: int) -> tuple[BinaryIO, int]:
        """Do the same and return the size of the whole file as well. One request.

        Raises `OutOfRange` if the file ends before `first`.
        """

    @abstractmethod
    def renew(self, name: str) -> bool:
        """Make a file young again; False if there is none. One request."""

    @abstractmethod
    def walk(self) -> Iterator[tuple[str, int]]:
        """Yield name and size in bytes of every file, sorted. One request for a thousand."""

    @abstractmethod
    def answers(self) -> bool:
        """Ask the store for nothing in particular, and tell whether it answered."""

    @abstractmethod
    def signed_url(
        self, name: str, lasts: timedelta, content_type: str, disposition: str = ""
    ) -> str:
        """Return an address at the store that gives the file to anybody for a time. No request."""
