"""Previews of microsites: every page, every day at the desk, and none but these for outsiders."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.changes import change
from editorial.sharing import make_link
from films.models import Release
from microsites.models import Block, MicrositePage
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db
PHASE = re.compile(r'<p class="opening__phase">([^<]*)')
MENU = re.compile(r'<a class="site-nav__link" href="([^"]*)"([^>]*)>')


@pytest.fixture
def film():
    """A film with two pages, of which one says more, and a start in German cinemas."""
    film = FilmFactory(key="ferry", slug_en="ferry", slug_de="faehre", year=2011)
    with change(None, "test"):
        Release.objects.create(film=film, country="DE", date="2011-09-01")
        start = MicrositePage.objects.create(film=film, title_en="Film", title_de="Film")
        more = MicrositePage.objects.create(
            film=film, title_en="Diary", title_de="Tagebuch", slug_en="diary", slug_de="tagebuch",
            position=1,
        )  # fmt: skip
        Block.objects.create(page=start, kind="hero")
        Block.objects.create(
            page=more, kind="text", text_en="[Begin](/en/ferry/microsite/#hero)", text_de="Anfang"
        )
    film.more = str(more.uuid)
    return film


def inner(film, query: str) -> str:
    return reverse("preview_page", args=[film.record.uuid]) + "?page=microsite&" + query


def said(response) -> str:
    return PHASE.search(response.content.decode()).group(1).strip()


def menu(response) -> list[tuple[dict[str, list[str]], bool]]:
    """Return of each item the query that it leads to, and whether it is the current one."""
    found = MENU.findall(response.content.decode())
    return [(parse_qs(urlsplit(unescape(url)).query), "current" in more) for url, more in found]


@pytest.mark.parametrize(
    ("on", "english", "german"),
    [
        ("2011-08-20", "From 1 September 2011", "Ab 1. September 2011"),
        ("2011-09-10", "Now in cinemas", "Jetzt im Kino"),
        ("2026-11-21", "Cinema release: 1 September 2011", "Kinostart: 1. September 2011"),
    ],
)
def test_the_desk_shows_any_day(desk, film, on, english, german):
    pages = [desk.get(inner(film, f"language={code}&on={on}")) for code in ("en", "de")]
    assert [said(page) for page in pages] == [english, german]


@pytest.mark.parametrize("on", ["", "soon", "2011-02-30", "0001-01-01", "9999-12-31", "\x00"])
def test_nonsense_is_today(desk, film, on):
    page = desk.get(inner(film, "language=en"), {"page": "microsite", "language": "en", "on": on})
    assert (page.status_code, said(page)) == (200, "Cinema release: 1 September 2011")


def test_pages_lead_to_each_other_on_the_same_day(desk, film):
    page = desk.get(inner(film, "language=de&on=2011-09-10"))
    start, more = menu(page)
    expected = {"language": ["de"], "page": ["microsite"], "on": ["2011-09-10"]}
    assert (start, more) == ((expected, True), ({**expected, "microsite": [film.more]}, False))
    shown = desk.get(inner(film, f"language=de&microsite={film.more}"))
    assert [is_current for _query, is_current in menu(shown)] == [False, True]
    assert "Anfang" in shown.content.decode()


def test_a_part_of_another_page_is_found(desk, film):
    page = desk.get(inner(film, f"language=en&microsite={film.more}")).content.decode()
    url = unescape(re.search(r'<a href="([^"]*)"[^>]*>Begin</a>', page).group(1))
    assert (urlsplit(url).path, urlsplit(url).fragment) == (
        reverse("preview", args=[film.record.uuid]),
        "hero",
    )


def test_a_page_that_is_none_is_the_start_page(desk, film):
    page = desk.get(inner(film, "language=en&microsite=nothing"))
    assert [is_current for _query, is_current in menu(page)] == [True, False]


def test_the_frame_offers_the_days_of_all_phases(desk, film):
    url = reverse("preview", args=[film.record.uuid]) + "?page=microsite&language=en&on=2011-09-10"
    days = desk.get(url).context["days"]
    today = timezone.localdate()
    assert [(str(step.day), step.line, step.is_current) for step in days.steps] == [
        ("2011-06-08", "From 1 September 2011", False),
        ("2011-06-09", "From 1 September 2011", False),
        ("2011-09-01", "Now in cinemas", True),
        ("2011-11-24", "Cinema release: 1 September 2011", False),
        (str(today), "Cinema release: 1 September 2011", False),
    ]
    for step in days.steps:
        query = parse_qs(urlsplit(step.url).query)
        assert query.get("on", [str(today)]) == [str(step.day)]


def test_other_outputs_have_no_days(desk, film):
    url = reverse("preview", args=[film.record.uuid]) + "?page=film&on=2011-09-10"
    assert desk.get(url).context["days"] is None


def test_outsiders_reach_every_page_by_their_link(client, film):
    _link, token = make_link(film.record, None, timezone.now() + timedelta(days=1))
    url = reverse("shared_preview", args=[token])
    page = client.get(f"{url}?language=en&page=microsite&on=2011-09-10")
    assert said(page) == "Cinema release: 1 September 2011"
    _start, more = menu(page)
    assert more == ({"language": ["en"], "page": ["microsite"], "microsite": [film.more]}, False)
    shown = client.get(f"{url}?language=en&page=microsite&microsite={film.more}")
    assert "Begin" in shown.content.decode()
    other = re.search(r'<a [^>]*href="([^"]*)" hreflang="de"', shown.content.decode()).group(1)
    assert "Anfang" in client.get(unescape(other)).content.decode()


def test_a_film_without_pages_shows_those_of_its_record(desk):
    film = FilmFactory(slug_en="", slug_de="", title_de="")
    for code in ("en", "de"):
        assert desk.get(inner(film, f"language={code}")).status_code == 200


def test_the_field_of_date_works_without_script(desk, film):
    url = reverse("preview", args=[film.record.uuid])
    page = desk.get(f"{url}?page=microsite&language=de&microsite={film.more}&width=phone")
    kept = dict(page.context["fields"])
    assert kept == {
        "language": "de",
        "page": "microsite",
        "microsite": film.more,
        "width": "phone",
    }
    asked = desk.get(url, {**kept, "on": "2011-09-10"})
    assert "on=2011-09-10" in asked.context["inner_url"]
    assert f"microsite={film.more}" in asked.context["inner_url"]
