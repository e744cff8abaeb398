"""The last day of change, for publications that were written before anybody asked for it."""

from datetime import date

from editorial.models import Publication
from microsites.phases.boundary import PARTS
from microsites.phases.days import change_days

CHUNK = 500


def fill_last_days() -> int:
    """Note it where it is missing; return how many. One query if there is nothing to do."""
    older = Publication.objects.filter(kind="film", language="", changes_until=None).order_by()
    names = [f"parts__{name}" for name in PARTS]
    found = []
    for pk, *values in older.values_list("pk", *names).iterator(chunk_size=CHUNK):
        document = {name: value or [] for name, value in zip(PARTS, values, strict=True)}
        found.append(Publication(pk=pk, changes_until=max(change_days(document), default=date.min)))
    Publication.objects.bulk_update(found, ["changes_until"], batch_size=CHUNK)
    return len(found)
