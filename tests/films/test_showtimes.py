"""Moments of screenings: refused where no clock can place them, survived where one is stored."""

import json
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from desk.exchange import export_content, load_export, read_export
from desk.loading import LoadOptions
from editorial.changes import change
from editorial.models import Publication
from editorial.publishing import publish
from films.models import PressItem, Quote, Release, Screening
from films.showtimes import is_showtime, place_showtime
from tests.desk.test_admin import form_data
from tests.factories import EditionFactory, FilmFactory, SelectionFactory, VenueFactory
from tests.films.test_calendar import SOON, screen

pytestmark = pytest.mark.django_db
ENDS = [datetime(9999, 12, 31, 23, 30, tzinfo=UTC), datetime(1, 1, 1, 0, 30, tzinfo=UTC)]
ZONES = ["Pacific/Kiritimati", "America/Los_Angeles"]
PAGES = ["", "screenings/", "screenings.ics", "ferry/", "ferry/film.json", "ferry/screenings.ics",
         "search/?q=ferry", "films.json", "festivals/", "feed.xml"]  # fmt: skip


def show_at_the_ends_of_the_calendar():
    """A live film with one true screening, and two that only an older version could store."""
    film = FilmFactory(key="ferry", slug_en="ferry", title_en="The Night Ferry")
    screen(film, venue=VenueFactory(city="Rostock"))
    for moment, zone in zip(ENDS, ZONES, strict=True):
        screen(film, moment, venue=VenueFactory(city="Nowhere", zone=zone))
    publish(film.record, "en")
    return film


@pytest.mark.parametrize(
    ("moment", "answer"),
    [(SOON, True), (ENDS[0], False), (ENDS[1], False)]
    + [(datetime(year, 6, 1), year in (1888, 2100)) for year in (1887, 1888, 2100, 2101)],
)
def test_showtimes_lie_between_the_oldest_film_and_the_end_of_the_century(moment, answer):
    assert is_showtime(moment) is answer


def test_showtime_is_placed_on_the_clock_of_a_zone():
    assert place_showtime(SOON.isoformat(), "Europe/Tallinn").hour == 21
    assert place_showtime(ENDS[0].isoformat(), ZONES[0]) is None


@pytest.mark.parametrize("page", PAGES)
def test_screening_that_no_clock_can_place_is_left_out(client, page):
    show_at_the_ends_of_the_calendar()
    response = client.get(f"/en/{page}")
    assert response.status_code == 200
    assert "Nowhere" not in response.content.decode()


def test_calendar_counts_only_what_can_be_placed(client):
    show_at_the_ends_of_the_calendar()
    assert Publication.objects.get(language="").screens_until == SOON
    data = json.loads(client.get("/en/ferry/film.json").content)
    assert [row["city"] for row in data["screenings"]] == ["Rostock"]


def test_desk_shows_such_a_screening_and_asks_for_a_better_one(desk):
    film = show_at_the_ends_of_the_calendar()
    url = reverse("admin:films_film_change", args=[film.pk])
    page = desk.get(url)
    assert page.status_code == 200
    assert desk.get(reverse("admin:index")).status_code == 200
    answer = desk.post(url, form_data(page))
    assert [line.message for line in answer.context["error_lines"]] == [
        "The year 9999 cannot be right. Enter one from 1888 to 2100.",
        "The year 0001 cannot be right. Enter one from 1888 to 2100.",
    ]


@pytest.mark.parametrize("year", ["1887", "2101", "9999"])
def test_form_refuses_a_year_outside(desk, year):
    film = FilmFactory()
    screening = screen(film)
    url = reverse("admin:films_film_change", args=[film.pk])
    data = form_data(desk.get(url)) | {"screenings-0-local_time_0": f"{year}-12-31"}
    answer = desk.post(url, data)
    assert [line.message for line in answer.context["error_lines"]] == [
        f"The year {year} cannot be right. Enter one from 1888 to 2100."
    ]
    assert Screening.objects.get(pk=screening.pk).local_time == SOON


@pytest.mark.parametrize("year", ["1887", "2101", "9999"])
def test_imported_screening_outside_is_reported_and_left_out(tmp_path, year):
    film = FilmFactory(key="ferry")
    screen(film)
    export_content(tmp_path)
    (facts,) = tmp_path.glob("films/*/*.yaml")
    text = facts.read_text()
    assert "local_time: 2099-" in text
    facts.write_text(text.replace("local_time: 2099-", f"local_time: {year}-"))
    with change(None, "test"):
        Screening.objects.all().delete()
    report = load_export(read_export(tmp_path), LoadOptions())
    assert [(found.key, found.message) for found in report.all_problems()] == [
        (
            "screenings.0.local_time",
            f"The year {year} cannot be right. Enter one from 1888 to 2100.",
        )
    ]
    assert Screening.objects.count() == 0


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("page", ["ferry/", "ferry/film.json", "festivals/", "feed.xml"])
def test_days_at_the_ends_of_the_calendar_do_no_harm(client, day, page):
    film = FilmFactory(key="ferry", slug_en="ferry")
    edition = EditionFactory(starts_on=day, ends_on=day, year=int(day[:4]))
    SelectionFactory(film=film, edition=edition, shown_on=day)
    with change(None, "test"):
        for precision in ("day", "month", "year"):
            Release.objects.create(film=film, country="DE", date=day, precision=precision)
            item = PressItem.objects.create(film=film, title="Dawn", date=day, precision=precision)
        Quote.objects.create(press_item=item, text="A gem.")
    publish(film.record, "en")
    assert client.get(f"/en/{page}").status_code == 200
