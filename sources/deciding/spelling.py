"""Spellings that were not chosen stay known: search and matching find them."""

from collections.abc import Iterable
from typing import Any

from people.models import Person, PersonName
from people.scripts import LATIN, script_of
from sources.deciding.steps import Step, name_of


def remember_names(owner: Any, usual: Iterable[str], names: Iterable[str]) -> list[Step]:
    """Add names to a person, company or festival; `usual` are those that it has by itself."""
    known = set(usual)
    steps: list[Step] = []
    for name in dict.fromkeys(names):
        if not name or name in known:
            continue
        if isinstance(owner, Person):
            _add_to_person(owner, name)
        else:
            owner.other_names = [*(owner.other_names or ()), name]
            owner.save()
        steps.append({"model": owner._meta.label_lower, "row": name_of(owner), "name": name})
    return steps


def names_of_person(person: Person) -> list[str]:
    return [person.name, *person.names.values_list("name", flat=True)]


def _add_to_person(person: Person, name: str) -> None:
    script = script_of(name)
    is_other = script != LATIN
    row = PersonName(person=person, name=name, position=person.names.count())
    row.kind = PersonName.Kind.SCRIPT if is_other else PersonName.Kind.OTHER
    row.script = script if is_other else ""
    row.full_clean(exclude=["person"])
    row.save()
