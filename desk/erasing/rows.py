"""A person's rows: credits, awards, whatever else points to the person, at last the record."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from desk.erasing.documents import Cleaning
from desk.erasing.report import ErasureReport
from desk.erasing.subject import Subject
from desk.finding.entry import SearchEntry
from editorial.changes import Change
from editorial.fields import column, languages
from editorial.models import Record, TranslationState
from films.models import Award, Credit
from people.models import NameKey, Person, PersonName


def erase_rows(
    person: Person, subject: Subject, cleaning: Cleaning, opened: Change, report: ErasureReport
) -> None:
    """Delete the person, and with him or her what means nothing without.

    Nothing protects here: whatever refers to the person is asked to do without, or goes.
    """
    _take_credits(person, cleaning, report)
    _take_awards(person, report)
    for relation in _relations(Person):
        release(relation, person.pk, opened, report)
    report.count(PersonName, person.names.count())
    record = person.record
    person.delete()
    report.count(Person, 1)
    for relation in _relations(Record):
        release(relation, record.pk, opened, report)
    NameKey.objects.filter(record=record).delete()  # made of the names: nothing of its own
    _count_cascade(record.delete()[1], report)
    bump_versions(opened.touched - {subject.record_id})


def erase_merged(subject: Subject, opened: Change, report: ErasureReport) -> None:
    """Delete the records that were merged into the person: their history names him or her."""
    merged = Record.objects.filter(uuid__in=subject.uuids).exclude(pk=subject.record_id)
    for record in merged:
        for relation in _relations(Record):
            release(relation, record.pk, opened, report)
        NameKey.objects.filter(record=record).delete()
        _count_cascade(record.delete()[1], report)


def _take_credits(person: Person, cleaning: Cleaning, report: ErasureReport) -> None:
    credits = list(Credit.objects.filter(person=person))
    for credit in credits:
        report.count_film(credit.film_id, "credits")
        if cleaning.withheld:
            withhold(credit, cleaning.withheld, cleaning.new_uuid(str(credit.uuid)))
        else:
            credit.delete()
    report.count(Credit, len(credits))


def withhold(credit: Credit, labels: Mapping[str, str], uuid: str) -> None:
    """Make the credit one of nobody named; role, character and place stay."""
    credit.person, credit.is_group, credit.credited_as = None, True, ""
    credit.uuid = uuid
    for language in languages():
        setattr(credit, column("group", language), labels[language])
    credit.save()


def _take_awards(person: Person, report: ErasureReport) -> None:
    awards = Award.objects.filter(recipient=person)
    for film_id in awards.values_list("film_id", flat=True):
        report.count_film(film_id, "awards")
    report.count(Award, awards.update(recipient=None))


def _relations(model: type[models.Model]) -> list[Any]:
    """Return what refers to `model` and would not simply be deleted along with it."""
    return [
        relation
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created
        and not relation.concrete
        and (relation.many_to_many or getattr(relation, "on_delete", None) is not models.CASCADE)
    ]


def release(relation: Any, pk: int, opened: Change, report: ErasureReport) -> None:
    """Take the reference out of the rows that have it; a row that cannot be without it goes."""
    field, model = relation.field, relation.related_model
    rows = model._base_manager.filter(**{field.name: pk})
    found = list(rows)
    for row in found:
        if hasattr(row, "report"):
            row.report(opened)
    if relation.many_to_many:
        for row in found:
            getattr(row, field.name).remove(pk)
    elif field.null:
        rows.update(**{field.name: None})
    else:
        rows.delete()
    report.count(model, len(found))


def _count_cascade(deleted: dict[str, int], report: ErasureReport) -> None:
    """Count what went with the record, but for counts that were made of it."""
    derived = {TranslationState._meta.label, SearchEntry._meta.label}
    report.tables.update({label: n for label, n in deleted.items() if n and label not in derived})


def bump_versions(records: set[int]) -> None:
    """Step the version of changed records: a form that is open somewhere must notice."""
    touched = Record.objects.filter(pk__in=records)
    touched.update(version=models.F("version") + 1)
