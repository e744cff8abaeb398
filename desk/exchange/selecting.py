"""One film or page of an export, with everything it refers to."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desk.exchange.folder import ExportFolder, FoundRecord


def select_records(folder: "ExportFolder", only: str) -> bool:
    """Reduce the folder to one film or page and its references; False if there is none."""
    # Asked again for every reference: here they are in memory.
    everything = {kind: list(records) for kind, records in folder.records.items()}
    chosen = [
        record for kind in ("film", "page") for record in everything[kind] if record.key == only
    ]
    if not chosen:
        return False
    named: set[str] = set()
    kept: list[FoundRecord] = []
    while chosen:
        record = chosen.pop()
        kept.append(record)
        sources = [record.source, *record.documents.values()]
        named |= {word for source in sources for word in _words(source.data)}
        chosen += [
            other
            for kind, records in everything.items()
            for other in records
            if kind != "film" and other.key in named and other not in kept and other not in chosen
        ]
    folder.records = {
        kind: [record for record in records if record in kept]
        for kind, records in everything.items()
    }
    folder.images = [image for image in folder.images if image.label in named]
    folder.files = [file for file in folder.files if file.label in named]
    claims = [record.claims.data for record in kept if record.claims is not None]
    said = {word for data in claims for word in _keys(data.get("claims"))}
    folder.texts = [text for text in folder.texts if text.label in said]
    return True


def _keys(value: Any) -> list[str]:
    return list(value) if isinstance(value, dict) else []


def _words(value: Any) -> Iterator[str]:
    """Yield every text of the data that may be a reference; `festival/2011` also as `festival`."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
    elif isinstance(value, str) and len(value) < 200:
        yield value
        yield value.partition("/")[0]
