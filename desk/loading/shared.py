"""People, companies and festivals of a folder: found by any of their names, or created."""

import unicodedata
from collections.abc import Collection, Iterable
from typing import Any
from uuid import uuid4

from django.db.models import Max
from django.utils.translation import gettext as _

from desk.erasing.register import ErasedNames
from desk.loading.new_rows import Known, NewRows
from desk.loading.similar import SimilarNames
from editorial.fields import columns, languages
from editorial.models import Record
from editorial.publishing.storing import record_ids
from festivals.models import Edition, Festival
from people.models import Company, Person, PersonName


def fold(name: str) -> str:
    """Return the name as it is compared: without case, accents and double spaces."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def newest_record() -> int:
    return Record.objects.aggregate(newest=Max("pk"))["newest"] or 0


class SharedRows:
    """Look-ups by name, kept for one import run; new rows are made up on demand.

    What is new has its identifier at once and is written by `flush`, many rows at a time.
    """

    def __init__(self) -> None:
        self.people: dict[str, Known] = {}
        self.companies: dict[str, Known] = {}
        self.festivals: dict[str, Known] = {}
        self.editions: dict[tuple[str, int | None], str] = {}
        self.expected: dict[str, Known] = {}
        self.reload()

    def reload_if_others_wrote(self) -> None:
        """Read the names again if another import or an editor has added records meanwhile."""
        if newest_record() != self.newest:
            self.reload()

    def note_own_rows(self) -> None:
        self.newest = newest_record()

    def reload(self) -> None:
        """Read all names again: after a film was rolled back its new rows are gone."""
        self.new = NewRows()
        self._read_people()
        self.similar = SimilarNames(self.people)
        self.companies, self.festivals = {}, {}
        companies: Any = Company.objects
        named = ("pk", "record__uuid", "name", "other_names")
        for pk, uuid, name, others in companies.values_list(*named):
            for spelling in (name, *others):
                self.companies.setdefault(fold(spelling), Known(str(uuid), name, pk))
        festivals: Any = Festival.objects
        called = ("pk", "record__uuid", "other_names", *columns("name"))
        for pk, uuid, others, *own in festivals.values_list(*called):
            for name in filter(None, (*own, *others)):
                self.festivals.setdefault(fold(name), Known(str(uuid), name, pk))
        editions = Edition.objects.values_list("festival__record__uuid", "year", "uuid")
        self.editions = {(str(festival), year): str(uuid) for festival, year, uuid in editions}
        self.erased = ErasedNames()
        self.newest = newest_record()

    def _read_people(self) -> None:
        people: Any = Person.objects
        known = {
            pk: Known(str(uuid), name, pk)
            for pk, uuid, name in people.values_list("pk", "record__uuid", "name")
        }
        self.people = {person.name.casefold(): person for person in known.values()}
        for name, pk in PersonName.objects.values_list("name", "person"):
            self.people.setdefault(name.casefold(), known[pk])

    def expect(self, uuids: Iterable[str]) -> None:
        """Look up at once whom the last import found for these films. Two queries."""
        found = record_ids(set(uuids)) if uuids else {}
        rows = Person.objects.filter(pk__in=set(found.values())) if found else Person.objects.none()
        people = {
            pk: Known(str(uuid), name, pk)
            for pk, uuid, name in rows.values_list("pk", "record__uuid", "name")
        }
        self.expected = {uuid: people[pk] for uuid, pk in found.items() if pk in people}

    def known_person(self, uuid: str) -> Known | None:
        """Return the person whom the last import found here, whatever the name is today."""
        return self.expected.get(uuid)

    def person(self, name: str, spellings: Collection[str], proposals: list[str]) -> Known | None:
        """Return the person of this name; other spellings are kept with him or her.

        None for somebody who was erased: an import must not bring him or her back.
        """
        found = self.people.get(name.casefold())
        if found is None:
            found = next((self.people[s.casefold()] for s in spellings
                          if s.casefold() in self.people), None)  # fmt: skip
        if found is None and self.erased.hold((name, *spellings)):
            return None
        if found is None:
            self._propose(name, proposals)
            found = Known(str(uuid4()), name)
            self.new.people.append(found)
        for spelling in (name, *spellings):
            if spelling.casefold() not in self.people:
                self.people[spelling.casefold()] = found
                self.similar.add(spelling.casefold())
                if spelling != found.name:
                    self.new.names.append((found, spelling))
        return found

    def _propose(self, name: str, proposals: list[str]) -> None:
        similar = self.similar.first_like(fold(name))
        if similar is not None:
            proposals.append(
                _("“%(new)s” looks like “%(known)s”. If it is one person, merge the two.")
                % {"new": name, "known": self.people[similar].name}
            )

    def company(self, name: str) -> Known:
        found = self.companies.get(fold(name))
        if found is None:
            found = self.companies[fold(name)] = Known(str(uuid4()), name)
            self.new.companies.append(found)
        return found

    def festival(self, names: dict[str, str]) -> Known:
        """Return the festival that has one of these names; they differ by language."""
        for name in names.values():
            if fold(name) in self.festivals:
                return self.festivals[fold(name)]
        festival = Known(str(uuid4()), next(iter(names.values())))
        self.new.festivals.append((festival, {code: names.get(code, "") for code in languages()}))
        for name in names.values():
            self.festivals[fold(name)] = festival
        return festival

    def edition(self, festival: Known, year: int | None) -> str:
        """Return the identifier of a festival's year."""
        key = (festival.uuid, year)
        if key not in self.editions:
            self.editions[key] = str(uuid4())
            self.new.editions.append((festival, year, self.editions[key]))
        return self.editions[key]

    def flush(self) -> None:
        """Write what is new."""
        self.new.write()
        self.new = NewRows()
