"""The same thing said twice: two rows of one film that differ only in whom they named."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from editorial.fields import column, languages, neutral_fields, translated_fields
from editorial.models import OwnRow
from people.merging.relations import owner_of, rows_naming

ORDER = ("position",)


@dataclass(frozen=True)
class Twin:
    """Two rows that become one: `kept` takes the `values` that only `other` has."""

    kept: Any
    other: Any
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def owner(self) -> models.Model | None:
        return owner_of(self.kept)

    def fold(self) -> None:
        """Make one row of the two. Runs inside a change."""
        for name, value in self.values.items():
            setattr(self.kept, name, value)
        if self.values:
            self.kept.save()
        self.other.delete()


def find_twins(kept: models.Model, others: Iterable[models.Model]) -> list[Twin]:
    """Return the pairs of rows that would say the same once all name the kept record."""
    waiting = [(relation, row) for relation, row in rows_naming(kept) if _can_fold(relation, row)]
    twins = []
    for other in others:
        for relation, row in rows_naming(other):
            if not _can_fold(relation, row):
                continue
            twin = _find_twin(relation, row, waiting)
            if twin is not None:
                twins.append(twin)
            else:
                waiting.append((relation, row))
    return twins


def _can_fold(relation: Any, row: models.Model) -> bool:
    return isinstance(row, OwnRow) and not relation.many_to_many


def _find_twin(relation: Any, row: Any, waiting: Iterable[tuple[Any, Any]]) -> Twin | None:
    for known, candidate in waiting:
        if known.field == relation.field and owner_of(candidate) == owner_of(row):
            values = missing_values(candidate, row, relation.field.name)
            if values is not None:
                return Twin(candidate, row, values)
    return None


def missing_values(row: Any, other: Any, named: str) -> dict[str, Any] | None:
    """Return what `row` lacks and `other` has, or None if the two contradict each other.

    What rows refer to must be the same; of texts one may be empty; a tick wins over none. Rows
    without any such reference need a text in common: empty ones are no proof.
    """
    values: dict[str, Any] = {}
    is_proven = False
    for item in neutral_fields(type(row), row.owner_path, (named, *ORDER)):
        if item.many_to_many:
            return None
        ours, theirs = getattr(row, item.attname), getattr(other, item.attname)
        if item.is_relation and ours != theirs:
            return None
        if isinstance(item, models.BooleanField):
            if theirs and not ours:
                values[item.attname] = theirs
            continue
        if not _fits(item.attname, ours, theirs, values):
            return None
        is_proven = is_proven or (ours == theirs and not _is_empty(ours))
    has_others = False
    for name in (
        column(text, code) for text in translated_fields(type(row)) for code in languages()
    ):
        ours, theirs = getattr(row, name), getattr(other, name)
        if not _fits(name, ours, theirs, values):
            return None
        has_others = has_others or not (_is_empty(ours) and _is_empty(theirs))
        is_proven = is_proven or (ours == theirs and not _is_empty(ours))
    # A picture shows somebody or not: such a row has nothing else to say.
    is_bare = not has_others and not values
    return values if is_proven or is_bare else None


def _fits(name: str, ours: Any, theirs: Any, values: dict[str, Any]) -> bool:
    """Note what is missing; False if both say something else."""
    if _is_empty(theirs) or ours == theirs:
        return True
    if _is_empty(ours):
        values[name] = theirs
        return True
    return False


def _is_empty(value: Any) -> bool:
    return value is None or value == "" or value == []
