"""What a preview shows and where its links lead: the frame that is laid around a real page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from editorial.documents import document_of, upgrade
from editorial.fields import languages
from editorial.kinds import Document, kind_of
from editorial.models import Record, Revision
from editorial.names import own_name
from editorial.outputs import Output, previews_of


@dataclass(frozen=True)
class Shown:
    """A record's document as it stood at a moment; without a revision it is the desk's."""

    record: Record
    document: Document
    revision: Revision | None
    at: datetime

    @property
    def outputs(self) -> list[Output]:
        return previews_of(self.record.kind)

    @property
    def written_languages(self) -> list[str]:
        """The languages in which anything is written, or all of them if none is."""
        known = [code for code in languages() if code in self.document["texts"]]
        return known or languages()

    def output(self, key: str) -> Output | None:
        """Return the wanted output, the main one for no key; None for one without a preview."""
        found = [output for output in self.outputs if key in ("", output.key)]
        return next(iter(found), None)


def show_record(record: Record, revision: Revision | None = None) -> Shown | None:
    """Return the desk's state, or a revision's; None if there is no document or no preview."""
    if not previews_of(record.kind):
        return None
    if revision is not None:
        document = upgrade(kind_of(record.kind), revision.document)
        return Shown(record, document, revision, revision.created_at)
    desk = document_of(record)
    if desk is None or record.binned_at is not None:
        return None
    latest = record.revisions.filter(line=Revision.Line.DESK).values_list("created_at", flat=True)
    return Shown(record, desk, None, latest.first() or timezone.now())


Address = Callable[[str, str], str]


def counterparts(shown: Shown, address: Address) -> dict[str, str]:
    """Return preview addresses by the public ones; `address` takes (language, output's key)."""
    return {
        output.address(shown.document, code): address(code, output.key)
        for output in shown.outputs
        for code in languages()
    }


def switcher(codes: list[str], key: str, address: Address) -> list[tuple[str, str]]:
    return [(code, address(code, key)) for code in codes]


def bar_context(
    shown: Shown, language: str, key: str, address: Address, codes: list[str], **more: Any
) -> dict[str, Any]:
    """Return what the bar inside the page says (templates/pages/_preview_bar.html)."""
    return {
        "preview": {
            "revision": shown.revision,
            "at": shown.at,
            "pages": [(o.label, address(language, o.key), o.key == key) for o in shown.outputs],
            "languages": [
                (code, own_name(code), address(code, key), code == language) for code in codes
            ],
            **more,
        }
    }
