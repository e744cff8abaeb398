"""Logos in the order of the contracts."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.changes import change
from microsites.models import Entry
from people.models import Company
from tests.factories import FilmFactory, make_image
from tests.microsites.blocks.shown import show, words, write
from tests.microsites.making import add_block, add_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return FilmFactory()


def make_company(name, **facts):
    with change(None, "test"):
        return Company.objects.create(name=name, **facts)


def test_order_is_that_of_the_entries_and_logos_are_called_by_their_company(film):
    drawn = make_company("Zenit Film", logo=make_image(width=300, height=100))
    plain = make_company("Arktis Fund")
    other = make_image(width=200, height=100, colour=(1, 1, 90))
    entries = ({"company": drawn}, {"company": plain}, {"image": other, "title_en": "City"})
    add_block(add_page(film), "logos", entries=entries)
    html = write(film, "logos")
    assert re.findall('alt="([^"]*)"', html) == ["Zenit Film", "City"]
    assert words(html) == "Arktis Fund"


def test_many_logos_cost_no_more_queries_than_one(film):
    block = add_block(add_page(film), "logos", entries=({"company": make_company("No logo")},))

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            write(film, "logos")
        return len(queries)

    with change(None, "test"):
        Entry.objects.create(
            block=block, company=make_company("A", logo=make_image(width=90, height=60))
        )
    count()  # what the process remembers from now on
    one = count()
    with change(None, "test"):
        for place in range(5):
            company = make_company(
                f"B{place}", logo=make_image(width=90, height=60, colour=(place, 9, 9))
            )
            Entry.objects.create(block=block, company=company, position=place)
    assert count() == one


def test_title_alone_begins_a_row(film):
    one, two = make_company("One"), make_company("Two")
    entries = ({"company": one}, {"title_en": "Supported by", "title_de": "Gefördert von"},
               {"company": two}, {"title_en": "With nobody"})  # fmt: skip
    add_block(add_page(film), "logos", entries=entries)
    assert words(write(film, "logos", "de")) == "One Gefördert von Two"
    assert len(show(film, "logos").data["rows"]) == 2


def test_link_is_that_of_the_entry_else_the_website(film):
    company = make_company("One", website="https://one.example.com")
    entries = ({"company": company}, {"company": company, "url": "https://two.example.com"})
    add_block(add_page(film), "logos", entries=entries)
    links = re.findall('href="([^"]*)" rel="noopener"', write(film, "logos"))
    assert links == ["https://one.example.com", "https://two.example.com"]


def test_no_logos_leave_no_trace(film):
    add_block(add_page(film), "logos", entries=({"title_en": "Supported by"},))
    assert show(film, "logos") is None
