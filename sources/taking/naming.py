"""The people, companies and festivals that names mean: found in any spelling, or made."""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from editorial.fields import column
from editorial.models import Record
from festivals.models import Edition, Festival
from films.credits_desk.naming import (
    NEW,
    NEW_COMPANY,
    Named,
    NewNames,
    Proposal,
    propose,
    read_token,
)
from people.models import Company, NameKey, Person, PersonName
from people.scripts import LATIN, script_of
from people.spelling import name_key
from sources.comparing.alike import is_same_house
from sources.comparing.equal import plain

# Tells of names whether one of them must not come back.
Holds = Callable[[Iterable[str]], bool]
_registers: list[Callable[[], Holds]] = []


def register_held_names(make: Callable[[], Holds]) -> None:
    """Have a room above say which names must not be taken in; `make` is asked once an intake."""
    if make not in _registers:
        _registers.append(make)


class HeldNames:
    """The names that no intake may bring: of people who were erased."""

    def __init__(self) -> None:
        self._holds = [make() for make in _registers]

    def refuse(self, names: Iterable[str]) -> None:
        """Raise ValidationError if one of the names belongs to somebody who was erased."""
        wanted = [name for name in names if name]
        if any(hold(wanted) for hold in self._holds):
            raise ValidationError(
                _(
                    "This person was erased at his or her request and is not taken in. If it is "
                    "somebody else of the same name, create the person first."
                )
            )


class Naming:
    """Looks names up for one intake; `added` are the records that were made, `spellings` the
    names that people were given.

    All names are asked for at once: looking for one in every spelling takes several queries.
    """

    def __init__(self, language: str, names: Iterable[str] = ()) -> None:
        self.language = language
        self.new = NewNames()
        self.held = HeldNames()
        self.added: list[Record] = []
        self.spellings: list[PersonName] = []
        self._festivals: list[tuple[list[str], Festival]] | None = None
        self._proposals: dict[str, Proposal] = propose(names)
        # Who was settled in this intake, by the key of each of his or her names.
        self._settled: dict[str, str] = {}

    def knows(self, name: str) -> bool:
        """Tell whether somebody has this very name already."""
        chosen = self._proposal(name).chosen if name else ""
        return chosen.startswith(("p", "c"))

    def person_or_company(
        self, values: dict[str, Any], who: str
    ) -> tuple[Person | None, Company | None]:
        """Return who is meant. Raises ValidationError for an answer that leads to nobody, and for
        somebody new who was erased."""
        name, other = values["name"], values.get("other_name", "")
        token = who or self._proposed(name, other)
        if token in (NEW, NEW_COMPANY):
            self.held.refuse((name, other))
        before = len(self.new.people) + len(self.new.companies)
        person, company = self.new.settle(read_token(token, name))
        is_new = len(self.new.people) + len(self.new.companies) > before
        made = person or company
        if is_new and made is not None:
            self.added.append(made.record)
        if person is not None and other:
            self.add_spelling(person, other)
        if made is not None and token in (NEW, NEW_COMPANY):
            sign = "p" if person is not None else "c"
            for spelling in (name, other):
                if spelling:
                    self._settled[name_key(spelling)] = f"{sign}{made.pk}"
        return person, company

    def add_spelling(self, person: Person, name: str) -> None:
        """Keep a further name of a person, in another script or not, unless it is known."""
        known = {person.name, *person.names.values_list("name", flat=True)}
        if name in known:
            return
        script = script_of(name)
        is_script = script != LATIN
        spelling = PersonName.objects.create(
            person=person,
            name=name,
            kind=PersonName.Kind.SCRIPT if is_script else PersonName.Kind.OTHER,
            script=script if is_script else "",
            position=person.names.count(),
        )
        self.spellings.append(spelling)

    def _proposed(self, name: str, other: str) -> str:
        """Return the sure answer for one of the spellings, or that it is somebody new."""
        spellings = [spelling for spelling in (name, other) if spelling]
        for spelling in spellings:
            if known := self._settled.get(name_key(spelling)):
                return known
        for spelling in spellings:
            chosen = self._proposal(spelling).chosen
            if chosen.startswith(("p", "c")):
                return chosen
        return self._proposal(name).chosen

    def _proposal(self, name: str) -> Proposal:
        name = name.strip()
        if name not in self._proposals:
            self._proposals |= propose([name])
        return self._proposals.get(name) or Proposal(name)

    def company(self, name: str) -> Company:
        """Return the company of exactly this name, whatever its case and accents, or a new one."""
        keys = NameKey.objects.filter(
            form=NameKey.Form.NAME, key=name_key(name), record__kind=Record.Kind.COMPANY
        )
        pk = keys.order_by("record").values_list("record", flat=True).first()
        if pk is not None:
            return Company.objects.get(pk=pk)  # type: ignore[return-value]
        known = len(self.new.companies)
        company = self.new.settle(Named(new_company=name))[1]
        assert company is not None
        if len(self.new.companies) > known:
            self.added.append(company.record)
        return company

    def edition(self, values: dict[str, Any]) -> Edition:
        """Return the year of a festival, both made if they are new."""
        year = int(str(values.get("date") or "")[:4] or 0) or None
        festival = self._festival(values)
        found = Edition.objects.filter(festival=festival, year=year).first()
        return found or Edition.objects.create(festival=festival, year=year)

    def _festival(self, values: dict[str, Any]) -> Festival:
        name = values["festival"]
        for known, festival in self._all_festivals():
            if any(plain(name) == plain(one) for one in known):
                return festival
        for known, festival in self._all_festivals():
            if _is_here(festival, values) and any(is_same_house(one, name) for one in known):
                return festival
        festival = Festival(key=name)  # type: ignore[misc]  # RecordModel takes it, no field
        setattr(festival, column("name", self.language), name)
        festival.city = values.get("city", "")[:120]
        festival.country = values.get("country", "")
        festival.save()
        self.added.append(festival.record)
        self._all_festivals().append(([name], festival))
        return festival

    def _all_festivals(self) -> list[tuple[list[str], Festival]]:
        if self._festivals is None:
            self._festivals = [(_names_of(one), one) for one in Festival.objects.all()]
        return self._festivals


def _names_of(festival: Festival) -> list[str]:
    spoken = [getattr(festival, column("name", code)) for code, _name in settings.LANGUAGES]
    return [name for name in (*spoken, *(festival.other_names or ())) if name]


def _is_here(festival: Festival, values: dict[str, Any]) -> bool:
    """Tell whether a festival may be the one that is told of: in another country it is not."""
    country = values.get("country", "")
    return not country or not festival.country or country == festival.country
