"""What is live and what is scheduled, written beside the desk's state and read back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from desk.exchange.reading import Finder, Source, read_document
from desk.exchange.writing import Labeller, RecordFiles, Row, write_document
from desk.importing.strict_yaml import KeyPath
from editorial.changes import require_change
from editorial.documents import canonical
from editorial.fields import languages
from editorial.kinds import Document, kind_of
from editorial.models import Address, Publication, Record
from editorial.moments import check_moment
from editorial.parts import split
from editorial.publishing import Blocked, adopt
from pages.addresses import SLUG

LONGEST_PATH = 250


@dataclass
class State:
    """The publication file of a record, and the folders of what differs from the desk."""

    data: Row
    documents: dict[str, RecordFiles] = field(default_factory=dict)


@dataclass
class Standing:
    """What counts or is scheduled of a record, and the addresses it has, in order."""

    lines: list[Publication] = field(default_factory=list)
    paths: list[tuple[str, str]] = field(default_factory=list)


def read_standings(records: Iterable[Record], now: datetime) -> dict[int, Standing]:
    """Return what is published of records that were published once. Three queries."""
    pks = [record.pk for record in records]
    found: dict[int, Standing] = defaultdict(Standing)
    mine = Publication.objects.filter(record__in=pks).defer("search_text")
    for publications in (mine.counting(now), mine.scheduled(now)):
        for publication in publications.order_by("publish_at", "language"):
            found[publication.record_id].lines.append(publication)
    addresses = Address.objects.filter(record__in=pks).order_by("language", "path")
    for pk, language, path in addresses.values_list("record", "language", "path"):
        found[pk].paths.append((language, path))
    return found


def write_state(
    document: Document, standing: Standing, label: Labeller, now: datetime
) -> State | None:
    """Return what visitors see and will see, or None for a record that never was published."""
    lines, former = standing.lines, _former_paths(standing)
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
        if publication.language and publication.path != _path_of(whole, publication.language):
            entry["path"] = publication.path  # the page above has moved since
        mine_now = split(_normal(whole), publication.language)
        if canonical(mine_now) != canonical(split(desk, publication.language)):
            entry["document"] = _place(wholes, whole, publication, now)
        entries.append(entry)
    data: Row = {"lines": entries}
    if former:
        data["former_addresses"] = former
    return State(data, {name: write_document(whole, label) for name, whole in wholes.items()})


def _former_paths(standing: Standing) -> Row:
    """Return addresses that redirect, by language."""
    present = {(line.language, line.path) for line in standing.lines}
    former: Row = {}
    for language, path in standing.paths:
        if (language, path) not in present:
            former.setdefault(language, []).append(path)
    return former


def _path_of(document: Document, language: str) -> str | None:
    path: str | None = kind_of(document["kind"]).index(document, language)["path"]
    return path


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
        language = str(line.get("language") or "")
        if _restore_line(record, document, read, source, ("lines", number), line):
            live.append(language)
    _claim_former(record, source)
    return live


def _restore_line(
    record: Record,
    desk: Document,
    documents: dict[str, Document],
    source: Source,
    step: KeyPath,
    line: Row,
) -> bool:
    """Publish one line; True if a language is live by it."""
    begin, end = (_moment(source, line, name, step) for name in ("publish_at", "withdrawn_at"))
    language = str(line.get("language") or "")
    if begin is None or (language and language not in languages()):
        source.report(step, language, _("Expected a language of the site and “publish_at”."))
        return False
    name, path = line.get("document"), line.get("path")
    shown = desk if name is None else documents.get(str(name))
    if shown is None:
        source.report(step, name, _("The folder of this publication is missing."))
        return False
    if language and path is None:
        path = _path_of(shown, language)
        is_known = path is not None
    else:
        is_known = path is None or is_path(path)
    if not is_known:
        source.report(step, path, _("A publication needs an address of words such as “about-us”."))
        return False
    try:
        adopt(record, shown, language, begin, end, path or "")
    except Blocked as error:
        source.report(step, language, " ".join(error.messages))
        return False
    now = timezone.now()
    return bool(language) and begin <= now and not (end is not None and end <= now)


def is_path(path: Any) -> bool:
    """Tell whether this is an address below a language: words and slashes."""
    is_short = isinstance(path, str) and len(path) <= LONGEST_PATH
    return is_short and all(SLUG.fullmatch(word) for word in path.split("/"))


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
        if moment is not None:
            check_moment(moment)
    except (ValueError, ValidationError):
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
    if not isinstance(former, dict | None):
        source.report(("former_addresses",), former, _("Expected a list below each language."))
        return
    for language, paths in (former or {}).items():
        for number, path in enumerate(paths if isinstance(paths, list) else [paths]):
            if language not in languages() or not is_path(path):
                step = ("former_addresses", language, number)
                source.report(step, path, _("This is no address in a language of the site."))
            elif not Address.objects.filter(language=language, path=path).exists():
                Address.objects.create(language=language, path=path, record=record)
