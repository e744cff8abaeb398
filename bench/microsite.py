"""A diary of 90 entries on a microsite: server time against the film page, and weight on a phone.

Both pages are of the demo's Baikonur, asked in turn in one process. The diary is measured twice:
in pages of ten, as editors get it, and whole.
"""

import io
from datetime import date, timedelta
from typing import Any

from bench.film_form import weigh
from bench.measuring import Asked, Measurement, alternate, cpu_of, one, ratio_of
from bench.page_weight import weigh_pages

ENTRIES = 90
RUNS = 21
FILM = "/en/baikonur/"
DIARIES = (("in pages of ten", "diary", 10), ("whole", "whole-diary", ENTRIES))
STORY = """The wind came from the salt pan and brought the plate that we had lost on Tuesday.

Nobody had asked for it. *It will be a door*, somebody said, and by the evening it was one."""


def bench_microsite(asked: Asked) -> list[Measurement]:
    """Bring in the demo's Baikonur, add a diary, ask for it and weigh it."""
    from django.core.management import call_command
    from django.test import Client

    call_command("import_content", "demo/catalogue", only="baikonur", verbosity=0,
                 stdout=io.StringIO())  # fmt: skip
    _add_diaries()
    client = Client()
    pages = {"film page": FILM}
    pages |= {f"diary, {label}": f"{FILM}microsite/{slug}/" for label, slug, _amount in DIARIES}
    facts = {name: weigh(client, address) for name, address in pages.items()}
    calls = {name: (lambda address=address: cpu_of(lambda: client.get(address)))
             for name, address in pages.items()}  # fmt: skip
    spent = alternate(calls, asked.times(RUNS))
    found = []
    for name, (size, queries) in facts.items():
        found.append(Measurement(name, "ms CPU", spent[name]))
        found.append(one(f"{name}, queries", "queries", queries))
        found.append(one(f"{name}, size", "kB", size / 1000))
        if name != "film page":
            found.append(ratio_of(f"{name} to film page", spent[name], spent["film page"]))
    return found if asked.is_quick else found + weigh_pages(asked.folder, tuple(pages.values()))


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
