"""What an export is going to write: the texts wait on the disk, not in memory."""

from collections.abc import Iterator, Mapping

from desk.exchange.syncing import Content, Stored
from desk.spool import Spool


class Collected(Mapping[str, Content]):
    """Files by path: a text, or a file of the media folder."""

    def __init__(self) -> None:
        self._texts: Spool[bytes] = Spool()
        self._places: dict[str, int | Stored] = {}

    def add(self, path: str, content: Content) -> None:
        self._places[path] = content if isinstance(content, Stored) else self._texts.append(content)

    def __getitem__(self, path: str) -> Content:
        place = self._places[path]
        return place if isinstance(place, Stored) else self._texts[place]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
