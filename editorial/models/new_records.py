"""New records under free keys: one by one from a form, many at once from an import."""

from collections.abc import Sequence
from itertools import count
from uuid import UUID, uuid4

from django.db import IntegrityError, connection, transaction
from django.utils.text import slugify

from editorial.models.record import Record

GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)
# So many numbered keys are asked for at once when a key is taken.
STEP = 50
# Each means that somebody else has taken a key in this very moment.
MOST_ATTEMPTS = 20


def make_key(text: str) -> str:
    """Return `text` as an address word, at most 80 characters: Müßig & Söhne → muessig-soehne."""
    return slugify(str(text).translate(GERMAN))[:80].strip("-_").replace("_", "-")


def new_record(kind: str, key_source: str, wanted_uuid: UUID | str | None = None) -> Record:
    """Create a record under the first free key made from `key_source`."""
    return new_records(kind, [(key_source, wanted_uuid)])[0]


def new_records(kind: str, wanted: Sequence[tuple[str, UUID | str | None]]) -> list[Record]:
    """Create a record for each (source of the key, uuid or None), in this order.

    Two queries, however many; one more for every fifty records of one name. Where two work at
    once, both may find the same key free: who comes second takes the next one.
    """
    bases = [make_key(source) or kind for source, _uuid in wanted]
    if connection.vendor == "sqlite":  # one writes at a time
        return Record.objects.bulk_create(_named(kind, bases, wanted))
    for _attempt in range(MOST_ATTEMPTS):
        records = _named(kind, bases, wanted)
        try:
            with transaction.atomic():
                return Record.objects.bulk_create(records)
        except IntegrityError:
            if not _taken(kind, {record.key for record in records}):
                raise  # it was not the key
    raise IntegrityError(f"No free key of {kind} in {MOST_ATTEMPTS} attempts.")


def _named(
    kind: str, bases: Sequence[str], wanted: Sequence[tuple[str, UUID | str | None]]
) -> list[Record]:
    taken = _taken(kind, set(bases))
    records = []
    for base, (_source, uuid) in zip(bases, wanted, strict=True):
        key = base if base not in taken else _next_free(kind, base, taken)
        taken.add(key)
        records.append(Record(kind=kind, key=key, uuid=uuid or uuid4()))
    return records


def _taken(kind: str, keys: set[str]) -> set[str]:
    # Exact keys: the index answers them; a search for what begins so would read all of a kind.
    return set(Record.objects.filter(kind=kind, key__in=keys).values_list("key", flat=True))


def _next_free(kind: str, base: str, taken: set[str]) -> str:
    """Return base-2, base-3 ..., the first that neither the database nor `taken` has."""
    for start in count(2, STEP):
        keys = [f"{base}-{number}" for number in range(start, start + STEP)]
        held = taken | _taken(kind, set(keys))
        free = next((key for key in keys if key not in held), None)
        if free is not None:
            return free
    raise AssertionError("unreachable")
