"""The film form beside a plain Django form with the same fields, and the pickers."""

from typing import Any

from bench.catalogue import FILMS, IMAGES, add_long_film, fill_catalogue
from bench.measuring import (
    Asked,
    Measurement,
    alternate,
    clock_of,
    cpu_of,
    one,
    ratio_of,
)

RUNS = 21
PICKERS = (
    ("people", "people", "person", "films", "credit", "person", "lindq ada"),
    ("festivals", "festivals", "edition", "films", "selection", "edition", "harbour 99"),
    ("images", "assets", "image", "films", "placement", "image", "still-3"),
    ("films", "films", "film", "films", "credit", "film", "ferry 99"),
)


def bench_film_form(asked: Asked) -> list[Measurement]:
    """Compare the form with a plain one, in the small catalogue and in the large one."""
    client, runs = log_in(), asked.times(RUNS)
    found = compare_forms(client, add_long_film("Long"), "as it is", runs)
    if asked.is_quick:
        return found
    fill_catalogue()
    label = f"{FILMS} films, {IMAGES} pictures"
    found += compare_forms(client, add_long_film("Longer"), label, runs)
    return [*found, *(row for picker in PICKERS for row in bench_picker(client, runs, *picker))]


def log_in() -> Any:
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client()
    client.force_login(get_user_model().objects.create_superuser("bench"))
    return client


def compare_forms(client: Any, film: Any, label: str, runs: int) -> list[Measurement]:
    from django.urls import reverse

    from bench.plain_admin import plain_admin

    own = reverse("admin:films_film_change", args=[film.pk])
    with plain_admin() as address_of:
        plain = address_of(film)
        size, queries = weigh(client, plain)
    own_size, own_queries = weigh(client, own)

    def ask_own() -> float:
        client.get(own)  # changing between the two makes either read its templates anew
        return cpu_of(lambda: client.get(own))

    def ask_plain() -> float:
        with plain_admin():
            client.get(plain)
            return cpu_of(lambda: client.get(plain))

    spent = alternate({"film form": ask_own, "plain form": ask_plain}, runs)
    return [
        *(Measurement(f"{name}, {label}", "ms CPU", costs) for name, costs in spent.items()),
        ratio_of(f"film form to plain form, {label}", *spent.values()),
        one(f"film form, {label}, queries", "queries", own_queries),
        one(f"plain form, {label}, queries", "queries", queries),
        one(f"film form, {label}, size", "kB", own_size / 1000),
        one(f"plain form, {label}, size", "kB", size / 1000),
    ]


def weigh(client: Any, url: str) -> tuple[int, int]:
    """Return bytes and queries of a page, once it is warm."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    count = len(queries)
    if response.status_code != 200:
        raise RuntimeError(f"{url} answers {response.status_code}")
    return len(response.content), count


def bench_picker(
    client: Any,
    runs: int,
    label: str,
    app: str,
    model: str,
    of_app: str,
    of_model: str,
    field: str,
    term: str,
) -> list[Measurement]:
    """Milliseconds until a picker answers: a word, one letter, nothing typed; the second page."""
    from django.urls import reverse

    asked = {"app_label": of_app, "model_name": of_model, "field_name": field}
    url, found = reverse("admin:autocomplete"), []
    for words in (term, term[:1], ""):
        for page in (1, 2):
            query = {**asked, "term": words, "page": page}
            answer = client.get(url, query)
            if answer.status_code == 404 and page == 2:
                continue
            if answer.status_code != 200:
                raise RuntimeError(f"{label} answer {answer.status_code}")
            spent = tuple(clock_of(lambda q=query: client.get(url, q)) for _n in range(runs))
            found.append(Measurement(f"picker of {label} {words!r} page {page}", "ms", spent))
    return found
