"""Documents, revisions, publications, references and addresses of many records at once.

What stands in them is made by the program's own functions; only the writing is in bulk. A test
publishes the same rows through the door and compares.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import F

from bench.size.films import TODAY
from bench.size.shared import write
from editorial.documents import hash_of
from editorial.documents.identities import idents_of
from editorial.documents.reading import make_document
from editorial.kinds import Document, Kind, Part, kind_of
from editorial.models import Address, Publication, Record, Reference, Revision
from editorial.models.window import settle
from editorial.parts import split
from editorial.publishing.storing import record_ids

LANGUAGES = ("en", "de")
# Of a hundred films so many are published in both languages, in one of them, twice, not at all.
BOTH, ONE, AGAIN = 88, 8, 25


def read_documents(kind: Kind, records: Sequence[Record]) -> dict[int, Document]:
    """Return the documents of records of one kind. One query a table, whatever their number."""
    owned = {part.name: _read_rows(part, records) for part in kind.parts}
    everything = {name: [row for rows in found.values() for row in rows]
                  for name, found in owned.items()}  # fmt: skip
    idents = idents_of(kind, everything)
    return {
        record.pk: make_document(
            record, {name: found.get(record.pk, []) for name, found in owned.items()}, idents
        )
        for record in records
    }


def _read_rows(part: Part, records: Sequence[Record]) -> dict[int, list[models.Model]]:
    owner = part.owner or "record"
    names = {field.name for field in part.model._meta.concrete_fields}
    order = ["position", "pk"] if "position" in names else ["pk"]
    rows: Any = part.model._default_manager.filter(**{f"{owner}__in": [r.pk for r in records]})
    rows = rows.annotate(owner_pk=F(owner)).order_by(*order)
    many = [field.name for field in part.model._meta.many_to_many]
    found: dict[int, list[models.Model]] = defaultdict(list)
    for row in rows.prefetch_related(*many):
        found[row.owner_pk].append(row)
    return found


def store_desk(records: Sequence[Record], documents: dict[int, Document]) -> None:
    """Write the desk's revision of each record."""
    made = [_revision(record, documents[record.pk], Revision.Line.DESK) for record in records]
    write(Revision, made)


def _revision(record: Record, document: Document, line: str, language: str = "") -> Revision:
    return Revision(
        record=record, line=line, language=language, document=document, hash=hash_of(document),
        reason="Edited" if line == Revision.Line.DESK else "Published", version=1,
    )  # fmt: skip


def publish_films(
    dice: random.Random, records: Sequence[Record], documents: dict[int, Document]
) -> None:
    """Write publications, references, addresses and published revisions of these films."""
    publications, revisions, addresses = [], [], []
    for record in records:
        document, spoken = documents[record.pk], _choose_languages(dice)
        for moment in _choose_moments(dice) if spoken else ():
            for language in ("", *spoken):
                publications.append(
                    (make_publication(record, document, language, moment), document)
                )
        revisions += [_revision(record, document, "published", code) for code in spoken]
        addresses += [
            Address(language=code, path=document["texts"][code]["facts"]["slug"], record=record)
            for code in spoken
        ]
    write(Publication, [publication for publication, _document in publications])
    settle(record.pk for record in records)
    write(Revision, revisions)
    write(Address, addresses)
    write(Reference, make_references(publications))


def _choose_languages(dice: random.Random) -> tuple[str, ...]:
    chance = dice.random() * 100
    if chance < BOTH:
        return LANGUAGES
    return (dice.choice(LANGUAGES),) if chance < BOTH + ONE else ()


def _choose_moments(dice: random.Random) -> tuple[datetime, ...]:
    last = TODAY - timedelta(days=dice.randint(1, 1000), seconds=dice.randint(0, 80_000))
    is_again = dice.random() * 100 < AGAIN
    return (last - timedelta(days=200), last) if is_again else (last,)


def make_publication(
    record: Record, document: Document, language: str, moment: datetime
) -> Publication:
    parts = split(document, language)
    index = kind_of(record.kind).index(document, language)
    return Publication(
        record=record, language=language, parts=parts, hash=hash_of(parts), publish_at=moment,
        kind=record.kind, **index,
    )  # fmt: skip


def make_references(publications: Iterable[tuple[Publication, Document]]) -> list[Reference]:
    """Return the references of publications that are written."""
    listed = [
        (publication, list(kind_of(publication.kind).targets(document, publication.language)))
        for publication, document in publications
    ]
    ids = record_ids({target.uuid for _publication, targets in listed for target in targets})
    return [
        Reference(
            publication=publication, target_id=ids[target.uuid], usage=target.usage,
            row=target.row, role=target.role, character=target.character[:250],
            position=target.position, year=target.year,
        )
        for publication, targets in listed for target in targets
    ]  # fmt: skip
