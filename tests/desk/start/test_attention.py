"""What needs attention on the start page, for whom, and what does not."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from assets.models import Image
from assets.tasks import complete_image
from desk.start.attention import attention_of
from desk.tasks import tidy_daily
from editorial.changes import change
from editorial.publishing import publish, withdraw
from tests.desk.start.jobs import add_job, failed_job
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PersonFactory,
    make_image,
    make_member,
    place,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return make_member("owner")


def blocks(user) -> dict[str, list[tuple[str, str]]]:
    return {b.key: [(i.title, str(i.note)) for i in b.items] for b in attention_of(user)}


def live_film(**facts):
    film = CreditFactory(film=FilmFactory(**facts)).film
    publish(film.record, "en")
    publish(film.record, "de")
    return film


def write(row, **facts):
    with change(None, "test"):
        for name, value in facts.items():
            setattr(row, name, value)
        row.save()


def test_nothing_is_said_of_what_is_in_order(owner):
    live_film()
    assert set(blocks(owner)) <= {"missing"}


def test_page_says_that_all_is_done(client):
    live_film()
    client.force_login(make_member("viewer"))
    assert client.get(reverse("admin:index")).content.decode().count("attention__done") == 1
    FilmFactory()
    assert client.get(reverse("admin:index")).content.decode().count("attention__done") == 0


def test_changed_film_is_named_with_the_languages_that_changed(owner):
    film = live_film(title_en="Ferry")
    write(film, logline_de="Neu erzählt.")
    assert blocks(owner)["ahead"] == [("Ferry", "German")]
    publish(film.record, "de")
    assert "ahead" not in blocks(owner)


def test_changed_fact_concerns_every_live_language(owner):
    film = live_film(title_en="Ferry")
    write(film, year=1987)
    assert blocks(owner)["ahead"] == [("Ferry", "English, German")]
    withdraw(film.record, "en")
    assert blocks(owner)["ahead"] == [("Ferry", "German")]


def test_translator_is_asked_about_own_texts_only():
    translator = make_member("translator", languages=["de"])
    film, other = live_film(title_en="Ferry"), live_film(title_en="Bridge")
    write(film, logline_de="Neu erzählt.", year=1987)
    write(other, logline_en="Told anew.", year=1987)
    FilmFactory(title_en="New")
    make_image()
    assert blocks(translator)["ahead"] == [("Ferry", "German")]
    assert set(blocks(translator)) <= {"ahead", "missing", "outdated"}


def test_never_published_is_named_scheduled_is_not(owner):
    FilmFactory(title_en="New")
    soon = CreditFactory(film__title_en="Soon").film
    publish(soon.record, "en", at=timezone.now() + timedelta(days=1))
    assert blocks(owner)["unpublished"] == [("New", "")]


def test_live_picture_without_credit_is_named(owner):
    film = CreditFactory().film
    bare, signed = make_image(caption_en="Bare"), make_image(photographer="Ada", colour=(9, 9, 90))
    write(bare, photographer="", copyright="", access="public")
    place(film, bare)
    place(film, signed)
    assert "credit" not in blocks(owner)
    publish(film.record, "en")
    assert [title for title, _note in blocks(owner)["credit"]] == ["Bare"]


@pytest.mark.parametrize(
    ("days", "keys"), [(-3, ["ended on"]), (59, ["until"]), (61, [])], ids=["ended", "soon", "late"]
)
def test_rights_are_named_sixty_days_ahead(owner, days, keys):
    image = make_image()
    place(FilmFactory(), image)
    write(image, rights_until=timezone.now() + timedelta(days=days))
    notes = [note for _title, note in blocks(owner).get("rights", [])]
    assert [note[: len(key)] for note, key in zip(notes, keys, strict=True)] == keys


def test_rights_of_a_picture_that_nothing_uses_are_not_named(owner):
    write(make_image(), rights_until=timezone.now())
    assert "rights" not in blocks(owner)


def incomplete():
    image = make_image()
    with change(None, "test"):
        Image.objects.filter(pk=image.pk).update(is_complete=False)
    return image


def test_failed_job_is_named_until_it_is_tried_again(client, owner):
    image = incomplete()
    job = failed_job(image.pk)
    assert [title for title, _note in blocks(owner)["jobs"]] == [f"Sizes of the picture “{image}”"]
    add_job(TaskResultStatus.READY, image.pk)
    assert "jobs" not in blocks(owner)
    assert DBTaskResult.objects.filter(pk=job.pk).exists()


def test_failed_job_of_a_picture_that_is_complete_or_gone_is_not_named(owner):
    image = incomplete()
    complete_image.func(image.pk)
    failed_job(image.pk)
    failed_job(4711)
    assert "jobs" not in blocks(owner)


def test_failed_job_of_a_picture_whose_crops_are_missing_is_named(owner):
    image = incomplete()
    with change(None, "test"):
        Image.objects.filter(pk=image.pk).update(is_complete=True)
    failed_job(image.pk)
    assert [title for title, _note in blocks(owner)["jobs"]] == [f"Sizes of the picture “{image}”"]


def test_failed_tidying_is_named_though_tomorrows_waits(owner):
    failed_job(task=tidy_daily)
    add_job(TaskResultStatus.READY, task=tidy_daily, run_after=timezone.now() + timedelta(days=1))
    assert [title for title, _note in blocks(owner)["jobs"]] == ["Daily tidying"]


def test_button_tries_again(client, settings):
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "media"]}
    }
    image = incomplete()
    job = failed_job(image.pk)
    DBTaskResult.objects.exclude(pk=job.pk).delete()
    client.force_login(make_member("editor"))
    for _press in range(2):
        client.post(reverse("desk_retry_job", args=[job.pk]))
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    assert [row.args_kwargs["args"] for row in waiting] == [[image.pk]]


@pytest.mark.parametrize("role", ["viewer", "translator"])
def test_jobs_are_for_those_who_may_try_again(client, role):
    user = make_member(role, languages=["de"]) if role == "translator" else make_member(role)
    job = failed_job(incomplete().pk)
    assert "jobs" not in blocks(user)
    client.force_login(user)
    assert client.post(reverse("desk_retry_job", args=[job.pk])).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_attention_costs_the_same_for_one_film_and_three(count, owner, django_assert_num_queries):
    for number in range(count):
        film = live_film(title_en=f"Island {number}")
        bare = make_image()
        place(film, bare)
        write(bare, rights_until=timezone.now() + timedelta(days=9))
        publish(film.record, "en")
        write(film, year=1950 + number, logline_en="Told anew.")
        FilmFactory()
        failed_job(incomplete().pk)
    cache.clear()
    with django_assert_num_queries(23):
        found = attention_of(owner)
    assert {block.key for block in found} >= {"ahead", "unpublished", "rights", "jobs"}


@pytest.mark.parametrize(("role", "keys"), [("editor", ["doubles"]), ("viewer", [])])
def test_people_who_may_be_in_twice_are_for_those_who_may_merge_them(role, keys):
    cache.clear()
    user = make_member(role)
    for name in ("Irina Zotova", "Ирина Зотова"):
        PersonFactory(name=name)
    found = blocks(user)
    assert [key for key in found if key == "doubles"] == keys
    if keys:
        assert found["doubles"] == [
            ("Irina Zotova – Ирина Зотова", "the same name in another script")
        ]


def test_missing_texts_lead_into_the_cockpit(client):
    FilmFactory(title_en="Ferry", title_de="")
    translator = make_member("translator", languages=["de"])
    block = next(b for b in attention_of(translator) if b.key == "missing")
    assert [item.url for item in block.items] == [
        f"{reverse('translations')}?kind=film&language=de&state=open"
    ]
    client.force_login(translator)
    assert client.get(block.items[0].url).context["rows"][0].title == "Ferry"
