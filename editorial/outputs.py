"""What is made of a published record: pages, microsite, data. The upper rooms register theirs.

A further output (a press kit, a data sheet) is one line: `register_output(Output(...))`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse

from editorial.kinds import Document
from editorial.models import Record

Links = list[tuple[str, str]]
# (request, document, language, template context of the preview's frame, switcher) -> page
Render = Callable[[HttpRequest, Document, str, dict[str, Any], Links], HttpResponse]
Follower = Callable[[Record, str], Iterable[tuple[str, str]]]


@dataclass(frozen=True)
class Mark:
    """A day from which on an output looks otherwise: what that is called, what it then says."""

    day: date
    label: str
    line: str = ""


# (identity, public path) of the pages of one output in one language; '' is the first page's.
Pages = Callable[[Document, str], Iterable[tuple[str, str]]]
Marks = Callable[[Document, str], list[Mark]]


@dataclass(frozen=True)
class Output:
    """One output of a kind of record. `address` is its public path; `render` shows a document.

    Without `render` it has no preview. An address is given for incomplete documents, too. An output
    of several pages names them by `pages`; one that changes with time by itself names the days by
    `marks`, in their order. What is asked for, `render` finds in its frame's `preview`: `part` (a
    page's identity) and `on` (a day, or None for now).
    """

    kind: str
    key: str
    label: Any
    address: Callable[[Document, str], str]
    render: Render | None = None
    pages: Pages | None = None
    marks: Marks | None = None

    def pages_of(self, document: Document, language: str) -> list[tuple[str, str]]:
        """Return (identity, public path) of every page; the first one's identity is ''."""
        if self.pages is None:
            return [("", self.address(document, language))]
        return list(self.pages(document, language))


_outputs: list[Output] = []
_followers: dict[str, list[Follower]] = {}


def register_output(output: Output) -> None:
    _outputs.append(output)


def outputs_of(kind: str) -> list[Output]:
    """Return the outputs of a kind; the main one, which is called like the kind, comes first."""
    found = [output for output in _outputs if output.kind == kind]
    return sorted(found, key=lambda output: output.key != kind)


def previews_of(kind: str) -> list[Output]:
    """Return the outputs that have a preview, the main one first."""
    return [output for output in outputs_of(kind) if output.render is not None]


def register_follower(kind: str, follower: Follower) -> None:
    """Name the (label, address) of other pages that leave the site with a record's language."""
    _followers.setdefault(kind, []).append(follower)


def followers_of(record: Record, language: str) -> list[tuple[str, str]]:
    followers = _followers.get(record.kind, [])
    return [found for follower in followers for found in follower(record, language)]
