"""One open file of all that is live, described by `site.schema.json` beside this module.

It is written film by film, so a large site needs no more memory than a small one. Equal content
gives equal bytes but for the day.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from desk.data_out.records import company_data, festival_data, page_data, person_data
from desk.data_out.shown import in_order, live_films, shown_records
from editorial.fields import column
from editorial.models import Publication
from editorial.publishing.window import live_languages
from films.serialising import film_json
from films.sheet import live_sheet
from pages.absolute import absolute
from pages.models import Profile

SCHEMA = 1
AT_ONCE = 50
Progress = Callable[[str], None]
Films = dict[int, tuple[str, tuple[str, ...]]]


def count_films() -> int:
    return len(live_films())


def write_site(progress: Progress = lambda key: None) -> Iterator[str]:
    """Yield the file piece by piece; `progress` is called with the key of each film."""
    films = live_films()
    people, companies, festivals = (
        shown_records(kind, films) for kind in ("person", "company", "festival")
    )
    # In the order of the alphabet, like the keys inside.
    yield from _write_list("{", "companies", company_data(companies))
    yield from _write_list(",", "festivals", festival_data(festivals))
    yield from _write_list(",", "films", _film_data(films, progress))
    yield from _write_value("languages", list(in_order(live_languages("film"))))
    yield from _write_value("licence", _licence())
    yield from _write_value("made_on", timezone.localdate().isoformat())
    yield from _write_list(",", "pages", page_data())
    yield from _write_list(",", "people", person_data(people))
    yield from _write_value("schema", absolute(reverse("schema", args=["site"])))
    yield from _write_value("schema_version", SCHEMA)
    yield from _write_value("site", _site())
    yield "\n}\n"


def _write_list(before: str, name: str, items: Iterable[dict[str, Any]]) -> Iterator[str]:
    yield f'{before}\n"{name}": ['
    between = "\n"
    for item in items:
        yield between + _dump(item)
        between = ",\n"
    yield "]"


def _write_value(name: str, value: Any) -> Iterator[str]:
    yield f',\n"{name}": {_dump(value)}'


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)


def _film_data(films: Films, progress: Progress) -> Iterator[dict[str, Any]]:
    """Yield each film as its film.json in every language that is live."""
    records = list(films)
    for start in range(0, len(records), AT_ONCE):
        chunk = records[start : start + AT_ONCE]
        live = Publication.objects.live().filter(record__in=chunk).select_related("record")
        mine: dict[int, list[Publication]] = {}
        for publication in live.defer("search_text"):
            mine.setdefault(publication.record_id, []).append(publication)
        for record in chunk:
            key, codes = films[record]
            sheets = {code: live_sheet(mine.get(record, []), code) for code in codes}
            told = {}
            for code, sheet in sheets.items():
                if sheet is not None:
                    with translation.override(code):
                        told[code] = film_json(sheet)
            if told:
                yield {"key": key, "languages": told}
            progress(key)


def _site() -> dict[str, Any]:
    profile: Any = Profile.objects.first() or Profile(name="Lichtspiel")
    return {
        "name": profile.name,
        "url": settings.SITE_URL,
        "claim": {
            code: text
            for code in in_order(live_languages("film"))
            if (text := getattr(profile, column("claim", code)))
        },
    }


def _licence() -> dict[str, Any]:
    """Say whose all this is. What may be done with pictures are the terms for the press."""
    profile: Any = Profile.objects.first() or Profile(name="Lichtspiel")
    notices = {}
    for code in in_order(live_languages("film")):
        with translation.override(code):
            notices[code] = _(
                "What %(company)s had made public at %(url)s on that day. Name the source. Texts "
                "and pictures belong to those who made them: ask before you print them."
            ) % {"company": profile.name, "url": settings.SITE_URL}
    terms = {code: getattr(profile, column("press_terms", code)) or "" for code in notices}
    return {"holder": profile.name, "notice": notices, "pictures": terms}
