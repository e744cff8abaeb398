"""Records deleted for good: out of the bin, with their history and their files."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from desk.bin.files import CONTENT, delete_contents
from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.changes import change
from editorial.models import Record, Reference, Revision
from editorial.packing import packed_texts

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def purge_due(now: datetime | None = None) -> int:
    """Delete for good what has been in the bin for `BIN_DAYS`, unless history refers to it.

    Returns how many records went; with the setting at 0 none do.
    """
    now = now or timezone.now()
    if settings.BIN_DAYS <= 0:
        return 0
    due = Record.objects.filter(binned_at__lt=now - timedelta(days=settings.BIN_DAYS))
    records = {record.pk: record for record in due}
    needed = needed_by(records.values()) if records else {}
    going = [record for pk, record in records.items() if pk not in needed]
    for record in going:
        purge(record)
    return len(going)


def needed_by(records: Iterable[Record]) -> dict[int, set[int]]:
    """Return which other records' revisions name these, by record.

    Those that name each other only, such as a film and its pictures deleted together, are not
    needed by anything.
    """
    wanted = {str(record.uuid): record.pk for record in records}
    holders: dict[int, set[int]] = {}
    owners = dict(Revision.objects.values_list("pk", "record_id"))
    for pk, text in packed_texts(Revision.objects.all(), "document"):
        for uuid in wanted.keys() & set(UUID.findall(text)):
            if wanted[uuid] != owners[pk]:
                holders.setdefault(wanted[uuid], set()).add(owners[pk])
    return _without_each_other(holders, set(wanted.values()))


def _without_each_other(holders: dict[int, set[int]], due: set[int]) -> dict[int, set[int]]:
    """Keep those that something stays for: a record that is not due, or is itself needed."""
    needed: dict[int, set[int]] = {}
    while True:
        more = {
            pk: others
            for pk, others in holders.items()
            if pk not in needed and any(o not in due or o in needed for o in others)
        }
        if not more:
            return needed
        needed |= more


def purge(record: Record, user: Any = None) -> list[str]:
    """Delete a record that has no rows, with its revisions; return the files that went with it."""
    revisions = Revision.objects.filter(record=record)
    contents = {
        content
        for _pk, text in packed_texts(revisions, "document")
        for content in CONTENT.findall(text)
    }
    gone: list[str] = []
    binned_at = record.binned_at or timezone.now()
    with transaction.atomic(), change(user, _("Deleted for good")):
        # Publications of the past that showed it: they never come back.
        Reference.objects.filter(target=record).delete()
        note(Deed.PURGED, record, by=user)
        record.delete()
        transaction.on_commit(lambda: gone.extend(delete_contents(contents, binned_at)))
    return gone
