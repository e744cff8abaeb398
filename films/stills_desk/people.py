"""People on a picture: ticked among those that are likely, or typed by name."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from assets.models import Image
from people.models import Depiction, Person

# A crowd scene names its main people.
MOST = 30


class PeopleField(forms.CharField):
    """Names, one a line; the cleaned value is a list of people in that order."""

    widget = forms.Textarea({"rows": 2})

    def use(self, image: Image) -> None:
        """Show the people who stand there now."""
        rows = Depiction.objects.filter(image=image).select_related("person__record")
        people = list(dict.fromkeys(row.person for row in rows))
        self.initial = "\n".join(labels_of(people))
        self.widget.attrs["rows"] = max(2, len(people) + 1)

    def clean(self, value: Any) -> list[Person]:
        names = [name for line in super().clean(value).splitlines() if (name := line.strip())]
        if len(names) > MOST:
            raise ValidationError(_("At most %(most)s people."), params={"most": MOST})
        return list(dict.fromkeys(find_person(name) for name in names))

    def save(self, image: Image, people: Iterable[Person]) -> None:
        """Make the picture's rows equal to the list; rows that stay keep their identifier."""
        rows = list(Depiction.objects.filter(image=image))
        kept: dict[int, Depiction] = {}
        for row in rows:
            kept.setdefault(row.person_id, row)
        wanted = [person.pk for person in people]
        for row in rows:
            if row.person_id not in wanted or kept[row.person_id] is not row:
                row.delete()
        for position, person in enumerate(wanted):
            row = kept.get(person) or Depiction(image=image, person_id=person, position=-1)
            if row.position != position:
                row.position = position
                row.save()


def labels_of(people: Sequence[Person]) -> list[str]:
    """The names; with the key where another person has the same name. One query."""
    if not people:
        return []
    names = Person.objects.filter(name__in={person.name for person in people})
    bearers = Counter(names.values_list("name", flat=True))
    return [
        f"{person.name} [{person.record.key}]" if bearers[person.name] > 1 else person.name
        for person in people
    ]


def find_person(name: str) -> Person:
    """Return the person of this name, other name or [key]; raise ValidationError for none."""
    key = name.rpartition("[")[2].rstrip("]") if name.endswith("]") else ""
    people = Person.objects.select_related("record")
    if key and (found := people.filter(record__key=key).first()):
        return found
    found_all = list(people.filter(Q(name__iexact=name) | Q(names__name__iexact=name)).distinct())
    exact = [person for person in found_all if person.name == name] or found_all
    if len(exact) == 1:
        return exact[0]
    if exact:
        choices = ", ".join(f"{person.name} [{person.record.key}]" for person in exact)
        raise ValidationError(
            _("Several people are called “%(name)s”. Write one of these: %(choices)s."),
            params={"name": name, "choices": choices},
        )
    raise ValidationError(
        _("Nobody here is called “%(name)s”. Check the spelling, or add the person first."),
        params={"name": name},
    )


def named_people(names: Iterable[str]) -> list[Person]:
    """Return the people whose names are exactly these: what a file says of who is on it."""
    wanted = list(names)
    if not wanted:
        return []
    return list(Person.objects.filter(name__in=wanted).select_related("record"))


def likely_people(film_id: int) -> list[str]:
    """Return the names that are credited in the film, to choose from while typing."""
    credited = Person.objects.filter(credits__film=film_id).order_by("sort_name").distinct()
    return list(dict.fromkeys(credited.values_list("name", flat=True)))
