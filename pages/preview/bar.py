"""What a preview shows and where its links lead: the frame that is laid around a real page."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from editorial.documents import document_of, upgrade
from editorial.fields import languages
from editorial.kinds import Document, kind_of
from editorial.models import Record, Revision
from editorial.names import own_name
from editorial.outputs import Output, previews_of
from pages.preview.view import View


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

    def part(self, key: str, asked: str, language: str) -> str:
        """Return the identity of the output's page that is asked for, '' if there is none such."""
        output = self.output(key)
        pages = output.pages_of(self.document, language) if output else []
        return asked if asked in [part for part, _path in pages] else ""


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


Address = Callable[[View], str]


def counterparts(shown: Shown, view: View, address: Address) -> dict[str, str]:
    """Return preview addresses by the public ones, all for the day that is looked at."""
    return {
        path: address(View(code, output.key, part, view.on))
        for output in shown.outputs
        for code in languages()
        for part, path in output.pages_of(shown.document, code)
    }


def switcher(codes: list[str], view: View, address: Address) -> list[tuple[str, str]]:
    return [(code, address(replace(view, language=code))) for code in codes]


def bar_context(
    shown: Shown, view: View, address: Address, codes: list[str], **more: Any
) -> dict[str, Any]:
    """Return what the bar inside the page says (templates/pages/_preview_bar.html).

    `part` and `on` say to the output itself what is asked for.
    """
    ways = switcher(codes, view, address)
    return {
        "preview": {
            "revision": shown.revision,
            "at": shown.at,
            "part": view.part,
            "on": view.on,
            "pages": [
                (o.label, address(View(view.language, o.key, "", view.on)), o.key == view.key)
                for o in shown.outputs
            ],
            "languages": [(code, own_name(code), url, code == view.language) for code, url in ways],
            **more,
        }
    }
