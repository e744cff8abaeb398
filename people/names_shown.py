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
    # All of them, for search engines.
    every: tuple[str, ...] = ()


def shown_names(person: Person) -> ShownNames:
    """Return the names that are no misspelling and no legal name. One query, none if they are
    read ahead.

    Latin spellings that differ by accents or an ae for ä do not stand on the page: they are for
    the search, ours and that of others.
    """
    seen = {fold(person.name)}
    scripts: list[ShownName] = []
    others: list[ShownName] = []
    rows = list(person.names.all())
    for row in rows:
        name = ShownName(row.name, mark_of(row.name, row.script))
        if row.kind in HIDDEN or fold(row.name) in seen:
            continue
        seen.add(fold(row.name))
        (scripts if name.mark else others).append(name)
    told = [row.name for row in rows if row.kind not in HIDDEN]
    every = tuple(name for name in dict.fromkeys(told) if name != person.name)
    return ShownNames(tuple(scripts), tuple(others), every)
