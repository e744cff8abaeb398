"""Words for what documents name by uuid, and the way back."""

import uuid as uuids
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import PurePosixPath

from django.db import models

from assets.models import MediaFile
from editorial.fields import identity_field
from editorial.models import Forward, Record, RecordModel
from editorial.models.base import make_key
from festivals.models import Edition, Venue

Model = type[models.Model]
# Records, venues and files written by hand need no uuid: this one makes it from their name.
NAMESPACE = uuids.UUID("6a3c3f0e-3f0b-5c60-9d0e-2b8f6f3a7c11")


class Labels:
    """From uuids to words, for one export."""

    def __init__(self) -> None:
        records = Record.objects.values_list("uuid", "kind", "key")
        self.keys = {str(uuid): key for uuid, _kind, key in records}
        self.tables = {model: labels() for model, labels in LABELLED}

    def of(self, model: Model, ident: str) -> str:
        """Return the word for `ident`; rows of the same record stay uuids."""
        if issubclass(model, RecordModel):
            return self.keys.get(ident, ident)
        return self.tables.get(model, {}).get(ident, ident)


def edition_labels() -> dict[str, str]:
    """Return `festival/year`, or `festival` where nobody knows the year, by uuid."""
    rows = Edition.objects.values_list("uuid", "festival__record__key", "year")
    return {str(uuid): edition_label(key, year) for uuid, key, year in rows}


def edition_label(festival: str, year: int | None) -> str:
    return f"{festival}/{year}" if year else festival


def venue_labels() -> dict[str, str]:
    rows = Venue.objects.values_list("uuid", "name", "city")
    return distinct_labels(
        {str(uuid): make_key(f"{name} {city}") or "venue" for uuid, name, city in rows}
    )


def file_labels() -> dict[str, str]:
    rows = MediaFile.objects.values_list("uuid", "original_name", "kind")
    return distinct_labels(
        {str(uuid): make_key(PurePosixPath(name).stem) or kind for uuid, name, kind in rows}
    )


LABELLED: tuple[tuple[Model, Callable[[], dict[str, str]]], ...] = (
    (Edition, edition_labels),
    (Venue, venue_labels),
    (MediaFile, file_labels),
)


def distinct_labels(labels: dict[str, str]) -> dict[str, str]:
    """Give those that share a word the beginning of their uuid behind it."""
    counted = Counter(labels.values())
    return {
        uuid: label if counted[label] == 1 else f"{label}-{uuid[:8]}"
        for uuid, label in labels.items()
    }


class Identities:
    """From words to uuids, for one import: what the folder brings, then what is here."""

    def __init__(self) -> None:
        self.own: dict[Model, dict[str, str]] = defaultdict(dict)
        self.forget()

    def forget(self) -> None:
        """Look anew at what is here, after vocabulary was added."""
        self.here: dict[Model, dict[str, str]] = {}
        self.asked: dict[tuple[Model, str], str | None] = {}

    def add(self, model: Model, label: str, ident: str) -> None:
        self.own[model][label] = ident

    def find(self, model: Model, label: str) -> str | None:
        own = self.own[model].get(label)
        if own is not None:
            return own
        if (model, label) not in self.asked:
            self.asked[model, label] = self._find_here(model, label)
        return self.asked[model, label]

    def _find_here(self, model: Model, label: str) -> str | None:
        if model not in self.here:
            self.here[model] = _words_here(model)
        return self.here[model].get(label) or _known_uuid(model, label)


def _words_here(model: Model) -> dict[str, str]:
    """Return what a file may name of the model, and the reference in a document."""
    if issubclass(model, RecordModel):
        rows = Record.objects.filter(kind=model.kind).values_list("key", "uuid")
        return {key: str(uuid) for key, uuid in rows}
    for known, labels in LABELLED:
        if model is known:
            return {label: uuid for uuid, label in labels().items()}
    keys = model._default_manager.values_list("key", flat=True)
    return {key: key for key in keys}


def _known_uuid(model: Model, label: str) -> str | None:
    """Return `label` if it is the uuid of something that is here (or was merged into it)."""
    try:
        uuid = uuids.UUID(label)
    except ValueError:
        return None
    name = identity_field(model)
    is_here = name != "key" and model._default_manager.filter(**{name: uuid}).exists()
    return str(uuid) if is_here or Forward.objects.filter(uuid=uuid).exists() else None


def uuid_for(kind: str, key: str) -> str:
    """Return the identity of something whose file names none: always the same for one key."""
    return str(uuids.uuid5(NAMESPACE, f"{kind}/{key}"))
