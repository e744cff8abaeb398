"""Which field stands where in the files of a record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models

from assets.models import Image
from editorial.fields import AnyField, encode, neutral_fields, translated_fields
from editorial.kinds import Kind, Part

# Folders by kind, in the order in which they are read: what is referred to comes first.
FOLDERS = {
    "image": "images",
    "company": "companies",
    "person": "people",
    "festival": "festivals",
    "profile": "profile",
    "page": "pages",
    "film": "films",
}
# What follows from the file itself is not written beside it.
DERIVED: Mapping[type[models.Model], Iterable[str]] = {
    Image: ("sha256", "extension", "width", "height")
}


@dataclass(frozen=True)
class Column:
    """One field of a row: translated ones are language maps, references are labels."""

    name: str
    field: AnyField
    is_translated: bool

    @property
    def is_reference(self) -> bool:
        return bool(self.field.is_relation)

    @property
    def is_prose(self) -> bool:
        return self.is_translated and isinstance(self.field, models.TextField)

    @property
    def default(self) -> Any:
        """The document's value that stands for itself when the file says nothing."""
        if self.is_reference or self.field.null or not self.field.has_default():
            return None
        return encode(self.field.get_default())


@cache
def columns_of(
    model: type[models.Model], owner: str = "", excluded: tuple[str, ...] = ()
) -> tuple[Column, ...]:
    """Return the fields of a row in the order of the model."""
    translated = set(translated_fields(model))
    skipped = {*excluded, *DERIVED.get(model, ())}
    neutral = {field.name for field in neutral_fields(model, owner, skipped)}
    fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
    return tuple(
        Column(field.name, field, field.name in translated)
        for field in fields
        if field.name in neutral or field.name in translated
    )


def part_columns(part: Part) -> tuple[Column, ...]:
    """Return the columns of a part's rows; the step to an enclosing row is implied."""
    step = part.owner.partition("__")[0] if "__" in part.owner else ""
    return tuple(
        column
        for column in columns_of(part.model, part.owner, tuple(part.excluded))
        if column.name != step
    )


@dataclass(frozen=True)
class Nested:
    """A part whose rows stand inside the rows of another one; `step` leads there."""

    part: Part
    step: str


def top_parts(kind: Kind) -> list[Part]:
    return [part for part in kind.parts[1:] if "__" not in part.owner]


def nested_parts(kind: Kind, parent: Part) -> list[Nested]:
    found = []
    for part in kind.parts[1:]:
        step, is_deep, _rest = part.owner.partition("__")
        if is_deep and part.model._meta.get_field(step).related_model is parent.model:
            found.append(Nested(part, step))
    return found


def has_position(part: Part) -> bool:
    return any(column.name == "position" for column in part_columns(part))


def part_of_model(kind: Kind, model: type[models.Model]) -> Part | None:
    return next((part for part in kind.parts[1:] if part.model is model), None)
