"""What pages and lists cost: queries, CPU time of this process, weight.

Each page is asked three times: first after a change of content (what the process remembers is
forgotten), then as the visitors after that one find it; of those the median.
"""

import statistics
import time
from collections.abc import Iterator

TIMES = 7


def ask_pages(only: str = "") -> None:
    """Print a line for each page; `only` restricts them to names that have this in them."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    visitor, editor = Client(), Client()
    user, _is_new = get_user_model().objects.get_or_create(
        username="bench", defaults={"is_superuser": True, "is_staff": True}
    )
    editor.force_login(user)
    print(f"{'page':28} {'queries':>7} {'first ms':>9} {'ms':>8} {'SQL ms':>8} {'kB':>8}")
    for name, path, query in pages_to_ask():
        if only in name:
            _ask(name, editor if path.startswith("/admin/") else visitor, path, query)


def pages_to_ask() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield name, path and query of what visitors and editors open."""
    from editorial.models import Publication, Reference

    live = Publication.objects.live().filter(kind="film", language="en").order_by("pk")
    film = live[live.count() // 2]
    credit = Reference.objects.filter(publication__record=film.record, usage="credit")
    person = credit.select_related("target")[0].target
    company = Reference.objects.filter(usage="company", target__kind="company")[0].target
    festival = Reference.objects.filter(usage="selection").select_related("target")[0].target
    word = film.title.split()[-1]
    yield "home", "/en/", {}
    yield "film page", f"/en/{film.path}/", {}
    yield "film.json", f"/en/{film.path}/film.json", {}
    yield "person", f"/en/people/{person.key}/", {}
    yield "company", f"/en/companies/{company.key}/", {}
    yield "festival", f"/en/festivals/{festival.key}/", {}
    yield "festivals", "/en/festivals/", {}
    yield "screenings", "/en/screenings/", {}
    yield "catalogue", "/en/films/", {}
    yield "catalogue, page 200", "/en/films/", {"page": "200"}
    yield "catalogue, by title", "/en/films/", {"sort": "title", "page": "50"}
    yield "catalogue, decade", "/en/films/", {"category": "feature", "year": "1990s"}
    yield "catalogue, country", "/en/films/", {"country": "DE"}
    yield "catalogue, person", "/en/films/", {"person": person.key}
    yield "search, a title", "/en/search/", {"q": film.title}
    yield "search, one word", "/en/search/", {"q": word}
    yield "search, a name", "/en/search/", {"q": person.key.rpartition("-")[0].replace("-", " ")}
    yield "search, prose", "/en/search/", {"q": "projectionist violin"}
    yield "search, slip", "/en/search/", {"q": "lighthuose"}
    yield "search, nothing", "/en/search/", {"q": "zaphod beeblebrox"}
    yield "sitemap", "/sitemap.xml", {}
    yield "sitemap part", "/sitemap-films-1.xml", {}
    yield "sitemap people", "/sitemap-people-1.xml", {}
    yield "feed", "/en/feed.xml", {}
    yield "screenings.ics", "/en/screenings.ics", {}
    yield "films.json", "/en/films.json", {}
    yield "press room", "/en/press/", {}
    yield "not found", "/en/nowhere-at-all/", {}
    yield "desk: start", "/admin/", {}
    yield "desk: films", "/admin/films/film/", {}
    yield "desk: films, search", "/admin/films/film/", {"q": word}
    yield "desk: film form", f"/admin/films/film/{film.record_id}/change/", {}
    yield "desk: people", "/admin/people/person/", {}
    yield "desk: people, search", "/admin/people/person/", {"q": "lind"}
    yield "desk: pictures", "/admin/assets/image/", {}
    yield "desk: festivals", "/admin/festivals/festival/", {}
    yield "desk: picker of people", "/admin/autocomplete/", _picker("credit", "person", "lind")
    yield "desk: picker, nothing", "/admin/autocomplete/", _picker("credit", "person", "")
    yield "desk: picker of pictures", "/admin/autocomplete/", _picker("placement", "image", "3")
    yield "desk: search", "/admin/search/", {"q": word}
    yield "desk: suggestions", "/admin/search/suggest/", {"q": word[:4]}
    yield "desk: translations", "/admin/translations/", {}
    yield "desk: history", "/admin/editorial/revision/", {}
    yield "desk: publications", "/admin/editorial/publication/", {}


def _picker(model: str, field: str, term: str) -> dict[str, str]:
    return {"app_label": "films", "model_name": model, "field_name": field, "term": term}


def _ask(name, client, path, query) -> None:  # type: ignore[no-untyped-def]
    from django.db import connection, reset_queries
    from django.test.utils import CaptureQueriesContext

    from editorial.memory import forget

    client.get("/robots.txt")
    forget()
    first = _spend(client, path, query)
    spent = [_spend(client, path, query) for _n in range(TIMES if first < 1_000 else 1)]
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path, query, follow=True)
        weight = len(b"".join(response) if response.streaming else response.content) / 1024
        count, sql = len(queries), sum(float(one["time"]) for one in queries) * 1000
    reset_queries()
    print(f"{name:28} {count:7} {first:9.1f} {statistics.median(spent):8.1f} {sql:8.0f} "
          f"{weight:8.1f}  {response.status_code}", flush=True)  # fmt: skip


def _spend(client, path, query) -> float:  # type: ignore[no-untyped-def]
    started = time.process_time()
    response = client.get(path, query, follow=True)
    if response.streaming:
        b"".join(response)
    return (time.process_time() - started) * 1000
