"""Where an editor entered on the microsite itself that the film can be watched or bought."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from editorial.kinds import Document
from microsites.choices import CallKind
from microsites.phases.objects import Call

Row = dict[str, Any]
OFFERS = (CallKind.WATCH.value, CallKind.BUY.value)


def entered_offers(document: Document, language: str, today: date) -> tuple[Call, ...]:
    """Return the links to watch or buy of blocks that are shown on that day, each address once."""
    blocks = {row["uuid"] for row in document.get("blocks", []) if _is_due(row, today)}
    calls: dict[str, Call] = {}
    for row in document.get("entries", []):
        url = row.get("url", "")
        if url and row.get("kind") in OFFERS and row["block"] in blocks and _is_due(row, today):
            calls.setdefault(url, Call(_label(document, language, row), url, row["kind"]))
    return tuple(sorted(calls.values(), key=lambda call: OFFERS.index(call.kind)))


def _is_due(row: Row, today: date) -> bool:
    starts, ends, day = row.get("starts_on", ""), row.get("ends_on", ""), today.isoformat()
    return (not starts or starts <= day) and (not ends or day <= ends)


def _label(document: Document, language: str, row: Row) -> str:
    """Return the entry's title in the language, else in any, else where it leads."""
    texts = document["texts"]
    order = [language, *(code for code in texts if code != language)]
    titles = (
        texts.get(code, {}).get("entries", {}).get(row["uuid"], {}).get("title", "")
        for code in order
    )
    host = (urlsplit(row["url"]).hostname or "").removeprefix("www.")
    return next((title for title in titles if title), host)
