"""Going live many at once: the rows that `publish` would have written one by one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.changes import change
from editorial.models import Address, Publication, Record, Revision
from editorial.publishing import publish
from editorial.publishing.many import publish_many
from films.models import Film
from tests.factories import CreditFactory, FilmFactory

pytestmark = pytest.mark.django_db
# What says which row it is and when it was written, or follows from that.
OWN = {"id", "publish_at", "created_at", "followed_at"}


def shown(records):
    """Return what is live of these records: publications, references, addresses, revisions."""
    names = [f.name for f in Publication._meta.concrete_fields if f.name not in OWN]
    live = Publication.objects.live().filter(record__in=records).order_by("record", "language")
    words = ("target", "usage", "row", "role", "character", "position", "year")
    revisions = Revision.objects.filter(record__in=records, line=Revision.Line.PUBLISHED)
    fields = ("record", "language", "document", "hash", "reason", "version")
    return (
        [{name: getattr(row, name) for name in names} for row in live],
        [list(row.references.values_list(*words)) for row in live],
        [sorted(row.search_words.values_list("word", "section")) for row in live],
        list(revisions.order_by("record", "language").values_list(*fields)),
    )


def lines_of(films):
    return [(film.record, language) for film in films for language in ("en", "de")]


def test_many_go_live_as_one_by_one():
    films = [CreditFactory().film for _number in range(3)]
    records = [film.pk for film in films]
    for line in lines_of(films):
        publish(*line)
    expected, addresses = shown(records), list(Address.objects.order_by("path", "language"))
    assert [len(rows) for rows in expected] == [9, 9, 9, 6]
    for model in (Publication, Address):
        model.objects.all().delete()
    Revision.objects.filter(line=Revision.Line.PUBLISHED).delete()

    assert publish_many(lines_of(films)) == {}
    assert shown(records) == expected
    again = list(Address.objects.order_by("path", "language"))
    assert [str(address) for address in again] == [str(address) for address in addresses]


def test_who_is_not_ready_keeps_nobody_back():
    ready, bare = FilmFactory(), FilmFactory(year=None, synopsis_short_de="")

    refused = publish_many(lines_of([bare, ready]))

    missing = "There is no text: write a logline or a synopsis."
    assert refused == {
        (bare.pk, "en"): ["The year is missing."],
        (bare.pk, "de"): ["The year is missing.", missing],
    }
    live = Publication.objects.live().order_by("language").values_list("record", "language")
    assert list(live) == [(ready.pk, ""), (ready.pk, "de"), (ready.pk, "en")]


def test_second_film_of_an_address_is_refused():
    first, second = FilmFactory(slug_en="ferry", slug_de=""), FilmFactory(slug_en="ferry")

    refused = publish_many([(first.record, "en"), (second.record, "en")])

    message = f"The address /en/ferry/ belongs to “{first.key}”. Choose another."
    assert refused == {(second.pk, "en"): [message]}
    assert Address.objects.get(path="ferry").record_id == first.pk


def test_film_that_was_live_before_is_published_again():
    film = FilmFactory()
    publish(film.record, "en")
    with change(None, "test"):
        Film.objects.filter(pk=film.pk).update(title_en="Another Ferry")

    assert publish_many([(Record.objects.get(pk=film.pk), "en")]) == {}
    titles = (
        Publication.objects.filter(language="en").order_by("pk").values_list("title", flat=True)
    )
    assert list(titles)[1:] == ["Another Ferry"]
    assert Publication.objects.live().get(language="en").title == "Another Ferry"


def test_twice_as_many_ask_no_more():
    asked = []
    for count in (1, 4, 8):  # the first finds out what a process remembers
        films = [FilmFactory() for _number in range(count)]
        with CaptureQueriesContext(connection) as queries:
            publish_many(lines_of(films))
        # Words are inserted as many at once as a statement holds.
        asked.append(sum(not query["sql"].startswith("INSERT") for query in queries))
    assert asked[2] == asked[1]
