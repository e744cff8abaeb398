"""Pages of microsites: those below the company's address, and all of one on a host of its own."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from desk.sitemap.entries import Entry, Place
from desk.sitemap.films import Live
from editorial.models import Publication
from editorial.publishing.window import live_neutral
from films.sheet.build import live_document
from microsites.hosts.known import all_hosts
from microsites.hosts.places import company_path, host_path
from microsites.sheet.build import page_slugs


def microsite_entries(live: Live) -> list[Entry]:
    """Return the pages that editors have made and that stand on no host of their own.

    A microsite that nobody has touched repeats the film page. Two queries.
    """
    films = live_neutral(live.now).filter(kind="film", record__pk__range=live.within)
    here = films.exclude(record__in=set(all_hosts().values())).order_by()
    made = here.values_list("record", "parts__microsite_pages")
    pages = {record: rows for record, rows in made if rows}
    found: dict[str, list[Place]] = defaultdict(list)
    texts = Publication.objects.live(live.now).filter(record__in=pages).exclude(language="")
    rows = texts.order_by("path", "pk").values_list(
        "record", "language", "path", "parts__texts", "publish_at"
    )
    for record, language, path, words, changed in rows:
        document = {"microsite_pages": pages[record], "texts": {language: words or {}}}
        for uuid, slug in page_slugs(document, language).items():
            url = company_path(language, path, slug)
            found[uuid].append(Place(language, url, max(changed, live.facts[record])))
    return [Entry(tuple(places)) for places in found.values()]


def host_entries(publications: list[Publication]) -> list[Entry]:
    """Return all pages of a microsite on its own host, from the film's live publications."""
    changes = {p.language: p.publish_at for p in publications}
    found: dict[str, list[Place]] = defaultdict(list)
    for language, slugs in slugs_of(publications).items():
        changed = max(changes[language], changes[""])
        for uuid, slug in slugs.items():
            found[uuid].append(Place(language, host_path(language, slug), changed))
    return [Entry(tuple(places)) for places in found.values()]


def slugs_of(publications: list[Publication]) -> Mapping[str, dict[str, str]]:
    """Return the slugs of all pages of a microsite, by language and identifier."""
    found: dict[str, Any] = {}
    for publication in publications:
        document = publication.language and live_document(publications, publication.language)
        if document:
            found[publication.language] = page_slugs(document, publication.language)
    return found
