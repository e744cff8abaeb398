"""The demo: complete, in both languages, with dates that lie ahead on the day of installation."""

import datetime
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.utils import timezone

from desk.exchange import export_content
from desk.management.commands.prepare import DEMO, DEMO_DAY, move_screenings
from desk.models import ImportRun
from editorial.changes import change
from editorial.fields import column, languages, translated_fields
from editorial.models import Publication
from films.choices import Category
from films.models import Film, Screening, Trailer
from people.models import Person
from sources.comparing.film import compare_film
from sources.comparing.objects import State
from sources.models import Source, Standing
from tests.factories import FilmFactory, VenueFactory

pytestmark = pytest.mark.django_db
# The vocabulary comes with the migrations; the demo does not repeat it.
VOCABULARY = {"roles.yaml", "departments.yaml"}


@pytest.fixture
def without_sizes(settings):
    """Leave the many sizes of pictures to the worker, which does not run here."""
    settings.TASKS = {
        "default": {
            "BACKEND": "django_tasks.backends.dummy.DummyBackend",
            "QUEUES": ["default", "media"],
        }
    }


def test_first_run_fills_an_empty_site_with_the_demo_and_a_second_keeps_all(
    without_sizes, tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr(timezone, "localdate", lambda: DEMO_DAY)
    call_command("prepare")
    assert "Login   admin /" in capsys.readouterr().out
    assert ImportRun.objects.get().counts["problems"] == 0
    check_films()
    check_languages()
    check_baikonur()
    check_trailers()
    check_sources()
    assert Person.objects.exclude(portrait=None).count() >= 10
    assert Screening.objects.filter(local_time__date__gt=DEMO_DAY).count() >= 10
    export_content(tmp_path / "out")
    assert files_of(tmp_path / "out", VOCABULARY) == files_of(DEMO, set())
    with change(None, "test"):
        Film.objects.get(record__key="changeover").delete()
    call_command("prepare")
    assert capsys.readouterr().out == ""
    assert not Film.objects.filter(record__key="changeover").exists()


def check_films():
    films = Film.objects.all()
    assert films.count() >= 10
    assert {film.category for film in films} == set(Category.values)
    live = Publication.objects.live().filter(kind="film").exclude(language="")
    assert live.count() == films.count() * len(languages())


def check_languages():
    missing = [
        f"{film.key}: {name}"
        for film in Film.objects.all()
        for name in translated_fields(Film)
        if len({bool(getattr(film, column(name, code))) for code in languages()}) == 2
    ]
    assert missing == []


def check_baikonur():
    baikonur = Film.objects.get(record__key="baikonur")
    assert baikonur.credits.exclude(person=None).count() >= 38
    assert baikonur.selections.count() == 15
    assert baikonur.versions.get(is_main=True).runtime_seconds == 95 * 60
    assert [row.code for row in baikonur.countries.all()] == ["DE", "KZ", "RU"]


def check_trailers():
    trailers = Trailer.objects.all()
    assert trailers.count() >= 4
    for trailer in trailers:
        assert {track.language for track in trailer.tracks.all()} == set(languages())


def check_sources():
    film = Film.objects.get(record__key="the-weather-woman")
    assert Source.objects.filter(claims__record=film.record).distinct().count() == 3
    assert Source.objects.get(is_named=True).medium == "Küstenblatt"
    states = Counter(point.state for point in compare_film(film.record).points)
    assert (states[State.OPEN], states[State.DECIDED], states[State.DISPUTED]) == (4, 1, 1)
    standing = Standing.objects.get()
    assert (standing.record, standing.open, standing.disputed) == (film.record, 4, 1)


def files_of(root: Path, but: set[str]) -> dict[str, bytes]:
    found = {p.relative_to(root).as_posix(): p for p in root.rglob("*") if p.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name not in but}


@pytest.mark.parametrize(("days", "weeks"), [(0, 0), (1, 1), (7, 1), (8, 2), (400, 58), (-30, -4)])
def test_screenings_move_by_whole_weeks_on_the_clock_of_their_venue(days, weeks):
    venue = VenueFactory(zone="Europe/Berlin")
    with change(None, "test"):
        # 19.30 in winter; in summer the clock of the venue is another one.
        screening = Screening.objects.create(
            film=FilmFactory(), venue=venue, local_time="2026-12-05T18:30Z"
        )
    move_screenings(DEMO_DAY + datetime.timedelta(days=days))
    screening.refresh_from_db()
    clock = screening.local_time.astimezone(ZoneInfo("Europe/Berlin"))
    expected = datetime.datetime(2026, 12, 5, 19, 30) + datetime.timedelta(weeks=weeks)
    assert clock.replace(tzinfo=None) == expected
