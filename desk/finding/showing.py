"""What visitors see of a record: its own page in each language, or the films that show it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from editorial.fields import languages
from editorial.models import Publication, Record, Reference
from editorial.names import spoken


@dataclass(frozen=True)
class Shown:
    """One public page."""

    language: str
    name: str
    url: str


def shown_to_visitors(record_ids: Iterable[int]) -> dict[int, tuple[Shown, ...]]:
    """Return the public pages of films, pages and people by record, in the order of languages.

    Two queries; records without a page of their own are absent.
    """
    wanted = list(record_ids)
    paths: dict[tuple[int, str], str] = {}
    live = Publication.objects.live()
    own = live.filter(record__in=wanted).exclude(language="")
    for record_id, language, path in own.values_list("record_id", "language", "path"):
        paths[record_id, language] = reverse("address", args=[language, path])
    facts = live.filter(kind="film", language="").values("pk")
    texts = live.filter(kind="film").exclude(language="")
    people = Reference.objects.filter(
        target__in=wanted, target__kind=Record.Kind.PERSON, publication__in=facts
    )
    pairs = people.filter(publication__record__publications__in=texts.values("pk")).values_list(
        "target_id", "target__key", "publication__record__publications__language"
    )
    for record_id, key, language in pairs.order_by().distinct():
        paths[record_id, language] = reverse("person", args=[language, key])
    found: dict[int, list[Shown]] = defaultdict(list)
    for record_id in wanted:
        for language in languages():
            if (record_id, language) in paths:
                shown = Shown(language, spoken(language), paths[record_id, language])
                found[record_id].append(shown)
    return {record_id: tuple(pages) for record_id, pages in found.items()}
