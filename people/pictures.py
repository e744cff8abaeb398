"""Portraits and logos that live films bring onto the site."""

from collections.abc import Iterable

from django.utils import timezone

from assets.gate import is_shown
from editorial.models import Reference
from editorial.publishing.window import live_neutral
from people.models import Company, Depiction, Person


def is_portrait_or_logo(images: Iterable[int]) -> bool:
    """Tell whether one of these pictures shows a person or company of a live film."""
    ids = list(images)
    people = Person.objects.filter(portrait__in=ids).values_list("pk", flat=True)
    companies = Company.objects.filter(logo__in=ids).values_list("pk", flat=True)
    shown = [*people, *companies]
    if not shown:
        return False
    live = live_neutral().values("pk")
    return Reference.objects.filter(target__in=shown, publication__in=live).exists()


def is_depicted(person: int) -> bool:
    """Tell whether a picture that visitors see names this person, credited or not."""
    images = Depiction.objects.filter(person=person).values_list("image", flat=True)
    return bool(images) and is_shown(images, timezone.now())
