"""After a restore: erase once more whoever was erased since that backup was made."""

from typing import Any

from desk.erasing.erasing import erase_person
from desk.erasing.register import renew_register
from desk.erasing.register_model import Erasure
from desk.erasing.report import ErasureOptions, ErasureReport
from editorial.history.restoring import restore_from_bin
from editorial.models import Record
from people.models import Person


def repeat_erasures(user: Any = None) -> tuple[list[ErasureReport], list[str]]:
    """Erase every registered person who is there again; return their reports, and warnings.

    The register itself is brought up to date first: what was entered after the backup stands in
    the file beside the backups.
    """
    warnings = renew_register()
    reports = []
    for entry in Erasure.objects.order_by("erased_at"):
        options = ErasureOptions(
            is_anonymous=entry.mode == Erasure.Mode.ANONYMISED,
            is_redacting=entry.is_redacted,
            user=user,
        )
        for person in people_of(entry):
            reports.append(erase_person(person, options))
    return reports, warnings


def people_of(entry: Erasure) -> list[Person]:
    """Return the people who are there again under one of the entry's identifiers."""
    uuids = [str(entry.uuid), *entry.merged]
    records = Record.objects.filter(uuid__in=uuids)
    for record in records.exclude(binned_at=None):
        # The backup had the person in the bin; out of it, all that is known can be erased.
        restore_from_bin(record)
    return list(Person.objects.filter(record__in=records).select_related("record", "portrait"))
