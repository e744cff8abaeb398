"""Portraits and logos that live films bring onto the site."""

from collections.abc import Iterable

from editorial.models import Reference
from editorial.publishing.window import live_neutral
from people.models import Company, Person


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
