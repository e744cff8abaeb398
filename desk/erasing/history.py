"""A person out of revisions, publications and what imports remember.

Revisions and publications are append-only; erasing is the one exception. They are rewritten in
place, with new hashes, so that the desk and what is live still compare as equal.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import JSONField, Model
from django.utils import timezone

from desk.erasing.documents import (
    Cleaning,
    Rows,
    clean_document,
    clean_facts,
    clean_json,
    clean_texts,
    rows_of,
)
from desk.erasing.register_model import Erasure
from desk.erasing.report import ErasureReport
from desk.erasing.spelling import Names
from desk.erasing.stored import holding, rows_holding
from desk.erasing.subject import Subject
from desk.models import ImportedDocument
from editorial.documents import canonical, hash_of
from editorial.kinds import Document, kind_of
from editorial.models import Publication, Reference, Revision
from editorial.parts import whole_document
from sources.models import Intake

INDEX_TEXTS = ("title", "search_text")


def clean_history(
    subject: Subject, names: Names, cleaning: Cleaning, report: ErasureReport
) -> None:
    """Rewrite every stored document that names the person by identifier."""
    _clean_memories(subject, cleaning, report)
    _clean_revisions(subject, names, cleaning, report)
    _clean_publications(subject, cleaning, report)
    shown = Reference.objects.filter(target=subject.record_id)
    report.count(Reference, shown.delete()[0])


def _clean_memories(subject: Subject, cleaning: Cleaning, report: ErasureReport) -> None:
    """Clean what other tables keep as JSON: the memory of imports, whatever comes to it.

    There the credit is forgotten altogether: an import that leaves it out must not seem to have
    deleted it.
    """
    forgetting = Cleaning(cleaning.uuids, cleaning.required)
    for model in apps.get_models():
        if model in (Revision, Publication, Erasure):
            continue
        for field in model._meta.concrete_fields:
            if isinstance(field, JSONField):
                _clean_column(model, field.name, subject, forgetting, report)


def _clean_column(
    model: type[Model], name: str, subject: Subject, cleaning: Cleaning, report: ErasureReport
) -> None:
    for row, value in holding(model, name, cleaning.uuids):
        if getattr(row, "record_id", None) == subject.record_id:
            continue  # goes with the record
        # `update` leaves the time of the row alone: nothing was imported now.
        changed = {name: clean_json(value, cleaning)}
        model._base_manager.filter(pk=row.pk).update(**changed)
        if isinstance(row, ImportedDocument):
            report.count_film(row.record_id, "imports")
        else:
            report.count(model, 1)


def _clean_revisions(
    subject: Subject, names: Names, cleaning: Cleaning, report: ErasureReport
) -> None:
    for revision, document in holding(Revision, "document", cleaning.uuids):
        if revision.record_id == subject.record_id:
            continue  # goes with the record
        cleaned = clean_document(document, cleaning)
        Revision.objects.filter(pk=revision.pk).update(document=cleaned, hash=hash_of(cleaned))
        report.count_film(revision.record_id, "revisions")
    for revision in Revision.objects.exclude(reason="").only("reason").iterator():
        if names.are_in(revision.reason):
            Revision.objects.filter(pk=revision.pk).update(reason=names.blank(revision.reason))
            report.count(Revision, 1)


def _clean_publications(subject: Subject, cleaning: Cleaning, report: ErasureReport) -> None:
    facts = rows_holding(Publication, "parts", cleaning.uuids)
    records = set(facts.values_list("record_id", flat=True)) - {subject.record_id}
    now = timezone.now()
    for record_id in records:
        mine = list(Publication.objects.filter(record=record_id).order_by("publish_at", "pk"))
        rows = {p.pk: rows_of(p.parts, cleaning) for p in mine if not p.language}
        for publication in mine:
            _clean_publication(publication, _rows_for(publication, mine, rows, now), cleaning)
            report.count_film(record_id, "publications")
        for publication in mine:
            _renew_index(publication)


def _rows_for(
    publication: Publication, mine: Iterable[Publication], rows: dict[int, Rows], now: datetime
) -> Rows:
    """Return the person's rows in the facts beside which this publication is shown."""
    if not publication.language:
        return rows[publication.pk]
    last = [p for p in mine if p.language == publication.language and p.publish_at <= now]
    counts = bool(last) and last[-1].pk == publication.pk
    moment = now if counts else publication.publish_at
    beside = [p for p in mine if not p.language and p.publish_at <= moment and not p.cancelled_at]
    return rows[beside[-1].pk] if beside else {}


def _clean_publication(publication: Publication, rows: Rows, cleaning: Cleaning) -> None:
    parts = clean_facts(publication.parts, cleaning)
    if publication.language:
        texts = publication.parts.get("texts", {})
        parts["texts"] = clean_texts(texts, publication.language, rows, cleaning)
    publication.parts, publication.hash = parts, hash_of(parts)
    Publication.objects.filter(pk=publication.pk).update(parts=parts, hash=publication.hash)


def _renew_index(publication: Publication) -> None:
    """Make the columns anew that lists and search read; there names are spelt in another way."""
    mine = Publication.objects.filter(record=publication.record_id)
    moment = max(publication.publish_at, timezone.now())
    whole = whole_document(publication.parts, publication.language, mine, moment)
    index = kind_of(publication.kind).index(whole, publication.language)
    changed = {name: index[name] for name in INDEX_TEXTS if name in index}
    Publication.objects.filter(pk=publication.pk).update(**changed)


def redact_history(names: Names, report: ErasureReport) -> None:
    """Blank the name in the prose of revisions and of publications that are past.

    What is on the desk, live or scheduled is left: there a human decides on the sentence.
    """
    for revision in Revision.objects.iterator(chunk_size=50):
        document = _redacted(revision.document, names)
        if document is not None:
            changed = {"document": document, "hash": hash_of(document)}
            Revision.objects.filter(pk=revision.pk).update(**changed)
            report.count_film(revision.record_id, "redacted")
    past = Publication.objects.exclude(pk__in=Publication.objects.live().values("pk"))
    past = past.exclude(pk__in=Publication.objects.scheduled().values("pk"))
    for publication in past.iterator(chunk_size=50):
        parts = _redacted(publication.parts, names)
        # What is past is searched by nobody.
        index = {"title": names.blank(publication.title), "search_text": ""}
        if parts is not None:
            changed = {"parts": parts, "hash": hash_of(parts), **index}
            Publication.objects.filter(pk=publication.pk).update(**changed)
            report.count_film(publication.record_id, "redacted")
    _redact_intakes(names, report)


def _redact_intakes(names: Names, report: ErasureReport) -> None:
    """Blank the name in what is kept of a film from before and after a source was taken in."""
    for intake in Intake.objects.iterator(chunk_size=50):
        documents = {"before": intake.before, "after": intake.after}
        redacted = {
            name: document
            for name, value in documents.items()
            if value is not None and (document := _redacted(value, names)) is not None
        }
        if redacted:
            Intake.objects.filter(pk=intake.pk).update(**redacted)
            report.count_film(intake.record_id, "redacted")


# What identifies, and what addresses are made of, is no prose; a film's key may be a name.
NO_PROSE = frozenset({"uuid", "key", "slug", "kind", "schema"})


def _redacted(document: Document, names: Names) -> Document | None:
    """Return the document with the name blanked, or None if it does not name the person."""
    if not names.are_in(canonical(document)):
        return None
    redacted: Document = blank_values(document, names, NO_PROSE)
    return redacted if redacted != document else None


def blank_values(value: Any, names: Names, kept: frozenset[str] = frozenset()) -> Any:
    """Return JSON with the name blanked in its texts, but for those under the `kept` keys."""
    if isinstance(value, dict):
        return {
            key: inner if key in kept else blank_values(inner, names, kept)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [blank_values(item, names, kept) for item in value]
    return names.blank(value) if isinstance(value, str) else value
