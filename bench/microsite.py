"""A diary of 90 entries on a microsite: server time against the film page, and weight on a phone.

Both pages are of the demo's Baikonur, asked in turn in one process. The diary is measured twice:
in pages of ten, as editors get it, and whole.
"""

import io
import statistics
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.film_form import cpu_of, weigh
from bench.page_weight import weigh_pages

ENTRIES = 90
RUNS = 21
FILM = "/en/baikonur/"
DIARIES = (("in pages of ten", "diary", 10), ("whole", "whole-diary", ENTRIES))
STORY = """The wind came from the salt pan and brought the plate that we had lost on Tuesday.

Nobody had asked for it. *It will be a door*, somebody said, and by the evening it was one."""


def bench_microsite(folder: Path) -> None:
    """Bring in the demo's Baikonur, add a diary, ask for it and weigh it."""
    from django.core.management import call_command
    from django.test import Client

    call_command("import_content", "demo/catalogue", only="baikonur", verbosity=0,
                 stdout=io.StringIO())  # fmt: skip
    _add_diaries()
    client = Client()
    addresses = [f"{FILM}microsite/{slug}/" for _label, slug, _amount in DIARIES]
    facts = {address: weigh(client, address) for address in (FILM, *addresses)}
    spent: dict[str, list[float]] = {address: [] for address in facts}
    for _n in range(RUNS):
        for address in facts:
            spent[address].append(cpu_of(lambda address=address: client.get(address)))
    for label, address in zip(["film page", *(d[0] for d in DIARIES)], facts, strict=True):
        size, queries = facts[address]
        pairs = zip(spent[address], spent[FILM], strict=True)
        print(f"{label:16} {queries:3} queries  {statistics.median(spent[address]):8.2f} ms CPU  "
              f"ratio {statistics.median(a / b for a, b in pairs):5.2f}  "
              f"{size / 1000:6.1f} kB")  # fmt: skip
    weigh_pages(folder, (FILM, *addresses))


def _add_diaries() -> None:
    """Add both pages and make them live."""
    from assets.models import Image
    from editorial.changes import change
    from editorial.publishing import publish
    from films.models import Film
    from microsites.models import Block, MicrositePage

    film = Film.objects.get(record__key="baikonur")
    pictures = list(Image.objects.filter(placements__film=film).order_by("pk")[:7])
    with change(None, "bench"):
        for label, slug, amount in DIARIES:
            page = MicrositePage.objects.create(
                film=film, position=99, title_en=f"Diary {label}", slug_en=slug
            )
            block = Block.objects.create(page=page, kind="timeline", amount=amount)
            _add_entries(block, pictures)
    publish(film.record, "en")


def _add_entries(block: Any, pictures: list[Any]) -> None:
    """Fill a block: a day each, every third one with a picture."""
    from microsites.models import Entry

    for number in range(1, ENTRIES + 1):
        Entry.objects.create(
            block=block,
            position=number,
            number=number,
            date=date(2010, 5, 1) + timedelta(days=number),
            title_en=f"What fell down, part {number}",
            text_en=STORY,
            image=pictures[number // 3 % len(pictures)] if number % 3 == 0 else None,
        )
