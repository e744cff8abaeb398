"""People, companies and festivals of a folder: found by any of their names, or created."""

import unicodedata
from collections.abc import Collection
from difflib import SequenceMatcher

from django.db.models import Max
from django.utils.translation import gettext as _

from desk.erasing.register import ErasedNames
from editorial.fields import column, languages
from editorial.models import Record
from editorial.positions import next_position
from editorial.publishing.storing import record_ids
from festivals.models import Edition, Festival
from people.models import Company, Person, PersonName

# Names at least this much alike are shown to the editor; they are never merged alone.
SIMILAR = 0.86


def fold(name: str) -> str:
    """Return the name as it is compared: without case, accents and double spaces."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def newest_record() -> int:
    return Record.objects.aggregate(newest=Max("pk"))["newest"] or 0


class SharedRows:
    """Look-ups by name, kept for one import run; new rows are created on demand."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.companies: dict[str, Company] = {}
        self.festivals: dict[str, Festival] = {}
        self.editions: dict[tuple[int, int | None], Edition] = {}
        self.reload()

    def reload_if_others_wrote(self) -> None:
        """Read the names again if another import or an editor has added records meanwhile."""
        if newest_record() != self.newest:
            self.reload()

    def note_own_rows(self) -> None:
        self.newest = newest_record()

    def reload(self) -> None:
        """Read all names again: after a film was rolled back its new rows are gone."""
        self.people = {p.name.casefold(): p for p in Person.objects.select_related("record")}
        for other in PersonName.objects.select_related("person__record"):
            self.people.setdefault(other.name.casefold(), other.person)
        self.companies, self.festivals = {}, {}
        for company in Company.objects.select_related("record"):
            for name in (company.name, *company.other_names):
                self.companies.setdefault(fold(name), company)
        for festival in Festival.objects.select_related("record"):
            own = [getattr(festival, column("name", code)) or "" for code in languages()]
            for name in (*own, *festival.other_names):
                if name:
                    self.festivals.setdefault(fold(name), festival)
        self.editions = {(e.festival_id, e.year): e for e in Edition.objects.all()}
        self.erased = ErasedNames()
        self.newest = newest_record()

    def known_person(self, uuid: str) -> Person | None:
        """Return the person whom the last import found here, whatever the name is today."""
        found = record_ids([uuid]) if uuid else {}
        return Person.objects.filter(pk__in=found.values()).select_related("record").first()

    def person(self, name: str, spellings: Collection[str], proposals: list[str]) -> Person | None:
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
            found = Person(name=name)
            found.save()  # type: ignore[no-untyped-call]  # Person.save is not annotated
        for spelling in (name, *spellings):
            if spelling.casefold() not in self.people:
                self.people[spelling.casefold()] = found
                if spelling != found.name:
                    position = next_position(found.names.all())
                    PersonName.objects.create(person=found, name=spelling, position=position)
        return found

    def _propose(self, name: str, proposals: list[str]) -> None:
        matcher = SequenceMatcher(None, "", fold(name))
        for known, person in self.people.items():
            matcher.set_seq1(known)
            # The two quick ratios are upper bounds: they spare nearly all of the slow ones.
            if (
                matcher.real_quick_ratio() >= SIMILAR
                and matcher.quick_ratio() >= SIMILAR
                and matcher.ratio() >= SIMILAR
            ):
                proposals.append(
                    _("“%(new)s” looks like “%(known)s”. If it is one person, merge the two.")
                    % {"new": name, "known": person.name}
                )
                return

    def company(self, name: str) -> Company:
        found = self.companies.get(fold(name))
        if found is None:
            found = Company(name=name)
            found.save()
            self.companies[fold(name)] = found
        return found

    def festival(self, names: dict[str, str]) -> Festival:
        """Return the festival that has one of these names; they differ by language."""
        for name in names.values():
            if fold(name) in self.festivals:
                return self.festivals[fold(name)]
        first = next(iter(names.values()))
        festival = Festival(key=first)  # type: ignore[misc]  # RecordModel takes it, no field
        for code in languages():
            setattr(festival, column("name", code), names.get(code, ""))
        festival.save()
        for name in names.values():
            self.festivals[fold(name)] = festival
        return festival

    def edition(self, festival: Festival, year: int | None) -> Edition:
        key = (festival.pk, year)
        if key not in self.editions:
            self.editions[key] = Edition.objects.create(festival=festival, year=year)
        return self.editions[key]
