"""Everything that is stored about a person, for the person (right of access, Art. 15 GDPR)."""

from collections import Counter
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from desk.erasing.backups import backups_holding
from desk.erasing.findings import by_sentence, find_left
from desk.erasing.stored import rows_holding
from desk.erasing.subject import Subject, subject_of
from desk.models import ImportedDocument
from editorial.documents import document_of
from editorial.fields import column, languages
from editorial.models import Publication, Record, Revision
from films.models import Award, Credit
from people.models import Person

STORED = (
    ("revisions", Revision, "document"),
    ("publications", Publication, "parts"),
    ("imports", ImportedDocument, "document"),
)


def data_of(person: Person) -> dict[str, Any]:
    """Return it as JSON. Who of the staff changed what is left out: that is about others."""
    subject = subject_of(person)
    record = person.record
    sentences = by_sentence(find_left(subject.spellings(), frozenset()))
    return {
        "made_at": timezone.now().isoformat(),
        "record": document_of(record),
        "names_in_use": list(subject.names),
        "merged": sorted(subject.uuids - {subject.uuid}),
        "portrait": _portrait(person),
        "pictures_showing_the_person": [
            {"file": row.image.original_name, "record": str(row.image.record)}
            for row in person.depictions.select_related("image__record")
        ],
        "credits": [_credit(row) for row in Credit.objects.filter(person=person)],
        "awards": [_award(row) for row in Award.objects.filter(recipient=person)],
        "documents_naming_the_person": _documents(subject),
        "texts_naming_the_person": [
            {
                "record": sentence.finding.record,
                "field": sentence.finding.field,
                "language": sentence.finding.language,
                "where": [where for where, _count in sentence.places],
                "text": sentence.finding.sentence,
            }
            for sentence in sentences
            if sentence.finding.record != str(record)
        ],
        "history": [
            {"at": at.isoformat(), "reason": reason, "record": document}
            for at, reason, document in Revision.objects.filter(record=record).values_list(
                "created_at", "reason", "document"
            )
        ],
        "log": _log(person),
        "backups": [
            {"file": backup.name, "made_at": backup.made_at.isoformat()}
            for backup in backups_holding(subject.known_since, timezone.now())
        ],
    }


def _portrait(person: Person) -> dict[str, Any] | None:
    if person.portrait is None:
        return None
    return {"file": person.portrait.original_name, "record": document_of(person.portrait.record)}


def _texts(row: Any, name: str) -> dict[str, str]:
    values = {language: getattr(row, column(name, language)) for language in languages()}
    return {language: text for language, text in values.items() if text}


def _credit(row: Credit) -> dict[str, Any]:
    return {
        "film": row.film.key,
        "titles": _texts(row.film, "title"),
        "role": row.role.key if row.role else "",
        "role_as_printed": _texts(row, "role_text"),
        "credited_as": row.credited_as,
        "character": _texts(row, "character"),
        "is_uncredited": row.is_uncredited,
    }


def _award(row: Award) -> dict[str, Any]:
    return {
        "film": row.film.key,
        "name": _texts(row, "name"),
        "body": _texts(row, "body"),
        "year": row.year,
        "result": row.result,
    }


def _documents(subject: Subject) -> dict[str, dict[str, int]]:
    """Return how many stored documents of each record name the person, former ones included."""
    counted: dict[str, Counter[str]] = {}
    for word, model, name in STORED:
        holders = rows_holding(model, name, subject.uuids).exclude(record=subject.record_id)
        for record_id in holders.values_list("record_id", flat=True):
            key = str(Record.objects.get(pk=record_id))
            counted.setdefault(key, Counter())[word] += 1
    return {key: dict(counter) for key, counter in sorted(counted.items())}


def _log(person: Person) -> list[dict[str, Any]]:
    mine = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Person), object_id=str(person.pk)
    )
    return [
        {"at": entry.action_time.isoformat(), "what": entry.get_change_message()} for entry in mine
    ]
