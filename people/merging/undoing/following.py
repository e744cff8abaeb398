"""What is not part of a row and returns with it: what is live, and marks of translations."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone

from editorial.changes import Change
from editorial.models import Publication, Record, Reference, TranslationMark
from editorial.translating.keeping import renew_states


def lead_back(references: Iterable[list[Any]], kept: int) -> None:
    """Let what publications show of the others be theirs again.

    References that were written anew since have other numbers, but the same place.
    """
    mine = Reference.objects.filter(target=kept)
    listed = list(references)
    known = set(mine.filter(pk__in=[found[0] for found in listed]).values_list("pk", flat=True))
    returning: dict[int, list[int]] = defaultdict(list)
    for pk, publication, usage, row, target in listed:
        if pk not in known:
            anew = mine.filter(publication=publication, usage=usage, row=row)
            pk = anew.exclude(pk__in=known).values_list("pk", flat=True).first()
        if pk is not None:
            known.add(pk)
            returning[target].append(pk)
    for target, pks in returning.items():
        Reference.objects.filter(pk__in=pks).update(target=target)


def cancel_publications(made: Iterable[int], opened: Change) -> None:
    """Take back what the merge let go live by itself, unless something else went live since.

    What was live before is live again then, and nothing new has to be.
    """
    now = timezone.now()
    for publication in Publication.objects.filter(pk__in=list(made), cancelled_at=None):
        lines = Publication.objects.filter(
            record=publication.record_id, language=publication.language, cancelled_at=None
        )
        if publication.withdrawn_at or lines.filter(pk__gt=publication.pk).exists():
            continue
        changed = {"cancelled_at": now, "ended_by": opened.user}
        Publication.objects.filter(pk=publication.pk).update(**changed)


def restore_marks(marks: Iterable[dict[str, Any]], kept: int, restored: set[str]) -> None:
    """Write what translations of these rows were made from; '' is the kept record itself."""
    theirs = TranslationMark.objects.filter(Q(row__in=restored - {""}) | _main(kept, restored))
    records = set(theirs.values_list("record", flat=True))
    theirs.delete()
    rows = [TranslationMark(**mark) for mark in marks if mark["row"] in restored]
    users = set(get_user_model().objects.values_list("pk", flat=True)) if rows else set()
    owners = Record.objects.filter(pk__in={row.record_id for row in rows})
    living = set(owners.values_list("pk", flat=True))
    for row in rows:
        row.user_id = row.user_id if row.user_id in users else None
    TranslationMark.objects.bulk_create(row for row in rows if row.record_id in living)
    renew_states(records | living)


def _main(kept: int, restored: set[str]) -> Q:
    return Q(record=kept, row="") if "" in restored else Q(pk=0)
