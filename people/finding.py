"""People that visitors may find: those whom a film live in their language shows."""

from django.db.models import Q

from editorial.models import Publication, Reference
from editorial.publishing.window import live_titles
from people.models import Person

MOST = 20


def find_people(words: list[str], language: str) -> list[Person]:
    """Return people one of whose names, misspellings included, contains each of the words."""
    records = live_titles("film", language).values("record")
    facts = Publication.objects.live().filter(language="", record__in=records)
    shown = Reference.objects.filter(publication__in=facts.values("pk"), usage="credit")
    found = Person.objects.filter(pk__in=shown.values("target"))
    for word in words:
        # SQLite folds the case of ASCII only: names in other scripts begin with a capital.
        wanted = Q()
        for spelling in {word, word.capitalize()}:
            wanted |= Q(name__icontains=spelling) | Q(names__name__icontains=spelling)
        found = found.filter(wanted)
    return list(found.distinct().select_related("record")[:MOST])
