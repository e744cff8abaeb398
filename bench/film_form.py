"""The film form beside a plain Django form with the same fields, and the pickers."""

import statistics
import time
from collections.abc import Callable
from typing import Any

from bench.catalogue import FILMS, IMAGES, add_long_film, fill_catalogue

RUNS = 21
PICKERS = (
    ("people", "people", "person", "films", "credit", "person", "lindq ada"),
    ("festivals", "festivals", "edition", "films", "selection", "edition", "harbour 99"),
    ("images", "assets", "image", "films", "placement", "image", "still-3"),
    ("films", "films", "film", "films", "credit", "film", "ferry 99"),
)


def bench_film_form() -> None:
    """Compare the form with a plain one, in the small catalogue and in the large one."""
    client = log_in()
    for label in ("as it is", f"{FILMS} films, {IMAGES} pictures"):
        if label != "as it is":
            fill_catalogue()
        compare_forms(client, add_long_film(f"Long {len(label)}"), label)
    for picker in PICKERS:
        bench_picker(client, *picker)


def log_in() -> Any:
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client()
    client.force_login(get_user_model().objects.create_superuser("bench"))
    return client


def compare_forms(client: Any, film: Any, label: str) -> None:
    from django.urls import reverse

    from bench.plain_admin import plain_admin

    own = reverse("admin:films_film_change", args=[film.pk])
    with plain_admin() as address_of:
        plain = address_of(film)
        size, queries = weigh(client, plain)
    own_size, own_queries = weigh(client, own)
    spent, plain_spent = [], []
    for _n in range(RUNS):
        client.get(own)  # changing between the two makes either read its templates anew
        spent.append(cpu_of(lambda: client.get(own)))
        with plain_admin():
            client.get(plain)
            plain_spent.append(cpu_of(lambda: client.get(plain)))
    mine, bare = statistics.median(spent), statistics.median(plain_spent)
    ratio = statistics.median(a / b for a, b in zip(spent, plain_spent, strict=True))
    for name, count, milliseconds, length in (
        ("film form", own_queries, mine, own_size),
        ("plain form", queries, bare, size),
    ):
        print(f"{name:12} {label}  {count:3} queries  {milliseconds:8.2f} ms CPU  "
              f"{length / 1000:6.1f} kB")  # fmt: skip
    print(f"ratio        {label}  {ratio:.2f}")


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


def cpu_of(call: Callable[[], object]) -> float:
    """Return the CPU time of one call in milliseconds."""
    started = time.process_time()
    call()
    return (time.process_time() - started) * 1000


def bench_picker(
    client: Any, label: str, app: str, model: str, of_app: str, of_model: str, field: str, term: str
) -> None:
    """Milliseconds until a picker answers: a word, one letter, nothing typed; the second page."""
    from django.urls import reverse

    asked = {"app_label": of_app, "model_name": of_model, "field_name": field}
    for words in (term, term[:1], ""):
        for page in (1, 2):
            query = {**asked, "term": words, "page": page}
            url = reverse("admin:autocomplete")
            answer = client.get(url, query)
            if answer.status_code == 404 and page == 2:
                continue
            if answer.status_code != 200:
                raise RuntimeError(f"{label} answer {answer.status_code}")
            spent = []
            for _n in range(RUNS):
                started = time.perf_counter()
                client.get(url, query)
                spent.append((time.perf_counter() - started) * 1000)
            found = len(answer.json()["results"])
            print(f"picker of {label:9} {words!r:13} page {page}  {found:3} found  "
                  f"{statistics.median(spent):7.1f} ms")  # fmt: skip
