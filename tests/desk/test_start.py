"""The start page of the admin: films first, then what comes next."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from desk.models import ImportRun
from editorial.changes import change
from editorial.publishing import publish
from festivals.models import Venue
from films.models import Screening
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PersonFactory,
    make_image,
    make_member,
    place,
)

pytestmark = pytest.mark.django_db


def open_desk(client):
    response = client.get(reverse("admin:index"))
    assert response.status_code == 200
    return response.context["desk"]


def make_film(number: int, editor):
    """A film with everything the start page tells about one."""
    film = CreditFactory().film
    place(film, make_image())
    publish(film.record, "en", editor)
    publish(film.record, "de", editor, timezone.now() + timedelta(days=number + 1))
    with change(editor, "test"):
        venue = Venue.objects.create(name=f"Kino {number}", zone="Asia/Almaty", country="KZ")
        at = datetime(2099, 1, 1 + number, 15, tzinfo=UTC)
        Screening.objects.create(film=film, venue=venue, local_time=at)
    return film


@pytest.mark.parametrize("count", [1, 3])
def test_start_page_costs_the_same_with_one_film_and_with_three(
    desk, editor, django_assert_num_queries, count
):
    for number in range(count):
        make_film(number, editor)
    desk.get(reverse("admin:index"))
    with django_assert_num_queries(38):
        shown = open_desk(desk)
    assert len(shown.films) == len(shown.showings) == len(shown.launches) == count


def test_new_database_says_the_first_two_steps(desk):
    response = desk.get(reverse("admin:index"))
    assert response.context["desk"].is_empty
    page = response.content.decode()
    assert page.count(reverse("admin:films_film_add")) == 2  # the first step, and the index below
    assert "import_content" in page


def test_film_changed_last_stands_first(desk):
    first, second = FilmFactory(), FilmFactory()
    with change(None, "test"):
        first.year = 1999
        first.save()
    assert [row.film for row in open_desk(desk).films] == [first, second]


def test_row_says_the_state_of_each_language_and_what_is_missing(desk):
    film = FilmFactory(title_de="", synopsis_short_de="")
    publish(film.record, "en")
    row = open_desk(desk).films[0]
    assert [(state.language, state.look) for state in row.states] == [
        ("en", "live"),
        ("de", "draft"),
    ]
    assert [(todo.message, todo.languages, todo.is_blocking) for todo in row.todos] == [
        ("The title is missing.", "DE", True),
        ("There is no text: write a logline or a synopsis.", "DE", True),
        ("Nobody is credited as director.", "", False),
    ]
    assert row.more_todos == 2


def test_own_work_is_continued_others_work_is_not(desk, editor):
    other = make_member("editor", name="other")
    film, person = FilmFactory(), PersonFactory(name="Ada Lindqvist")
    with change(other, "test"):
        film.year = 1999
        film.save()
    with change(editor, "test"):
        person.sort_name = "Lindqvist, A."
        person.save()
    shown = open_desk(desk)
    assert [item.title for item in shown.recent] == ["Ada Lindqvist"]
    assert [(item.title, item.by) for item in shown.edits] == [
        ("Ada Lindqvist", "editor"), (str(film), "other"),
    ]  # fmt: skip


def test_deleted_record_is_not_continued(desk, editor):
    with change(editor, "test"):
        film = FilmFactory()
    with change(editor, "test"):
        film.delete()
    assert open_desk(desk).recent == ()


def test_screening_stands_on_the_clock_of_its_venue(desk, editor):
    make_film(0, editor)
    assert open_desk(desk).showings[0].local_time == datetime(2099, 1, 1, 20)


def test_past_screening_is_not_ahead(desk):
    film = FilmFactory()
    with change(None, "test"):
        venue = Venue.objects.create(name="Kino", zone="Asia/Almaty", country="KZ")
        at = datetime(2001, 1, 1, 15, tzinfo=UTC)
        Screening.objects.create(film=film, venue=venue, local_time=at)
    assert open_desk(desk).showings == ()


def test_account_without_membership_sees_no_desk(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("guest", is_staff=True))
    assert client.get("/admin/").status_code == 302


def test_last_import_says_what_it_could_not_place(desk):
    ImportRun.objects.create(folder="/old", report={"counts": {"problems": 9}})
    run = ImportRun.objects.create(folder="/new", report={"counts": {"problems": 2, "failed": 1}})
    ImportRun.objects.create(folder="/gone", undone_at=timezone.now())
    shown = open_desk(desk).last_import
    assert (shown.folder, shown.problems, shown.failed) == ("/new", 2, 1)
    assert shown.url == reverse("admin:desk_importrun_change", args=[run.pk])
    assert desk.get(shown.url).status_code == 200
