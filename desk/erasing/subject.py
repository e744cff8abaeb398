"""Who is to be erased: every identifier and every name the database knows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Min

from desk.erasing.spelling import Names
from desk.erasing.stored import holding
from desk.models import ImportedDocument
from editorial.models import Forward, Publication, Revision
from films.models import Credit
from people.models import Person


@dataclass(frozen=True)
class Subject:
    """One person, as he or she stands in rows and documents.

    `names` are those printed somewhere, the usual one first; `uuids` include those of records
    that were merged into this one.
    """

    record_id: int
    uuid: str
    key: str
    uuids: frozenset[str]
    names: tuple[str, ...]
    known_since: datetime | None

    @property
    def name(self) -> str:
        return self.names[0]

    def spellings(self) -> Names:
        """Return what texts are searched for: sort name and key name the person, too."""
        return Names([*self.names, self.key])


def subject_of(person: Person) -> Subject:
    """Collect the names of today and of history: former ones and those in credits."""
    record = person.record
    forwards = Forward.objects.filter(record=record).values_list("uuid", flat=True)
    uuids = frozenset({str(record.uuid), *map(str, forwards)})
    # The history of records that were merged into this one names the person, too.
    revisions = Revision.objects.filter(record__uuid__in=uuids)
    documents = list(revisions.values_list("document", flat=True))
    names = [person.name, *person.names.values_list("name", flat=True), person.sort_name]
    names += [name for document in documents for name in _names_in(document)]
    names += Credit.objects.filter(person=person).values_list("credited_as", flat=True)
    names += _printed_names(uuids)
    since = revisions.aggregate(first=Min("created_at"))["first"]
    unique = tuple(dict.fromkeys(name for name in names if name))
    return Subject(record.pk, str(record.uuid), record.key, uuids, unique, since)


def _names_in(document: dict[str, Any]) -> list[str]:
    facts = document.get("facts", {})
    others = [row.get("name", "") for row in document.get("names", [])]
    return [facts.get("name", ""), facts.get("sort_name", ""), *others]


def _printed_names(uuids: frozenset[str]) -> set[str]:
    """Return how stored credits spell the person."""
    return {
        row.get("credited_as", "")
        for model, column in (
            (Revision, "document"),
            (Publication, "parts"),
            (ImportedDocument, "document"),
        )
        for _row, document in holding(model, column, uuids)
        for row in document.get("credits", [])
        if row.get("person") in uuids
    }


def find_person(key: str) -> Person | None:
    """Return the person with this key, or with this identifier."""
    people = Person.objects.select_related("record", "portrait__record")
    found: Person | None = people.filter(record__key=key).first()
    if found is not None:
        return found
    try:
        identifier = UUID(key)
    except ValueError:
        return None
    by_identifier: Person | None = people.filter(record__uuid=identifier).first()
    return by_identifier
