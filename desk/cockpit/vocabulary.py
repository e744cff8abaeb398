"""Words of the vocabularies that a language lacks: roles, departments, genres."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.text import capfirst

from editorial.fields import any_text, column
from editorial.translating.texts import Key
from editorial.translating.writing import Outcome, Result, digest, tidy_text
from films.models import Genre
from people.models import Department, Role

# Model: the field that every word needs. Feminine and masculine forms are needed only by some.
VOCABULARIES: dict[str, tuple[type[models.Model], str]] = {
    "role": (Role, "name"),
    "department": (Department, "name"),
    "genre": (Genre, "name"),
}


@dataclass(frozen=True)
class Gap:
    """A word that is missing in a language; `source` is what it is called elsewhere."""

    id: str
    kind: str
    key: str
    source: str
    text: str = ""
    error: str = ""


def gaps(language: str) -> list[Gap]:
    """Return the missing words. One query per vocabulary."""
    found = []
    for name, (model, field) in VOCABULARIES.items():
        rows = model._default_manager.filter(_is_empty(field, language)).order_by("pk")
        kind = str(capfirst(model._meta.verbose_name))
        found += [Gap(f"{name}/{_key(r)}", kind, _key(r), any_text(r, field)) for r in rows]
    return found


def count_gaps(language: str) -> int:
    return sum(
        model._default_manager.filter(_is_empty(field, language)).count()
        for model, field in VOCABULARIES.values()
    )


def fill_gaps(language: str, texts: Mapping[str, str]) -> dict[str, Outcome]:
    """Write words, by the id of their gap, inside the open change. A word that somebody else has
    written meanwhile stays."""
    outcomes: dict[str, Outcome] = {}
    for ident, typed in texts.items():
        name, _slash, key = ident.partition("/")
        text = " ".join(tidy_text(typed).split())
        if name not in VOCABULARIES or not text:
            continue
        model, field = VOCABULARIES[name]
        row = model._default_manager.filter(key=key).first()
        if row is not None:
            outcomes[ident] = _fill(row, field, language, text)
    return outcomes


def _fill(row: Any, field: str, language: str, text: str) -> Outcome:
    name, place = column(field, language), Key("vocabulary", str(row.key), field)
    theirs = getattr(row, name) or ""
    if theirs == text:
        return Outcome(place, Result.UNCHANGED, text, theirs)
    if digest(theirs):
        return Outcome(place, Result.CONFLICT, text, theirs)
    try:
        setattr(row, name, row._meta.get_field(name).clean(text, row))
    except ValidationError as error:
        return Outcome(place, Result.WRONG, text, theirs, " ".join(error.messages))
    row.save()
    return Outcome(place, Result.SAVED, text)


def _is_empty(field: str, language: str) -> Q:
    name = column(field, language)
    return Q(**{name: ""}) | Q(**{f"{name}__isnull": True})


def _key(row: Any) -> str:
    return str(row.key)
