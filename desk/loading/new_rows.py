"""People, companies and festivals that a folder brings, written many at a time."""

from dataclasses import dataclass, field

from django.db.models import Max

from editorial.fields import column
from editorial.models import Record
from editorial.models.new_records import new_records
from editorial.positions import MOST
from festivals.models import Edition, Festival
from people.models import Company, Person, PersonName, make_sort_name


@dataclass(slots=True)
class Known:
    """A shared record by its name; `pk` is None until it is written."""

    uuid: str
    name: str
    pk: int | None = None


@dataclass
class NewRows:
    """What is to be written: other spellings of people and years of festivals, new or known."""

    people: list[Known] = field(default_factory=list)
    names: list[tuple[Known, str]] = field(default_factory=list)
    companies: list[Known] = field(default_factory=list)
    festivals: list[tuple[Known, dict[str, str]]] = field(default_factory=list)
    editions: list[tuple[Known, int | None, str]] = field(default_factory=list)

    def write(self) -> None:
        """Write everything. Call it inside a change."""
        self._write_people()
        self._write_names()
        companies = _write_records(Record.Kind.COMPANY, self.companies)
        if companies:
            Company.objects.bulk_create(
                Company(record=record, name=company.name)
                for company, record in zip(self.companies, companies, strict=True)
            )
        self._write_festivals()

    def _write_people(self) -> None:
        records = _write_records(Record.Kind.PERSON, self.people)
        if records:
            Person.objects.bulk_create(
                Person(record=record, name=person.name, sort_name=make_sort_name(person.name))
                for person, record in zip(self.people, records, strict=True)
            )

    def _write_names(self) -> None:
        if not self.names:
            return
        people = {person.pk for person, _name in self.names}
        # After the last, as `next_position` has it; a list would otherwise ask for every name.
        last = dict(
            PersonName.objects.filter(person__in=people)
            .order_by()
            .values_list("person")
            .annotate(last=Max("position"))
        )
        rows = []
        for person, name in self.names:
            last[person.pk] = min(last.get(person.pk, -1) + 1, MOST)
            rows.append(PersonName(person_id=person.pk, name=name, position=last[person.pk]))
        PersonName.objects.bulk_create(rows)

    def _write_festivals(self) -> None:
        records = _write_records(Record.Kind.FESTIVAL, [one for one, _names in self.festivals])
        if records:
            Festival.objects.bulk_create(
                Festival(
                    record=record, **{column("name", code): name for code, name in names.items()}
                )
                for (_one, names), record in zip(self.festivals, records, strict=True)
            )
        if self.editions:
            Edition.objects.bulk_create(
                Edition(festival_id=festival.pk, year=year, uuid=uuid)
                for festival, year, uuid in self.editions
            )


def _write_records(kind: str, wanted: list[Known]) -> list[Record]:
    if not wanted:
        return []
    records = new_records(kind, [(one.name, one.uuid) for one in wanted])
    for one, record in zip(wanted, records, strict=True):
        one.pk = record.pk
    return records
