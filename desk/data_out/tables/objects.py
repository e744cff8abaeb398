"""What a table is: named columns, and rows that are read as they are written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, TypeAlias

from django.db.models import Model, QuerySet

from editorial.fields import any_text, column
from films.models import Film

Cell: TypeAlias = str | int | float | date | None
Row: TypeAlias = tuple[Cell, ...]


class Kind(Enum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True)
class Column:
    """`name` is the heading in the language that is active, `width` in characters."""

    name: str
    width: int = 16
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class Table:
    """`rows` reads the chosen films; the words are those of the language given."""

    key: str
    title: Any
    columns: Callable[[], list[Column]]
    rows: Callable[[QuerySet[Film], str], Iterator[Row]]


def text_in(row: Model | None, name: str, language: str) -> str:
    """Return a translated text in the language, or in another where it has none."""
    if row is None:
        return ""
    return str(getattr(row, column(name, language)) or any_text(row, name))
