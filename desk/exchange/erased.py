"""People who were erased here are left out of an export made before that."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from desk.erasing.documents import CREDITS
from desk.erasing.register import ErasedNames
from desk.exchange.folder import ExportFolder, FoundRecord
from desk.exchange.reading import Source
from desk.exchange.shape import has_position
from desk.importing.problems import Problem
from desk.spool import Spool
from editorial.kinds import kind_of
from editorial.models import Record
from people.models import Person


def leave_out_erased(folder: ExportFolder) -> None:
    """Take erased people and their credits out of the folder, and report them as problems."""
    erased = ErasedNames()
    people = folder.records.get("person", [])
    gone = [found for found in people if erased.uuids and _is_erased(found, erased)]
    if not gone:
        return
    folder.problems += [_problem(found) for found in gone]
    keys = {found.key for found in gone}
    folder.records["person"] = Spool(found for found in people if found.key not in keys)
    for kind, records in folder.records.items():
        folder.records[kind] = Spool(_cleaned(records, keys))
    for image in folder.images:
        _clean_source("image", image.source, keys)


def _cleaned(records: Iterable[FoundRecord], keys: set[str]) -> Iterator[FoundRecord]:
    for found in records:
        for source in (found.source, *found.documents.values()):
            _clean_source(found.kind, source, keys)
        yield found


def _is_erased(found: FoundRecord, erased: ErasedNames) -> bool:
    """Tell by identifier, or by name unless somebody of that identifier is here."""
    data = found.source.data
    former = data.get("former_uuids")
    uuids = {str(data.get("uuid", "")), *map(str, former if isinstance(former, list) else [])}
    if uuids & erased.uuids:
        return True
    if _is_here(found):
        return False
    rows = data.get("names")
    listed = rows if isinstance(rows, list) else []
    others = [row.get("name") for row in listed if isinstance(row, dict)]
    return erased.hold([str(name) for name in (data.get("name"), *others) if name])


def _is_here(found: FoundRecord) -> bool:
    people = Record.objects.filter(kind="person", person__isnull=False)
    uuid = found.source.data.get("uuid")
    if uuid is None:
        return people.filter(key=found.key).exists()
    return str(uuid) in {str(known) for known in people.values_list("uuid", flat=True)}


def _problem(found: FoundRecord) -> Problem:
    message = _(
        "This person was erased at his or her request; the credit is left out. Delete the "
        "name from the folder. If it is somebody else of the same name, create the person "
        "in the admin and import again."
    )
    return Problem(found.source.file, None, "", found.key, message)


def _clean_source(kind: str, source: Source, keys: set[str]) -> None:
    for part in kind_of(kind).parts:
        fields = [f for f in part.model._meta.concrete_fields if f.related_model is Person]
        rows = source.data.get(part.name)
        if fields and isinstance(rows, list):
            # A credit has a person or is none, whatever the column allows.
            needed = {f.name for f in fields if not f.null or part.name == CREDITS}
            names = {f.name for f in fields}
            if has_position(part):
                rows = _with_places(rows)
            kept = (row for row in rows if not _named(row, needed, keys))
            source.data[part.name] = [_without(row, _named(row, names, keys)) for row in kept]


def _with_places(rows: list[Any]) -> list[Any]:
    """Write down the places that rows have by their order: the others keep theirs."""
    if any(isinstance(row, dict) and "position" in row for row in rows):
        return rows
    return [
        {**row, "position": place} if isinstance(row, dict) else row
        for place, row in enumerate(rows)
    ]


def _named(row: Any, fields: set[str], keys: set[str]) -> set[str]:
    """Return those of the fields in which the row names one of the people."""
    if not isinstance(row, dict):
        return set()
    return {name for name in fields if isinstance(row.get(name), str) and row[name] in keys}


def _without(row: Any, names: set[str]) -> Any:
    return {name: value for name, value in row.items() if name not in names} if names else row
