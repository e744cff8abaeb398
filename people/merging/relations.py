"""What refers to a person or company, found from the models: a new table is moved by itself."""

from collections.abc import Iterator
from typing import Any

from django.db import models

from editorial.models import Forward, Reference
from people.models import PersonName

# Rows of the main row itself; names are joined, not moved.
OWN_ROWS: frozenset[type[models.Model]] = frozenset({PersonName})
# What refers to the record: who is shown follows the record that stays ...
FOLLOWS: tuple[tuple[type[models.Model], str], ...] = ((Reference, "target"), (Forward, "record"))
# ... and what tells of the record that goes remains with it, for its history and its old address.
STAYS = {
    "editorial.Revision": "its history, from which it can be read and restored",
    "editorial.Publication": "people and companies have none",
    "editorial.Address": "people and companies have none; their address is the key",
    "editorial.Draft": "an unfinished form of a record that is no longer edited",
    "editorial.Editing": "who has its form open; ends by itself",
    "editorial.OpenForm": "a form that is open; ends by itself",
    "editorial.ShareLink": "a link to a preview of that record",
    "editorial.TranslationMark": "what its own texts were translated from",
    "editorial.TranslationState": "counts of its own texts, made anew",
    "people.NameKey": "index of its names, made anew",
    "people.DistinctPair": "whom that record is not; taken back, it is so again",
    "sources.Claim": "statements about films",
    "sources.Decision": "decisions about films",
    "sources.Intake": "what was taken in for films",
    "sources.Standing": "counts of films",
    "people.Merging": "what was merged into that record; it is taken back after this one",
    "press.Kit": "people and companies have none",
    "desk.SearchEntry": "index of its texts, made anew",
    "desk.ImportedDocument": "what a folder said of that record",
    "desk.ImportEntry": "what an import did to that record; undoing it asks the record",
}


def relations_to(model: type[models.Model]) -> Iterator[Any]:
    """Yield every relation that leads to the model and is moved by a merge."""
    for relation in model._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete:
            continue
        related: Any = relation.related_model
        # The table between two rows of a many-to-many is written through that field.
        if related in OWN_ROWS or related._meta.auto_created:
            continue
        yield relation


def rows_naming(main: models.Model) -> list[tuple[Any, models.Model]]:
    """Return (relation, row) of everything that refers to a person or company."""
    return [
        (relation, row)
        for relation in relations_to(type(main))
        for row in relation.related_model._default_manager.filter(**{relation.field.name: main.pk})
    ]


def lead_to(relation: Any, row: Any, old: models.Model, new: models.Model) -> None:
    """Let a row refer to another record. Runs inside a change."""
    if relation.many_to_many:
        targets = getattr(row, relation.field.name)
        targets.remove(old.pk)
        targets.add(new.pk)
        # The rows between belong to nobody: the change is told by hand.
        row.save()
        return
    setattr(row, relation.field.name, new)
    row.save()


def lead_to_many(row: Any, name: str, old: int, new: list[int], stays: bool) -> None:
    """Let a many-to-many field name `new`, and `old` only if it stays. Runs inside a change."""
    targets = getattr(row, name)
    targets.add(*new)
    if not stays:
        targets.remove(old)
    row.save()


def owner_of(row: Any) -> models.Model | None:
    """Return the film, picture ... that the row belongs to."""
    path = getattr(row, "owner_path", "")
    owner: Any = row
    for step in path.split("__") if path else ():
        owner = getattr(owner, step)
    return owner if path else None
