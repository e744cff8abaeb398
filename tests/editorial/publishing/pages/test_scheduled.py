"""A schedule is shown, moved and cancelled, and begins by itself."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.models import Publication
from editorial.publishing import publish
from tests.editorial.publishing.pages.asking import LATER, collide, confirm, edit, live_titles, url
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


def test_confirming_a_moment_schedules(desk):
    film = FilmFactory()
    confirm(desk, f"{url('publish', film)}?at={LATER}")
    scheduled = Publication.objects.scheduled().get(language="de")
    assert scheduled.publish_at.isoformat() == "2099-09-01T07:00:00+00:00"
    assert live_titles(film) == {}


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", "Choose date and time of going live."),
        ("tomorrow", "Choose date and time of going live."),
        ("2001-01-01T09:00", "This moment has passed. Choose a later one, or publish now."),
        ("2099-03-29T02:30", "The clocks skip this time on that night. Choose another."),
    ],
)
def test_an_impossible_moment_is_said_at_its_field(desk, typed, error):
    film = FilmFactory()
    response = desk.get(url("publish", film), {"later": "1", "at": typed})
    assert (response.context["error"], response.context["typed"]) == (error, typed)
    field = re.search(r'<input type="datetime-local"[^>]*>', response.content.decode()).group()
    assert 'aria-describedby="at-error"' in field
    state = response.context["forecast"].state
    desk.post(url("publish", film), {"later": "1", "at": typed, "state": state})
    assert not Publication.objects.exists()


def test_a_second_schedule_says_that_it_replaces_the_first(desk):
    film = FilmFactory()
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    forecast = desk.get(f"{url('publish', film)}?at={LATER}").context["forecast"]
    assert [(e.publication.language, e.fate) for e in forecast.effects] == [("de", "replaced")]


def test_what_goes_live_now_is_said_to_be_carried_in(desk):
    film = FilmFactory()
    publish(film.record, "en")
    publish(film.record, "en", at=timezone.now() + timedelta(days=1))
    edit(film, tagline_en="A storm.")
    forecast = desk.get(url("publish", film, "en")).context["forecast"]
    fates = {e.publication.language: e.fate for e in forecast.effects}
    assert fates == {"en": "carried", "": "kept"}


def test_a_scheduled_change_is_shown_against_live_and_desk(desk):
    film = FilmFactory()
    collide(film)
    context = desk.get(url("scheduled", film)).context
    assert [(d.before, d.after) for d in context["to_live"]] == [("Live", "Planned")]
    assert [(d.before, d.after) for d in context["to_desk"]] == [("Planned", "Desk")]


def test_a_schedule_is_moved_with_its_facts(desk):
    film = FilmFactory()
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    desk.post(url("scheduled", film), {"verb": "move", "at": LATER})
    moved = Publication.objects.scheduled().values_list("language", "publish_at")
    assert {(code, at.isoformat()) for code, at in moved} == {
        ("", "2099-09-01T07:00:00+00:00"),
        ("de", "2099-09-01T07:00:00+00:00"),
    }


def test_a_schedule_does_not_pass_that_of_another_language(desk):
    film = FilmFactory()
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    publish(film.record, "en", at=timezone.now() + timedelta(days=2))
    response = desk.post(url("scheduled", film), {"verb": "move", "at": LATER})
    assert response.context["error"].startswith("Something is scheduled in another language")
    assert Publication.objects.scheduled().get(
        language="de"
    ).publish_at < timezone.now() + timedelta(days=2)


def test_a_wrong_moment_moves_nothing_and_is_kept(desk):
    film = FilmFactory()
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    response = desk.post(url("scheduled", film), {"verb": "move", "at": "2001-01-01T09:00"})
    assert response.context["typed"] == "2001-01-01T09:00"
    assert Publication.objects.scheduled().filter(language="de").exists()


def test_a_schedule_is_cancelled(desk):
    film = FilmFactory()
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    desk.post(url("scheduled", film), {"verb": "cancel"})
    assert not Publication.objects.scheduled().exists()


def test_without_a_schedule_the_page_leads_back(desk):
    film = FilmFactory()
    assert desk.get(url("scheduled", film)).url == reverse(
        "admin:films_film_change", args=[film.pk]
    )


def test_a_schedule_begins_by_itself(client):
    film = FilmFactory(slug_de="faehre")
    publish(film.record, "de", at=timezone.now() + timedelta(days=1))
    assert client.get("/de/faehre/").status_code == 404
    earlier = timezone.now() - timedelta(seconds=1)
    Publication.objects.filter(record=film.record).update(publish_at=earlier)
    assert client.get("/de/faehre/").status_code == 200
