"""People, companies, festivals and text pages as plain data: what their public pages say.

No contacts of people, no legal names, no notes: each field is named here, none comes by itself.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse

from desk.data_out.shown import Shown, in_order
from editorial.fields import column
from editorial.models import Publication
from festivals.models import Festival
from pages.absolute import absolute
from people.models import Company, Person
from people.names_shown import ShownName, shown_names

Data = dict[str, Any]
AT_ONCE = 500


def person_data(shown: dict[int, Shown]) -> Iterator[Data]:
    """Yield the people by key. Two queries for every `AT_ONCE`."""
    people: Any = Person.objects
    for person in _rows(people.prefetch_related("names"), shown):
        names = shown_names(person)
        yield {
            "key": person.record.key,
            "name": person.name,
            "sort_name": person.sort_name,
            "other_names": [_name(name) for name in (*names.in_scripts, *names.others)],
            "born_on": person.born_on,
            "died_on": person.died_on,
            "website": person.website,
            "films": list(shown[person.pk].films),
            "languages": _languages(person, "person", ("birthplace", "biography"), shown),
        }


def company_data(shown: dict[int, Shown]) -> Iterator[Data]:
    """Yield the companies by key, without the people to ask there."""
    for company in _rows(Company.objects.all(), shown):
        yield {
            "key": company.record.key,
            "name": company.name,
            "city": company.city,
            "country": company.country,
            "website": company.website,
            "films": list(shown[company.pk].films),
            "languages": _languages(company, "company", ("description",), shown),
        }


def festival_data(shown: dict[int, Shown]) -> Iterator[Data]:
    for festival in _rows(Festival.objects.all(), shown):
        yield {
            "key": festival.record.key,
            "city": festival.city,
            "country": festival.country,
            "website": festival.website,
            "films": list(shown[festival.pk].films),
            "languages": _languages(festival, "festival", ("name",), shown),
        }


def page_data() -> Iterator[Data]:
    """Yield the text pages that are live, by key, with their texts as Markdown."""
    live = Publication.objects.live().filter(kind="page").select_related("record")
    pages: dict[str, dict[str, Publication]] = {}
    for publication in live.defer("search_text").order_by("record__key"):
        pages.setdefault(publication.record.key, {})[publication.language] = publication
    for key, by_language in pages.items():
        spoken = in_order(by_language)
        if "" in by_language and spoken:
            yield {"key": key, "languages": {c: _page_texts(by_language[c], c) for c in spoken}}


def _page_texts(publication: Publication, language: str) -> Data:
    texts = publication.texts.get("facts", {})
    return {
        "url": absolute(reverse("address", args=[language, publication.path])),
        "title": texts.get("title", ""),
        "body": texts.get("body", ""),
    }


def _rows(rows: QuerySet[Any], shown: dict[int, Shown]) -> Iterator[Any]:
    found = rows.filter(pk__in=list(shown)).select_related("record").order_by("record__key")
    yield from found.iterator(chunk_size=AT_ONCE)


def _name(name: ShownName) -> Data:
    return {"name": name.name, "lang": name.mark}


def _languages(row: Model, address: str, names: tuple[str, ...], shown: dict[int, Shown]) -> Data:
    """Return address and texts of the pages that there are; no text of another language."""
    key = row.record.key  # type: ignore[attr-defined]
    return {
        code: {
            "url": absolute(reverse(address, args=[code, key])),
            **{name: getattr(row, column(name, code)) or "" for name in names},
        }
        for code in shown[row.pk].languages
    }
