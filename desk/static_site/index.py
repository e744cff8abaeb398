"""The words by which the static site finds its pages: one small file for each language.

An entry is `[kind, title, what stands beside it, address, other titles]`. Prose is left out: it
would be as large as the site.
"""

import json
from collections.abc import Iterator

from django.urls import reverse

from desk.sitemap.shared import COMPANIES, FESTIVALS, PEOPLE, Shared
from desk.static_site.rewriting import Links
from editorial.fields import column
from editorial.models import Publication, Reference
from editorial.publishing.window import live_facts, live_neutral, live_titles
from editorial.spelling import NAMES_END, TITLE_END
from films.choices import Category

Entry = tuple[str, str, str, str, str]
# Letters of the other titles of a film; the characters of a long cast come after them.
MOST_LETTERS = 120


def write_index(language: str, links: Links) -> str:
    """Return the index of a language as JSON; addresses are those of the static site."""
    entries = [*_films(language), *_pages(language)]
    entries += _named(PEOPLE, "people", "person__name", language)
    entries += _named(COMPANIES, "companies", "company__name", language)
    entries += _named(FESTIVALS, "festivals", f"festival__{column('name', language)}", language)
    led = [(*entry[:3], links.lead(entry[3]), *filter(None, entry[4:])) for entry in entries]
    return json.dumps(led, ensure_ascii=False, separators=(",", ":"))


def _films(language: str) -> Iterator[Entry]:
    rows = live_titles("film", language).order_by("title", "pk")
    found = list(rows.values_list("record_id", "title", "path", "search_text"))
    facts = live_facts([record for record, *_rest in found])
    for record, title, path, text in found:
        if record in facts:
            url = reverse("address", args=[language, path])
            yield ("films", title, _note(facts[record]), url, _other_titles(text))


def _note(facts: Publication) -> str:
    label = str(Category(facts.category).label) if facts.category else ""
    return ", ".join(word for word in (label, str(facts.year or "")) if word)


def _other_titles(text: str) -> str:
    """Return the folded words of the section of names, whole words only."""
    names = text.partition(TITLE_END)[2].partition(NAMES_END)[0].strip()
    return names[:MOST_LETTERS].rpartition(" ")[0] if len(names) > MOST_LETTERS else names


def _pages(language: str) -> Iterator[Entry]:
    rows = live_titles("page", language).order_by("title", "pk").values_list("title", "path")
    for title, path in rows:
        yield ("pages", title, "", reverse("address", args=[language, path]), "")


def _named(shared: Shared, kind: str, name: str, language: str) -> Iterator[Entry]:
    """Yield the shared records that a film live in the language shows. One query."""
    spoken = live_titles("film", language).order_by().values("record")
    neutral = live_neutral().filter(kind="film", record__in=spoken).values("pk")
    shown = Reference.objects.filter(
        publication__in=neutral, target__kind=shared.kind, usage__in=shared.usages
    )
    rows = shown.order_by(f"target__{name}", "target__key").values_list(
        "target__key", f"target__{name}"
    )
    for key, title in rows.distinct():
        yield (kind, title or key, "", reverse(shared.kind, args=[language, key]), "")
