"""The planted list of an office: two hundred people, thirty doubles, twenty look-alikes."""

from dataclasses import dataclass
from pathlib import Path

from editorial.changes import change
from people.models import Person, Role
from tests.factories import CreditFactory, FilmFactory

LIST = Path(__file__).with_name("office_list.txt")


@dataclass(frozen=True)
class Entry:
    """One record; `mark` is D and a number for doubles, L and a number for look-alikes."""

    mark: str
    name: str
    born: str
    website: str
    deeds: tuple[tuple[int, str], ...]


def read_list() -> list[Entry]:
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return [_read(line) for line in lines if line and not line.startswith("#")]


def _read(line: str) -> Entry:
    mark, name, born, website, credits = (cell.strip() for cell in line.split("|"))
    deeds = [credit.split() for credit in credits.split(";") if credit]
    return Entry(mark, name, born, website, tuple((int(film), role) for film, role in deeds))


def plant(entries: list[Entry]) -> dict[int, Entry]:
    """Write the list into the database; return the entries by primary key."""
    planted = {}
    roles = {role.key: role for role in Role.objects.all()}
    with change(None, "test"):
        films = {n: FilmFactory() for n in {film for entry in entries for film, _ in entry.deeds}}
        for entry in entries:
            person = Person(name=entry.name, born_on=entry.born, website=entry.website)
            person.save()
            planted[person.pk] = entry
            for film, role in entry.deeds:
                CreditFactory(film=films[film], person=person, role=roles[role])
    return planted
