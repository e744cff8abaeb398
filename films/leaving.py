"""Pages of shared records that leave the site together with a language of a film."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from editorial.models import Publication, Record, Reference
from festivals.models import Festival
from people.models import Person


def find_leaving_people(record: Record, language: str) -> Iterable[tuple[str, str]]:
    """Return pages of people whom no other film live in the language credits."""
    people = Person.objects.filter(pk__in=_leaving(record, language, "credit"))
    return [
        (str(person), reverse("person", args=[language, person.record.key]))
        for person in people.select_related("record").order_by("pk")
    ]


def find_leaving_festivals(record: Record, language: str) -> Iterable[tuple[str, str]]:
    """Return pages of festivals at which no other film live in the language was."""
    found = Festival.objects.filter(pk__in=_leaving(record, language, "selection", "award"))
    return [
        (str(festival), reverse("festival", args=[language, festival.record.key]))
        for festival in found.select_related("record").order_by("pk")
    ]


def _leaving(record: Record, language: str, *usages: str) -> QuerySet[Record]:
    """Return records that only this film shows among those live in the language."""
    live = Publication.objects.live(timezone.now()).filter(kind="film")
    spoken = live.filter(language=language).exclude(record=record).values("record")
    shown = Reference.objects.filter(usage__in=usages)
    mine = shown.filter(publication__in=live.filter(record=record, language="").values("pk"))
    others = live.filter(language="", record__in=spoken).values("pk")
    elsewhere = shown.filter(publication__in=others).values("target")
    return Record.objects.filter(pk__in=mine.values("target")).exclude(pk__in=elsewhere)
