"""What is made of a published record: pages, microsite, data. The upper rooms register theirs.

A further output (a press kit, a data sheet) is one line: `register_output(Output(...))`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from editorial.kinds import Document
from editorial.models import Record

Links = list[tuple[str, str]]
# (request, document, language, template context of the preview's frame, switcher) -> page
Render = Callable[[HttpRequest, Document, str, dict[str, Any], Links], HttpResponse]
Follower = Callable[[Record, str], Iterable[tuple[str, str]]]


@dataclass(frozen=True)
class Output:
    """One output of a kind of record. `address` is its public path; `render` shows a document.

    Without `render` it has no preview. An address is given for incomplete documents, too.
    """

    kind: str
    key: str
    label: Any
    address: Callable[[Document, str], str]
    render: Render | None = None


_outputs: list[Output] = []
_followers: dict[str, list[Follower]] = {}


def register_output(output: Output) -> None:
    _outputs.append(output)


def outputs_of(kind: str) -> list[Output]:
    return [output for output in _outputs if output.kind == kind]


def previews_of(kind: str) -> list[Output]:
    """Return the outputs that have a preview, the main one first."""
    return [output for output in outputs_of(kind) if output.render is not None]


def register_follower(kind: str, follower: Follower) -> None:
    """Name the (label, address) of other pages that leave the site with a record's language."""
    _followers.setdefault(kind, []).append(follower)


def followers_of(record: Record, language: str) -> list[tuple[str, str]]:
    followers = _followers.get(record.kind, [])
    return [found for follower in followers for found in follower(record, language)]
