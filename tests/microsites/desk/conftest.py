"""A film with a microsite of two pages, and what a browser would send of its rows."""

import pytest
from django.urls import reverse

from editorial.changes import change
from microsites.models import Block, Entry, MicrositePage
from tests.factories import FilmFactory

PART = {"HTTP_X_PART": "1"}


class Microsite:
    """The film and its rows by name; `post` and `get` go to the desk's addresses."""

    def __init__(self, client):
        self.client = client
        self.film = FilmFactory()
        with change(None, "test"):
            self.home = self.page("Film", "Der Film", 0)
            self.diary_page = self.page("Diary", "Tagebuch", 1)
            self.text = self.block(self.home, "text", 0, heading_en="About", text_en="Fog.")
            self.cast = self.block(self.home, "cast", 1)
            self.crew = self.block(self.home, "crew", 2)
            self.diary = self.block(self.diary_page, "timeline", 0)
            self.days = [self.entry(self.diary, n) for n in range(3)]

    def page(self, english, german, position):
        return MicrositePage.objects.create(
            film=self.film, title_en=english, title_de=german, position=position,
            slug_en=english.lower(), slug_de=german.lower().replace(" ", "-"),
        )  # fmt: skip

    def block(self, page, kind, position, **facts):
        return Block.objects.create(page=page, kind=kind, position=position, **facts)

    def entry(self, block, number):
        return Entry.objects.create(
            block=block, number=number + 1, position=number,
            title_en=f"Day {number + 1}", text_en="Wind.",
        )  # fmt: skip

    def at(self, name="", *args):
        return reverse(f"microsite_desk{name}", args=[self.film.pk, *args])

    def row(self, table, row):
        return self.at("_row", table, row.uuid)

    def get(self, address, **extra):
        return self.client.get(address, **extra)

    def post(self, address, facts, **extra):
        return self.client.post(address, facts, **extra)

    def act(self, **facts):
        return self.post(self.at("_act"), facts, **PART)

    def sent(self, address):
        """Return what the form at this address would send."""
        context = self.get(address).context
        form = context["form"]
        data = {f.html_name: f.value() for f in form if f.value() not in (None, False, [])}
        return data | {"version": context["version"]}

    def kinds(self, page=None):
        rows = Block.objects.filter(page=page or self.home).order_by("position", "pk")
        return list(rows.values_list("kind", flat=True))


@pytest.fixture
def microsite(desk):
    return Microsite(desk)
