"""Other names on a person's page: those in other scripts, and other spellings worth reading."""

from dataclasses import dataclass

from editorial.spelling import fold
from people.models import Person, PersonName
from people.scripts import mark_of

HIDDEN = (PersonName.Kind.MISSPELLING, PersonName.Kind.LEGAL)


@dataclass(frozen=True)
class ShownName:
    """A name with its `lang` mark, '' if it is written in Latin letters."""

    name: str
    mark: str = ""


@dataclass(frozen=True)
class ShownNames:
    in_scripts: tuple[ShownName, ...] = ()
    others: tuple[ShownName, ...] = ()


def shown_names(person: Person) -> ShownNames:
    """Return the names that are no misspelling and no legal name. One query.

    Latin spellings that differ by accents or an ae for ä are left out: they are for the search.
    """
    seen = {fold(person.name)}
    scripts: list[ShownName] = []
    others: list[ShownName] = []
    for row in person.names.exclude(kind__in=HIDDEN):
        name = ShownName(row.name, mark_of(row.name, row.script))
        if fold(row.name) in seen:
            continue
        seen.add(fold(row.name))
        (scripts if name.mark else others).append(name)
    return ShownNames(tuple(scripts), tuple(others))
