"""Erase or anonymise one person, everywhere, in one transaction."""

from contextlib import suppress

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from desk.erasing.backups import backups_holding
from desk.erasing.documents import Cleaning
from desk.erasing.findings import find_left
from desk.erasing.history import clean_history, redact_history
from desk.erasing.logs import clean_logs
from desk.erasing.marks import clean_marks
from desk.erasing.places import Erased, clear_places
from desk.erasing.portrait import erase_portraits, portraits_of
from desk.erasing.register import enter, note_outside
from desk.erasing.register_model import Erasure
from desk.erasing.report import ErasureOptions, ErasureReport
from desk.erasing.rows import erase_merged, erase_rows
from desk.erasing.spelling import Names
from desk.erasing.subject import Subject, subject_of
from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.changes import change
from editorial.fields import languages
from editorial.kinds import all_kinds
from editorial.models import Record
from editorial.models.search_word import drop_unused_words
from people.models import Person


class DryRun(Exception):
    """Rolls a dry run back."""


def erase_person(person: Person, options: ErasureOptions) -> ErasureReport:
    """Erase or anonymise a person; a dry run reports the same and changes nothing."""
    subject = subject_of(person)
    report = ErasureReport(subject.key, subject.uuid, subject.name, options, timezone.now())
    entry: Erasure | None = None
    with suppress(DryRun), transaction.atomic():
        _erase(person, subject, report)
        entry = enter(subject, report)
        number = subject.record_id
        note(Deed.ERASED, by=options.user, kind="person", number=number, detail=entry.mode)
        if options.is_dry_run:
            raise DryRun
    if entry is not None and not options.is_dry_run:
        _note(entry, report)
    return report


def _note(entry: Erasure, report: ErasureReport) -> None:
    """Note it outside once it is true: a line about a person who is still there would kill."""
    warning = note_outside(entry)
    if warning:
        report.warnings.append(warning)


def _erase(person: Person, subject: Subject, report: ErasureReport) -> None:
    options, names = report.options, subject.spellings()
    cleaning = Cleaning(
        subject.uuids, _required_fields(), _labels() if options.is_anonymous else {}
    )
    reason = _("A person was anonymised") if options.is_anonymous else _("A person was erased")
    with change(options.user, reason) as opened:
        portraits = portraits_of(person)
        erase_merged(subject, opened, report)
        clean_history(subject, names, cleaning, report)
        erase_rows(person, subject, cleaning, opened, report)
        erase_portraits(portraits, report)
        clean_logs(subject, names, report)
        records = frozenset(opened.touched | report.films.keys())
        erased = Erased(subject.uuids, subject.names, records, options.is_dry_run)
        report.places = clear_places(erased)
        opened.show()
    # Only now: the change has compared the desk with its latest revision, and written marks.
    clean_marks(names, report)
    if options.is_redacting:
        redact_history(names, report)
    drop_unused_words()
    report.findings = find_left(names, subject.uuids)
    report.film_keys = {r.pk: str(r) for r in Record.objects.filter(pk__in=report.films)}
    report.backups = backups_holding(subject.known_since, report.erased_at)


def redact_name(name: str) -> int:
    """Blank a name in history, once nothing shows it any more; return how many documents."""
    nobody = ErasureReport("", "", name, ErasureOptions(is_redacting=True), timezone.now())
    with transaction.atomic():
        redact_history(Names([name]), nobody)
        clean_marks(Names([name]), nobody)
        drop_unused_words()
        note(Deed.REDACTED)
    return sum(counted["redacted"] for counted in nobody.films.values())


def _labels() -> dict[str, str]:
    """Return what stands in the place of the name, in every language."""
    labels = {}
    for language in languages():
        with override(language):
            labels[language] = _("Name withheld")
    return labels


def _required_fields() -> frozenset[tuple[str, str]]:
    """Return (part, field) of the rows that mean nothing without a person."""
    found = {("credits", "person")}
    for kind in all_kinds():
        for part in kind.parts:
            for field in part.model._meta.concrete_fields:
                if part.owner and field.related_model is Person and not field.null:
                    found.add((part.name, field.name))
    return frozenset(found)
