"""Letters that the fonts of the PDF cannot draw: it shows a mark in their place."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse

from editorial.fields import column, languages
from films.models import Film
from people.models import Company, Person
from press.building.gaps import Gap, form_url

TEXTS = (
    "title", "tagline", "logline", "synopsis_short", "synopsis_medium", "synopsis_long",
)  # fmt: skip
# Letters named at most: whoever reads them knows the script.
SHOWN = 12


def letter_gaps(film: Film) -> Iterator[Gap]:
    """Find them in the film's own texts and in names. Two queries."""
    for language in languages():
        for field in TEXTS:
            name = column(field, language)
            letters = unknown_letters([getattr(film, name) or ""])
            if letters:
                values = {"field": field, "letters": letters}
                yield Gap("letters", language, values, form_url(film, f"id_{name}"))
    for row in _named(film):
        if letters := unknown_letters([row.name]):
            meta = row._meta
            url = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])
            yield Gap("letters", "", {"name": row.name, "letters": letters}, f"{url}#id_name")


def unknown_letters(texts: Iterable[str]) -> str:
    """Return the letters that no font knows, each once."""
    # The typesetter is loaded by who asks for it, not by every page of the admin.
    from press.kit.pdf.letters import MISSING, fit_letters

    found: dict[str, None] = {}
    for text in texts:
        if not text.isascii() and MISSING in fit_letters(text):
            composed = unicodedata.normalize("NFC", text)
            found |= {char: None for char in composed if fit_letters(char) == MISSING}
    return "".join(list(found)[:SHOWN])


def _named(film: Film) -> list[Any]:
    # The models' base manager hides their own relations from the checker of types.
    people: Any = Person.objects
    companies: Any = Company.objects
    named = people.filter(credits__film=film), companies.filter(company_credits__film=film)
    return [row for rows in named for row in rows.distinct().order_by("pk")]
