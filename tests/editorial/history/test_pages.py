"""The pages of a record's history: look, compare, name, restore."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.changes import change
from editorial.documents import document_of
from editorial.history import listing
from editorial.models import Membership, Revision
from editorial.moments import say_moment
from editorial.publishing import cancel, publish, withdraw
from films.models import Film
from tests.factories import CreditFactory, FilmFactory, PersonFactory, VenueFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def film() -> Film:
    film = FilmFactory(year=2011, title_en="The Night Ferry")
    save(film, year=2012)
    return film


def save(film, is_autosave=False, user=None, **values) -> Revision:
    with change(user, "Saved in the admin", is_autosave=is_autosave):
        for name, value in values.items():
            setattr(film, name, value)
        film.save()
    return Revision.objects.filter(record=film.record).first()


def url(film, name="history", *args, model="films_film") -> str:
    return reverse(f"admin:{model}_{name}", args=[film.pk, *args])


@pytest.fixture
def member(client, django_user_model):
    def log_in(role, languages=()):
        user = django_user_model.objects.create_user(role, password="test-pass-1", is_staff=True)
        Membership.objects.create(user=user, role=role, languages=list(languages))
        client.force_login(user)
        return client

    return log_in


def test_history_lists_who_when_and_what(desk, film, editor):
    editor.first_name, editor.last_name = "Ada", "Berg"
    editor.save()
    save(film, user=editor, title_de="Anders")
    publish(film.record, "en", editor)
    page = desk.get(url(film))
    lines = page.context["lines"]
    assert [(line.what, line.who, line.is_published, line.language) for line in lines] == [
        ("", "Ada Berg", True, "en"),
        ("Title (German)", "Ada Berg", False, ""),
        ("Year", "", False, ""),
        ("Begun", "", False, ""),
    ]


def test_autosaves_of_one_editor_within_ten_minutes_are_one_line(desk, film, editor):
    rows = [save(film, True, editor, year=year) for year in (2001, 2002, 2003)]
    now = timezone.now()
    for row, minutes in zip(rows, (30, 8, 0), strict=True):
        Revision.objects.filter(pk=row.pk).update(created_at=now - timedelta(minutes=minutes))
    lines = desk.get(url(film)).context["lines"]
    assert [[inner.pk for inner in (line, *line.folded)] for line in lines[:2]] == [
        [rows[2].pk, rows[1].pk],
        [rows[0].pk],
    ]
    assert lines[0].before == rows[0].pk


def test_publishing_tells_its_story(desk, film, editor):
    record, later = film.record, timezone.now() + timedelta(days=9)
    publish(record, "de", editor, at=later)
    cancel(record, "de", editor)
    publish(record, "de", editor)
    withdraw(record, "de", editor)
    publish(record, "de", editor)
    at = say_moment(later)
    told = []
    for line in desk.get(url(film)).context["lines"]:
        told += [event.text for event in line.after] + [line.published]
    assert [text for text in told if text] == [
        "published: German",
        "withdrawn: German",
        "published: German",
        f"schedule for {at} cancelled: German",
        f"scheduled for {at}: German",
    ]


def test_story_of_publishing_goes_on_over_the_pages(desk, film, editor, monkeypatch):
    monkeypatch.setattr(listing, "PER_PAGE", 2)
    for number in range(3):
        save(film, year=2000 + number)
        publish(film.record, "de", editor)
        withdraw(film.record, "de", editor)
    told = []
    for number in (1, 2, 3, 4):
        lines = desk.get(f"{url(film)}?p={number}").context["lines"]
        told += [event.text for line in lines for event in line.after]
    assert told == ["withdrawn: German"] * 3


@pytest.mark.parametrize("rows", [1, 3])
def test_history_costs_the_same_however_long_it_is(desk, film, rows, django_assert_max_num_queries):
    for row in range(rows):
        save(film, year=1990 + row)
    desk.get(url(film))
    with django_assert_max_num_queries(10):
        assert len(desk.get(url(film)).context["lines"]) == rows + 2


def test_any_two_states_are_compared(desk, film):
    last, first = Revision.objects.filter(record=film.record)
    publish(film.record, "en")
    save(film, year=2013)

    def years(before, after):
        page = desk.get(url(film, "compare"), {"from": before, "to": after})
        return [(d.before, d.after) for d in page.context["differences"]]

    assert years(first.pk, last.pk) == [("2011", "2012")]
    assert years(first.pk, "desk") == [("2011", "2013")]
    assert years("live", "desk") == [("2012", "2013")]


@pytest.mark.parametrize(
    "query", [{"from": "999999"}, {"from": "9" * 30}, {"to": "x"}, {"from": "live"}]
)
def test_compare_refuses_states_that_are_none(desk, film, query):
    assert desk.get(url(film, "compare"), query).status_code == 404


def test_revision_of_another_record_is_not_found(desk, film):
    other = Revision.objects.filter(record=FilmFactory().record).first()
    assert desk.get(url(film, "restore", other.pk)).status_code == 404
    assert desk.post(url(film, "name_revision", other.pk), {"name": "x"}).status_code == 404


def test_restore_shows_what_changes_and_then_does_it(desk, film):
    first = Revision.objects.filter(record=film.record).last()
    last = Revision.objects.filter(record=film.record).first()
    page = desk.get(url(film, "restore", first.pk))
    assert [(d.before, d.after) for d in page.context["differences"]] == [("2012", "2011")]
    answer = desk.post(url(film, "restore", first.pk), follow=True)
    assert answer.redirect_chain == [(url(film, "change"), 302)]
    assert document_of(film.record)["facts"]["year"] == 2011
    undo = url(film, "restore", last.pk)
    assert f'href="{undo}"' in str(next(iter(answer.context["messages"])))


def test_a_state_gets_a_name_and_loses_it(desk, film):
    first = Revision.objects.filter(record=film.record).last()
    desk.post(url(film, "name_revision", first.pk), {"name": "  Sent to   the jury "})
    first.refresh_from_db()
    assert first.name == "Sent to the jury"
    desk.post(url(film, "name_revision", first.pk), {"name": ""})
    first.refresh_from_db()
    assert first.name == ""


@pytest.mark.parametrize(("role", "languages"), [("viewer", []), ("translator", ["de"])])
def test_who_may_not_edit_looks_but_does_not_restore(member, film, role, languages):
    browser, first = member(role, languages), Revision.objects.filter(record=film.record).last()
    assert browser.get(url(film)).status_code == 200
    assert browser.get(url(film, "compare"), {"from": first.pk}).status_code == 200
    for name in ("restore", "name_revision"):
        assert browser.post(url(film, name, first.pk), {"name": "x"}).status_code == 403
    assert document_of(film.record)["facts"]["year"] == 2012


def test_strangers_are_sent_to_the_login(client, film):
    answer = client.get(url(film, "compare"))
    assert answer.status_code == 302
    assert answer.url.startswith("/admin/login/")


def test_every_kind_has_its_history(desk):
    person = PersonFactory()
    assert desk.get(url(person, model="people_person")).context["lines"][0].what == "Begun"


def test_what_is_no_record_keeps_the_log_of_actions(desk):
    venue = VenueFactory()
    page = desk.get(url(venue, model="festivals_venue"))
    assert list(page.context["action_list"]) == []


def test_history_of_what_is_not_there_is_not_found(desk):
    film = CreditFactory().film
    address = url(film)
    assert desk.get(address.replace(str(film.pk), "999999")).status_code == 404
