"""Long lists of a microsite in pages: `?entries=2`."""

from collections.abc import Sequence
from typing import TypeVar

from films.catalogue.views import Pager

Item = TypeVar("Item")


def page_address(url: str, number: int, anchor: str = "") -> str:
    """Return where a page of a list stands; the first one is the page itself."""
    query = f"{'&' if '?' in url else '?'}entries={number}" if number > 1 else ""
    return f"{url}{query}{f'#{anchor}' if anchor else ''}"


def make_pager(url: str, anchor: str, number: int, count: int, size: int) -> Pager:
    """Return where the list stands: on the page asked for, or on the last if there are fewer."""
    last = max(1, -(-count // size))
    at = min(max(1, number), last)

    def address(page: int) -> str:
        return page_address(url, page, anchor) if 1 <= page <= last else ""

    return Pager(at, last, address(at - 1), address(at + 1))


def cut_page(items: Sequence[Item], pager: Pager, size: int) -> Sequence[Item]:
    """Return what stands on the pager's page."""
    return items[(pager.number - 1) * size : pager.number * size]
