"""What is live and what is scheduled, written beside the desk's state and read back."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from desk.exchange.reading import Finder, Source, read_document
from desk.exchange.writing import Labeller, RecordFiles, Row, write_document
from editorial.changes import require_change
from editorial.documents import canonical
from editorial.fields import languages
from editorial.kinds import Document, kind_of
from editorial.models import Address, Publication, Record
from editorial.publishing import Blocked, adopt, split


@dataclass
class State:
    """The publication file of a record, and the folders of what differs from the desk."""

    data: Row
    documents: dict[str, RecordFiles] = field(default_factory=dict)


def write_state(record: Record, document: Document, label: Labeller) -> State | None:
    """Return what visitors see and will see, or None for a record that never was published."""
    now = timezone.now()
    mine = Publication.objects.filter(record=record)
    lines = [*mine.counting(now).order_by("publish_at", "language")]
    lines += mine.scheduled(now).order_by("publish_at", "language")
    former = _former_paths(record, lines)
    if not lines and not former:
        return None
    desk = _normal(document)
    wholes: dict[str, Document] = {}
    entries = []
    for publication in lines:
        entry: Row = {"language": publication.language}
        entry["publish_at"] = publication.publish_at.isoformat()
        if publication.withdrawn_at:
            entry["withdrawn_at"] = publication.withdrawn_at.isoformat()
        whole = _whole(publication)
        mine_now = split(_normal(whole), publication.language)
        if canonical(mine_now) != canonical(split(desk, publication.language)):
            entry["document"] = _place(wholes, whole, publication, now)
        entries.append(entry)
    data: Row = {"lines": entries}
    if former:
        data["former_addresses"] = former
    return State(data, {name: write_document(whole, label) for name, whole in wholes.items()})


def _former_paths(record: Record, lines: list[Publication]) -> Row:
    """Return addresses that redirect, by language."""
    present = {(line.language, line.path) for line in lines}
    former: Row = {}
    for language, path in (
        Address.objects.filter(record=record)
        .order_by("language", "path")
        .values_list("language", "path")
    ):
        if (language, path) not in present:
            former.setdefault(language, []).append(path)
    return former


def _whole(publication: Publication) -> Document:
    if publication.language:
        return {**publication.parts, "texts": {publication.language: publication.texts}}
    return {**publication.parts, "texts": {}}


def _place(wholes: dict[str, Document], whole: Document, line: Publication, now: datetime) -> str:
    """Put a line that differs from the desk into the folder of its moment; return its name."""
    stem = "live" if line.publish_at <= now else f"scheduled-{line.publish_at:%Y%m%dT%H%M%S}"
    name, number = stem, 1
    while name in wholes and _clashes(wholes[name], line):
        number += 1
        name = f"{stem}-{number}"
    known = wholes.get(name)
    if known is None:
        wholes[name] = {**whole, "has_facts": not line.language}
    else:
        texts = {**known["texts"], **whole["texts"]}
        is_facts = not line.language
        base = {**known, **whole} if is_facts else {**whole, **known}
        wholes[name] = {**base, "texts": texts, "has_facts": known["has_facts"] or is_facts}
    return name


def _clashes(known: Document, line: Publication) -> bool:
    return line.language in known["texts"] if line.language else bool(known["has_facts"])


def _normal(document: Document) -> Document:
    """Return the document as it is after being written and read: in the order of the files."""

    def same(_model: Any, ident: str) -> str:
        return ident

    files = write_document(document, same)
    source = Source("", files.data, files.prose)
    return read_document(kind_of(document["kind"]), document["key"], document["uuid"], source, same)


def restore_state(
    record: Record, document: Document, source: Source, documents: dict[str, Source], find: Finder
) -> list[str]:
    """Publish a new record as its file says; return the languages that are live now."""
    kind = kind_of(record.kind)
    read = {
        name: read_document(kind, record.key, str(record.uuid), one, find)
        for name, one in documents.items()
    }
    live = []
    for number, line in enumerate(_entries(source)):
        path = ("lines", number)
        moments = [_moment(source, line, name, path) for name in ("publish_at", "withdrawn_at")]
        language = str(line.get("language") or "")
        if moments[0] is None or (language and language not in languages()):
            source.report(path, language, _("Expected a language of the site and “publish_at”."))
            continue
        name = line.get("document")
        shown = document if name is None else read.get(str(name))
        if shown is None:
            source.report(path, name, _("The folder of this publication is missing."))
            continue
        try:
            publication = adopt(record, shown, language, moments[0], moments[1])
        except Blocked as error:
            source.report(path, language, " ".join(error.messages))
            continue
        now = timezone.now()
        is_over = moments[1] is not None and moments[1] <= now
        if language and publication.publish_at <= now and not is_over:
            live.append(language)
    _claim_former(record, source)
    return live


def _entries(source: Source) -> list[Row]:
    lines = source.data.get("lines", [])
    if not isinstance(lines, list) or not all(isinstance(line, dict) for line in lines):
        source.report(("lines",), lines, _("Expected a list, each entry beginning with “- ”."))
        return []
    return lines


def _moment(source: Source, line: Row, name: str, path: tuple[Any, ...]) -> datetime | None:
    text = line.get(name)
    if text is None:
        return None
    try:
        moment = parse_datetime(str(text))
    except ValueError:
        moment = None
    if moment is None:
        source.report(
            (*path, name), text, _("Expected a moment such as 2026-11-02T09:00:00+01:00.")
        )
        return None
    return moment if moment.tzinfo else timezone.make_aware(moment)


def _claim_former(record: Record, source: Source) -> None:
    require_change()
    former = source.data.get("former_addresses")
    for language, paths in (former if isinstance(former, dict) else {}).items():
        for path in paths if isinstance(paths, list) else []:
            if not Address.objects.filter(language=language, path=path).exists():
                Address.objects.create(language=language, path=path, record=record)
