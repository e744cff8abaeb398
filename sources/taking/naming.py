"""The people, companies and festivals that names mean: found in any spelling, or made."""

from typing import Any

from django.conf import settings

from editorial.fields import column
from editorial.models import Record
from festivals.models import Edition, Festival
from films.credits_desk.naming import NEW, Named, NewNames, propose, read_token
from people.models import Company, NameKey, Person, PersonName
from people.scripts import LATIN, script_of
from people.spelling import name_key
from sources.comparing.alike import is_same_house
from sources.comparing.equal import plain


class Naming:
    """Looks names up for one intake; `added` are the records that were made."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.new = NewNames()
        self.added: list[Record] = []
        self._festivals: list[tuple[list[str], Festival]] | None = None

    def person_or_company(
        self, values: dict[str, Any], who: str
    ) -> tuple[Person | None, Company | None]:
        """Return who is meant. Raises ValidationError for an answer that leads to nobody."""
        name, other = values["name"], values.get("other_name", "")
        token = who or self._proposed(name, other)
        before = set(self.new.people) | set(self.new.companies)
        person, company = self.new.settle(read_token(token, name))
        is_new = bool((set(self.new.people) | set(self.new.companies)) - before)
        made = person or company
        if is_new and made is not None:
            self.added.append(made.record)
        if person is not None and other:
            _add_spelling(person, other)
        return person, company

    def _proposed(self, name: str, other: str) -> str:
        """Return the sure answer for one of the spellings, or that it is somebody new."""
        proposals = propose([name, *([other] if other else [])])
        for spelling in (name, other):
            proposal = proposals.get(spelling)
            if proposal and proposal.chosen.startswith(("p", "c")):
                return proposal.chosen
        return proposals[name].chosen if name in proposals else NEW

    def company(self, name: str) -> Company:
        """Return the company of exactly this name, whatever its case and accents, or a new one."""
        keys = NameKey.objects.filter(
            form=NameKey.Form.NAME, key=name_key(name), record__kind=Record.Kind.COMPANY
        )
        pk = keys.order_by("record").values_list("record", flat=True).first()
        if pk is not None:
            return Company.objects.get(pk=pk)
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


def _add_spelling(person: Person, name: str) -> None:
    known = {person.name, *person.names.values_list("name", flat=True)}
    if name in known:
        return
    script = script_of(name)
    is_script = script != LATIN
    PersonName.objects.create(
        person=person,
        name=name,
        kind=PersonName.Kind.SCRIPT if is_script else PersonName.Kind.OTHER,
        script=script if is_script else "",
        position=person.names.count(),
    )
