"""The microsite of a film whose editor has made no pages: all of it from the record.

The same film always gets the same identifiers, so that a translation or an address that was once
known keeps its place when the editor starts from these pages.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from editorial.documents import apply_document, document_of
from editorial.kinds import Document
from editorial.models import Record
from films.choices import Usage

Row = dict[str, Any]
# From so much on a part gets a page of its own, and the start page shows a taste of it.
MANY_CREDITS, MANY_STILLS, MANY_VOICES = 8, 6, 4
TASTE_OF_QUOTES, STILLS_ACROSS = 3, 3


@dataclass(frozen=True)
class Plan:
    """A block to be: what it shows, in which form, how much of it."""

    kind: str
    variant: str = ""
    amount: int | None = None


@dataclass(frozen=True)
class PlannedPage:
    key: str
    title: str | Promise
    blocks: tuple[Plan, ...]


def with_default_pages(document: Document) -> Document:
    """Return the document, with pages made of the record if it has none of its own."""
    if document.get("microsite_pages"):
        return document
    made = default_pages(document)
    texts = {
        code: {**known, **made["texts"].get(code, {})} for code, known in document["texts"].items()
    }
    return {**document, **made, "texts": texts}


def default_pages(document: Document) -> Document:
    """Return rows of pages, blocks and entries, and their texts, as they stand in a document."""
    film = UUID(document["uuid"])
    pages: list[Row] = []
    blocks: list[Row] = []
    texts: dict[str, dict[str, dict[str, Row]]] = {
        code: {"microsite_pages": {}} for code in document["texts"]
    }
    for number, page in enumerate(plan_pages(document)):
        uuid = str(uuid5(film, f"microsite/{page.key}"))
        pages.append({"uuid": uuid, "position": number, "is_in_menu": True, "follows_phase": True})
        for place, plan in enumerate(page.blocks):
            block = str(uuid5(film, f"microsite/{page.key}/{plan.kind}"))
            blocks.append(_block_row(block, uuid, place, plan))
        for code, own in texts.items():
            own["microsite_pages"][uuid] = _page_texts(page, code, is_start=number == 0)
    return {"microsite_pages": pages, "blocks": blocks, "entries": [], "texts": texts}


def start_from_defaults(record: Record) -> bool:
    """Turn the pages that a film has by itself into rows, for an editor to go on with.

    Needs an open change. Returns False, and writes nothing, if the film has pages.
    """
    document = document_of(record)
    if document is None or document["microsite_pages"]:
        return False
    apply_document(record, with_default_pages(document))
    return True


def plan_pages(document: Document) -> list[PlannedPage]:
    """Return the pages that this record is worth, the start page first."""
    more = list(_further_pages(document))
    apart = {page.key for page in more}
    start = PlannedPage("start", _("The film"), tuple(_start_blocks(apart)))
    return [start, *more]


def _start_blocks(apart: set[str]) -> Iterator[Plan]:
    """Yield what stands on the start page; blocks without contents leave no trace."""
    yield Plan("hero")
    yield Plan("text")
    yield Plan("video")
    yield Plan("screenings")
    yield Plan("links")
    yield Plan("quotes", "", TASTE_OF_QUOTES if "press" in apart else None)
    yield Plan("festivals", "laurels" if "press" in apart else "full")
    yield Plan("gallery", "slider", STILLS_ACROSS) if "pictures" in apart else Plan("gallery")
    yield Plan("cast", "compact" if "people" in apart else "list")
    if "people" not in apart:
        yield Plan("crew", "table")
    yield Plan("related")
    yield Plan("billing")


def _further_pages(document: Document) -> Iterator[PlannedPage]:
    if len(document.get("credits", [])) >= MANY_CREDITS:
        blocks = (Plan("profiles", "cards"), Plan("cast", "list"), Plan("crew", "departments"))
        yield PlannedPage("people", _("Cast and crew"), blocks)
    stills = [row for row in document.get("images", []) if row["usage"] == Usage.STILL]
    if len(stills) >= MANY_STILLS:
        yield PlannedPage("pictures", _("Pictures"), (Plan("gallery", "grid"),))
    shown, quoted = _count(document, "selections", "awards"), _count(document, "quotes")
    if shown + quoted >= MANY_VOICES:
        title = _("Festivals and press") if quoted else _("Festivals")
        blocks = (Plan("festivals", "full"), Plan("quotes", "list"))
        yield PlannedPage("press", title if shown else _("Press"), blocks)


def _count(document: Document, *parts: str) -> int:
    return sum(len(document.get(part, [])) for part in parts)


def _block_row(uuid: str, page: str, place: int, plan: Plan) -> Row:
    row: Row = {"uuid": uuid, "page": page, "position": place, "kind": plan.kind, "phases": []}
    if plan.variant:
        row["variant"] = plan.variant
    if plan.amount:
        row["amount"] = plan.amount
    return row


def _page_texts(page: PlannedPage, language: str, is_start: bool) -> Row:
    with override(language):
        title = str(page.title)
    return {"title": title} if is_start else {"title": title, "slug": slugify(title)}
