"""Who every record of a folder is, settled before anything refers to it."""

import uuid as uuids
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from desk.exchange.naming import uuid_for
from desk.exchange.reading import Source
from editorial.changes import Change
from editorial.kinds import kind_of
from editorial.models import Forward, Record, RecordModel

KEY = Record._meta.get_field("key")


class Settler:
    """Gives each record of one import its identifier; reports those that cannot have one."""

    def __init__(self) -> None:
        rows = list(Record.objects.values_list("uuid", "kind", "key"))
        self.kinds = {str(uuid): kind for uuid, kind, _key in rows}
        self.here = {(kind, key): str(uuid) for uuid, kind, key in rows}
        self.names: set[tuple[str, str]] = set()
        self.taken: dict[str, str] = {}

    def settle(self, kind: str, key: str, source: Source) -> str | None:
        """Return the uuid that a record or file has, or gets, here; None if it was reported."""
        if not self._check_key(kind, key, source):
            return None
        uuid = self._written(source) if "uuid" in source.data else self._made(kind, key)
        if uuid is None:
            message = _("An identifier looks like %(example)s. Delete the line for a new one.")
            example = "760ed6fa-bb32-411c-8658-e457506a8bb0"
            source.report(("uuid",), source.data["uuid"], message % {"example": example})
            return None
        if uuid in self.taken:
            message = _("%(file)s has the same identifier. If this is a copy, delete the line.")
            source.report(("uuid",), uuid, message % {"file": self.taken[uuid]})
            return None
        if self.kinds.get(uuid, kind) != kind:
            message = _("This identifier belongs to something of another kind.")
            source.report(("uuid",), uuid, message)
            return None
        self.taken[uuid] = source.file
        return uuid

    def _check_key(self, kind: str, key: str, source: Source) -> bool:
        try:
            KEY.run_validators(key)
        except ValidationError:
            message = _(
                "This name cannot be a key: at most 100 letters a to z, digits and hyphens."
            )
            source.report((), key, message)
            return False
        if (kind, key) in self.names:
            source.report((), key, _("Another one of this folder has the same name. Rename it."))
            return False
        self.names.add((kind, key))
        return True

    def _written(self, source: Source) -> str | None:
        return as_uuid(source.data["uuid"])

    def _made(self, kind: str, key: str) -> str:
        return self.here.get((kind, key)) or uuid_for(kind, key)


def as_uuid(value: object) -> str | None:
    """Return an identifier as the database writes it, None if the value is none."""
    try:
        return str(uuids.UUID(value)) if isinstance(value, str) else None
    except ValueError:
        return None


def model_of(kind: str) -> type[RecordModel]:
    model = kind_of(kind).model
    assert issubclass(model, RecordModel)
    return model


def records_for(kind: str, wanted: Sequence[tuple[str, str]], opened: Change) -> list[Record]:
    """Return the records of these keys and identities, locked.

    A new one keeps its key if that is free.
    """
    here = _records_here([uuid for _key, uuid in wanted])
    new: dict[str, Record] = {}
    keys = [key for key, uuid in wanted if uuid not in here]
    taken = set(Record.objects.filter(kind=kind, key__in=keys).values_list("key", flat=True))
    for key, uuid in wanted:
        if uuid not in here:
            free = _free_key(kind, key, taken)
            taken.add(free)
            new[uuid] = Record(kind=kind, key=free, uuid=uuid)
        elif here[uuid].kind != kind:  # a forwarding may lead to it
            raise ValidationError(_("This identifier belongs to something of another kind."))
    for record in Record.objects.bulk_create(new.values()):
        opened.documents[record.pk] = None
    return [here.get(uuid) or new[uuid] for _key, uuid in wanted]


def _records_here(wanted: Sequence[str]) -> dict[str, Record]:
    """Return records by identifier, their own or that of one which was merged into them."""
    forwards = Forward.objects.filter(uuid__in=wanted).values_list("uuid", "record_id")
    others = {str(uuid): pk for uuid, pk in forwards}
    here = Record.objects.filter(Q(uuid__in=wanted) | Q(pk__in=others.values()))
    records = {record.pk: record for record in here.order_by("pk").select_for_update()}
    found = {uuid: records[pk] for uuid, pk in others.items()}
    return found | {str(record.uuid): record for record in records.values()}


def _free_key(kind: str, key: str, taken: set[str]) -> str:
    free, number = key, 2
    while free in taken or (free != key and Record.objects.filter(kind=kind, key=free).exists()):
        free, number = f"{key}-{number}", number + 1
    return free
