"""Going live for the first time, many records at once: each table is written once for all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.audit.deeds import Deed
from editorial.audit.noting import note_records
from editorial.changes import Change, change
from editorial.documents import documents_of, hash_of
from editorial.kinds import Document, kind_of
from editorial.models import Address, Publication, Record, Revision
from editorial.parts import split
from editorial.publishing.acting import publish
from editorial.publishing.storing import make_publication, refer_many
from editorial.rights.permits import obstacle

Line = tuple[Record, str]
Refusals = dict[tuple[int, str], list[str]]


@dataclass(frozen=True)
class Going:
    """A record that goes live in one language; the publication is not written yet."""

    record: Record
    document: Document
    publication: Publication

    @property
    def address(self) -> tuple[str, str]:
        return self.publication.language, self.publication.path


def publish_many(lines: Sequence[Line], user: Any = None) -> Refusals:
    """Publish records in languages, now; return why not, by record and language.

    The same as `publish` for each, but that the facts of a record go live once for all of its
    languages. Who has been published before, or has an address that somebody has, is left to
    `publish`.
    """
    now = timezone.now()
    with change(user, _("Published")) as opened:
        documents = documents_of({record.pk: record for record, _language in lines}.values())
        refused: Refusals = {}
        ready: list[Going] = []
        for record, language in lines:
            document = documents[record.pk]
            if document is None:
                refused[record.pk, language] = [_("The record has been deleted.")]
            elif why := _obstacles(record, document, language, opened, now):
                refused[record.pk, language] = why
            else:
                ready.append(_going(record, document, language, opened, now))
        first, others = _part(ready)
        _write(first, opened, now)
        return refused | _publish_each(others, user)


def _obstacles(
    record: Record, document: Document, language: str, opened: Change, now: datetime
) -> list[str]:
    findings = kind_of(record.kind).checklist(document, language)
    blocking = [finding.message for finding in findings if finding.is_blocking]
    why = obstacle(opened.user, record, language, False, now)
    return [*blocking, *([why] if why else [])]


def _going(
    record: Record, document: Document, language: str, opened: Change, now: datetime
) -> Going:
    parts = split(document, language)
    publication = make_publication(record, document, parts, language, now, opened)
    return Going(record, document, publication)


def _part(ready: Sequence[Going]) -> tuple[list[Going], list[Going]]:
    """Part those that are the first of their record and of their address from the others."""
    records = {one.record.pk for one in ready}
    rows = Publication.objects.filter(record__in=records).order_by()
    known = set(rows.values_list("record_id", flat=True).distinct())
    paths = {one.publication.path for one in ready}
    taken = set(Address.objects.filter(path__in=paths).values_list("language", "path"))
    first: list[Going] = []
    others: list[Going] = []
    for one in ready:
        is_first = one.record.pk not in known and one.address not in taken
        (first if is_first else others).append(one)
        taken.add(one.address)
    return first, others


def _write(going: Sequence[Going], opened: Change, now: datetime) -> None:
    if not going:
        return
    facts = {one.record.pk: one for one in going}  # once, however many languages
    neutral = [_going(one.record, one.document, "", opened, now) for one in facts.values()]
    everything = [*neutral, *going]
    Publication.objects.bulk_create([one.publication for one in everything])
    refer_many([
        (one.publication, target)
        for one in everything
        for target in kind_of(one.record.kind).targets(one.document, one.publication.language)
    ])  # fmt: skip
    Address.objects.bulk_create(
        Address(language=one.publication.language, path=one.publication.path, record=one.record)
        for one in going
    )
    Revision.objects.bulk_create(_revision(one, opened) for one in going)
    lines = [(one.record, one.publication.language) for one in going]
    note_records(Deed.PUBLISHED, lines, by=opened.user)
    opened.show()


def _revision(one: Going, opened: Change) -> Revision:
    return Revision(
        record=one.record,
        line=Revision.Line.PUBLISHED,
        language=one.publication.language,
        document=one.document,
        hash=hash_of(one.document),
        user=opened.user,
        reason=opened.reason[:200],
        version=one.record.version,
    )


def _publish_each(others: Iterable[Going], user: Any) -> Refusals:
    refused: Refusals = {}
    for one in others:
        language = one.publication.language
        try:
            with transaction.atomic():
                publish(one.record, language, user)
        except ValidationError as error:
            refused[one.record.pk, language] = list(error.messages)
    return refused
