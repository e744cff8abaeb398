"""Finished pages in the memory of one process, and who makes the ones that are missing."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Event, Lock

from config.page_cache.bodies import Page

# One page must not push out all others.
LARGEST_SHARE = 8
# Lists that visitors narrow or turn over can be asked for in any number.
QUERY_SHARE = 4


@dataclass(frozen=True)
class Entry:
    """A page that is right while the content has this version and before `until` (Unix time)."""

    page: Page
    version: int
    until: float


class Shelf:
    """Pages of one content version, as many as fit; what was not asked for longest goes first."""

    def __init__(self, size: int) -> None:
        self._size, self._used = size, 0
        self._version = -1
        self._entries: OrderedDict[str, Entry] = OrderedDict()
        self._lock = Lock()

    @property
    def used(self) -> int:
        """Return how many bytes are taken."""
        return self._used

    def find(self, key: str, version: int, now: float) -> Entry | None:
        with self._lock:
            entry = self._entries.get(key)
            if entry is None or entry.version != version or entry.until <= now:
                return None
            self._entries.move_to_end(key)
        return entry

    def put(self, key: str, entry: Entry) -> None:
        size = entry.page.size
        if size > self._size // LARGEST_SHARE:
            return
        with self._lock:
            if entry.version != self._version:
                # None of the others is right any more. After a restore numbers are higher, too.
                if entry.version < self._version:
                    return
                self._entries.clear()
                self._used, self._version = 0, entry.version
            former = self._entries.pop(key, None)
            self._used += size - (former.page.size if former else 0)
            self._entries[key] = entry
            while self._used > self._size:
                _key, oldest = self._entries.popitem(last=False)
                self._used -= oldest.page.size


class Entries:
    """All pages of a process: those with a query have a share of their own."""

    def __init__(self, size: int) -> None:
        """`size` in bytes, for all encodings together."""
        self._narrowed = Shelf(size // QUERY_SHARE)
        self._plain = Shelf(size - size // QUERY_SHARE)

    @property
    def used(self) -> int:
        return self._plain.used + self._narrowed.used

    def find(self, key: str, version: int, now: float) -> Entry | None:
        shelf = self._narrowed if "?" in key else self._plain
        return shelf.find(key, version, now)

    def put(self, key: str, entry: Entry) -> None:
        shelf = self._narrowed if "?" in key else self._plain
        shelf.put(key, entry)


class Makers:
    """One maker for each page: who comes meanwhile waits."""

    def __init__(self) -> None:
        self._at_work: dict[Hashable, Event] = {}
        self._lock = Lock()

    def begin(self, page: Hashable) -> Event | None:
        """Return None to whoever is to make it; to others the event of its being done."""
        with self._lock:
            waiting = self._at_work.get(page)
            if waiting is None:
                self._at_work[page] = Event()
            return waiting

    def end(self, page: Hashable) -> None:
        with self._lock:
            self._at_work.pop(page).set()
