"""The cache around the real application: what is kept, for whom, and how long."""

import gzip
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from types import SimpleNamespace

import pytest
import time_machine
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpResponse, StreamingHttpResponse
from django.test.utils import CaptureQueriesContext

from config.page_cache.application import PageCache, find_source, with_page_cache
from config.page_cache.shared import NotShared
from config.page_cache.versions import SqliteSource, Versions
from editorial.changes import change
from editorial.models import ContentVersion
from editorial.publishing import publish, withdraw
from films.models import Screening
from tests.config.page_cache.asking import ask
from tests.factories import FilmFactory, VenueFactory

FILM = "/en/night-ferry/"
MEGABYTE = 1024 * 1024


class Site:
    """The application of Django, counted, behind a cache; the version stands in a file."""

    def __init__(self, path, django=None) -> None:
        self.path = path
        self.django = django or get_wsgi_application()
        self.made: list[str] = []
        self.versions = Versions(SqliteSource(path), path.with_name("notice"))
        self.cache = PageCache(self.count, self.versions, NotShared(), 32 * MEGABYTE)

    def count(self, environ, start_response):
        self.made.append(environ["PATH_INFO"])
        return self.django(environ, start_response)

    def commit(self, number: int | None = None) -> None:
        """Let the file say what the database of this test says, or another number."""
        number = ContentVersion.read() if number is None else number
        with closing(sqlite3.connect(self.path)) as file, file:
            file.execute("DELETE FROM editorial_contentversion")
            file.execute("INSERT INTO editorial_contentversion VALUES (1, ?)", (number,))

    def ask(self, address=FILM, **more):
        return ask(self.cache, address, **more)


@pytest.fixture
def site(migrated):
    made = Site(migrated)
    yield made
    made.versions.close()


@pytest.fixture
def film(db, settings, site):
    settings.ALLOWED_HOSTS = ["testserver"]
    film = FilmFactory(title_en="The Night Ferry", slug_en="night-ferry")
    publish(film.record, "en")
    site.commit()
    return film


def test_second_visitor_gets_the_same_without_a_query(site, film):
    first = site.ask()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        second = site.ask()
    assert (first, len(queries), site.made) == (second, 0, [FILM])
    assert "The Night Ferry" in first.body.decode()
    assert first.headers["Content-Length"] == str(len(first.body))


def test_answer_is_the_one_of_django(site, film):
    kept, made = site.ask(), ask(site.django, FILM)
    own = {"ETag": kept.headers["ETag"]}
    assert (kept.status, kept.body) == (made.status, made.body)
    assert kept.headers == {**made.headers, **own}
    assert kept.headers["Vary"] == "Accept-Encoding"


def test_compressed_page_that_django_made_serves_all(site, film):
    zipped = site.ask(HTTP_ACCEPT_ENCODING="gzip")
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert site.ask().body == gzip.decompress(zipped.body)
    assert site.made == [FILM]


def test_visitor_who_knows_the_page_gets_304(site, film):
    etag = site.ask().headers["ETag"]
    again = site.ask(HTTP_IF_NONE_MATCH=etag)
    assert (again.status, again.body) == ("304 Not Modified", b"")


def test_etag_of_before_a_restart_is_still_known(site, film, tmp_path):
    etag = site.ask().headers["ETag"]
    another = Site(site.path)
    assert another.ask(HTTP_IF_NONE_MATCH=etag).status == "304 Not Modified"
    another.versions.close()


def test_head_is_answered_from_the_page(site, film):
    length = site.ask().headers["Content-Length"]
    head = site.ask(REQUEST_METHOD="HEAD")
    assert (head.headers["Content-Length"], head.body, site.made) == (length, b"", [FILM])


def test_link_that_spreads_is_one_page(site, film):
    plain = site.ask()
    spread = [site.ask(f"{FILM}?fbclid={number}&utm_source=x") for number in range(3)]
    assert (spread, site.made) == ([plain] * 3, [FILM])


def test_change_is_shown_at_once(site, film):
    site.ask()
    with change(None, "test"):
        film.title_en = "The Day Ferry"
        film.save()
    publish(film.record, "en")
    site.commit()
    assert "The Day Ferry" in site.ask().body.decode()
    withdraw(film.record, "en")
    site.commit()
    assert site.ask().status == "404 Not Found"


def test_what_visitors_do_not_see_empties_nothing(site, film):
    site.ask()
    with change(None, "test"):
        film.title_en = "Not public yet"
        film.save()
    site.commit()
    site.ask()
    assert site.made == [FILM]


def test_members_pass_by_and_empty_nothing(site, film, desk):
    site.ask()
    cookie = f"sessionid={desk.cookies['sessionid'].value}"
    assert site.ask("/admin/", HTTP_COOKIE=cookie).status == "200 OK"
    assert site.ask(HTTP_COOKIE=cookie).status == "200 OK"
    site.commit()
    site.ask()
    assert site.made == [FILM, "/admin/", FILM]


def test_page_changes_when_a_screening_has_begun(site, film):
    now = datetime(2027, 5, 2, 12, tzinfo=UTC)
    with time_machine.travel(now, tick=False) as clock:
        with change(None, "test"):
            venue = VenueFactory(name="Kino Sorpus")
            start = now + timedelta(hours=1)
            Screening.objects.create(film=film, venue=venue, local_time=start)
        site.commit()
        for minutes, is_listed, made in ((0, True, 1), (59, True, 1), (61, False, 2)):
            clock.move_to(now + timedelta(minutes=minutes))
            assert ("Kino Sorpus" in site.ask().body.decode()) is is_listed
            assert len(site.made) == made


def test_page_is_made_anew_at_midnight(site, film, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    with time_machine.travel(datetime(2027, 5, 2, 12, tzinfo=UTC), tick=False) as clock:
        site.ask()
        for moment, made in ((datetime(2027, 5, 2, 21, 59), 1), (datetime(2027, 5, 2, 22), 2)):
            clock.move_to(moment.replace(tzinfo=UTC))
            site.ask()
            assert len(site.made) == made


@pytest.mark.parametrize(
    ("address", "more"),
    [
        ("/en/nothing-here/", {}),
        ("/en/search/?q=ferry", {}),
        ("/en/night-ferry", {}),
        ("/robots.txt", {}),
        (FILM, {"HTTP_COOKIE": "sessionid=abc"}),
        (FILM, {"HTTP_HOST": "elsewhere.example"}),
        # Whom to ask stands there in the order of the reader's country.
        (f"{FILM}press/", {}),
    ],
)
def test_answers_that_are_not_for_all_are_made_each_time(site, film, address, more):
    first, second = site.ask(address, **more), site.ask(address, **more)
    assert (first.status, len(site.made)) == (second.status, 2)


@pytest.mark.parametrize(
    "header",
    [
        ("Set-Cookie", "a=b"),
        ("Vary", "Accept-Encoding, Cookie"),
        ("Cache-Control", "private, max-age=3"),
        ("Cache-Control", "no-store"),
        ("Content-Encoding", "br"),
    ],
)
def test_headers_say_what_is_not_for_all(db, migrated, header):
    def django(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/html"), header])
        return HttpResponse(b"Hello")

    site = Site(migrated, django)
    assert [site.ask().body, site.ask().body, len(site.made)] == [b"Hello", b"Hello", 2]
    site.versions.close()


def test_stream_is_passed_on_and_closed(migrated):
    closed = []

    def django(environ, start_response):
        start_response("200 OK", [])
        response = StreamingHttpResponse([b"a", b"b"])
        response.close = lambda: closed.append(True)
        return response

    site = Site(migrated, django)
    assert (site.ask().body, site.ask().body, len(closed)) == (b"ab", b"ab", 2)
    site.versions.close()


def test_page_made_while_something_changed_is_not_kept(site, film):
    real = site.django

    def slow(environ, start_response):
        response = real(environ, start_response)
        if len(site.made) == 1:
            site.commit(ContentVersion.read() + 1)
        return response

    site.django = slow
    site.ask()
    site.ask()
    site.ask()
    assert len(site.made) == 2


def test_maintenance_is_shown_at_once_by_django(site, film):
    site.ask()
    site.versions.close()
    site.path.with_name("notice").write_text("{}")
    site.ask()
    assert len(site.made) == 2


def slow_django(begun: Event, go_on: Event):
    """Return an application that says that it has begun, and answers when it may."""

    def django(environ, start_response):
        begun.set()
        go_on.wait(20)
        start_response("200 OK", [("Content-Type", "text/html")])
        return HttpResponse(b"Hello")

    return django


def test_many_at_once_have_the_page_made_once(migrated):
    begun, go_on = Event(), Event()
    site = Site(migrated, slow_django(begun, go_on))
    # The database of the tests is one thread's own; nothing turns today.
    site.cache._turning._known = (0, 1e12)
    bodies = []
    threads = [Thread(target=lambda: bodies.append(site.ask().body)) for _ in range(16)]
    for thread in threads:
        thread.start()
    begun.wait(20)
    go_on.set()
    for thread in threads:
        thread.join(20)
    assert (bodies, site.made) == ([b"Hello"] * 16, [FILM])
    site.versions.close()


def test_many_who_waited_for_a_page_of_before_have_the_new_one_made_once(migrated):
    begun, go_on = Event(), Event()
    site = Site(migrated, slow_django(begun, go_on))
    site.cache._turning = SimpleNamespace(after=lambda version: 1e12)
    threads = [Thread(target=site.ask) for _ in range(16)]
    for thread in threads:
        thread.start()
    begun.wait(20)
    (made,) = site.cache.makers._at_work.values()
    while len(made._cond._waiters) < 15:
        pass
    site.commit(1)
    go_on.set()
    for thread in threads:
        thread.join(20)
    assert site.made == [FILM, FILM]
    site.versions.close()


def test_failure_lets_the_next_one_try(db, migrated):
    def django(environ, start_response):
        if len(site.made) == 1:
            raise RuntimeError("out of luck")
        start_response("200 OK", [])
        return HttpResponse(b"Hello")

    site = Site(migrated, django)
    with pytest.raises(RuntimeError):
        site.ask()
    assert site.ask().body == b"Hello"
    site.versions.close()


@pytest.mark.one_machine
def test_cache_is_off_where_it_would_be_wrong(db, settings):
    def application():
        """Stands for Django's."""

    assert find_source() is None  # a database in memory
    assert with_page_cache(application) is application
    settings.PAGE_CACHE_MB = 0
    assert with_page_cache(application) is application
