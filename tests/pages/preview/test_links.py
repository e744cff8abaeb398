"""Links are made, listed and revoked at the desk."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.models import Membership, Revision, ShareLink
from editorial.sharing import make_link
from pages.preview.links import PER_PAGE
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db
FORM = {"label": "Programmer", "state": "newest", "lasts": "7"}
QUERIES = 7


def links(film, query: str = "") -> str:
    return reverse("preview_links", args=[film.record.uuid]) + query


def test_a_new_link_is_shown_once_and_works(desk, client):
    film = FilmFactory()
    response = desk.post(links(film), FORM)
    url = response.context["new_url"]
    assert url.startswith("http://testserver/preview/")
    assert client.get(url).status_code == 200
    assert url not in desk.get(links(film)).content.decode()
    kept = {word.strip() for word in response.headers["Cache-Control"].split(",")}
    assert kept >= {"private", "no-store"}


@pytest.mark.parametrize("days", [1, 7, 30])
def test_a_link_lasts_for_days(desk, days):
    desk.post(links(FilmFactory()), {**FORM, "lasts": str(days)})
    lasts = ShareLink.objects.get().expires_at - timezone.now()
    assert round(lasts / timedelta(days=1)) == days


def test_a_link_lasts_to_the_end_of_a_day(desk):
    last = timezone.localdate() + timedelta(days=3)
    desk.post(links(FilmFactory()), {**FORM, "lasts": "date", "until": last.isoformat()})
    end = timezone.localtime(ShareLink.objects.get().expires_at)
    assert (end.date(), end.hour) == (last + timedelta(days=1), 0)


def test_a_typed_day_counts_whatever_is_ticked(desk):
    last = timezone.localdate() + timedelta(days=30)
    desk.post(links(FilmFactory()), {**FORM, "until": last.isoformat()})
    end = timezone.localtime(ShareLink.objects.get().expires_at)
    assert end.date() == last + timedelta(days=1)


def test_a_link_leads_to_the_language_it_was_made_from(desk, client):
    film = FilmFactory(logline_de="Eine Fähre bei Nacht.")
    frame = desk.get(reverse("preview", args=[film.record.uuid]) + "?language=de")
    url = desk.post(frame.context["links_url"], FORM).context["new_url"]
    page = client.get(url, headers={"accept-language": "en"})
    assert page.headers["Content-Language"] == "de"


@pytest.mark.parametrize(
    ("until", "error"),
    [
        ("", "Choose the last day on which the link shall work."),
        ("2001-01-01", "This day has passed. Choose a later one."),
        ("2999-01-01", "A link lasts a year at most. Choose an earlier day."),
        ("soon", "Enter a valid date."),
    ],
)
def test_an_impossible_day_is_said_at_its_field(desk, until, error):
    response = desk.post(links(FilmFactory()), {**FORM, "lasts": "date", "until": until})
    assert response.context["form"].errors == {"until": [error]}
    assert response.context["form"]["label"].value() == "Programmer"
    assert not ShareLink.objects.exists()


def test_the_state_of_this_moment_is_the_latest_revision(desk):
    film = FilmFactory()
    desk.post(links(film), {**FORM, "state": "this"})
    assert ShareLink.objects.get().revision == Revision.objects.get(record=film.record)


def test_an_older_state_is_shared_from_its_preview(desk):
    film = FilmFactory()
    revision = Revision.objects.get(record=film.record)
    desk.post(links(film, f"?revision={revision.pk}"), {**FORM, "state": "this"})
    assert ShareLink.objects.get().revision == revision


def test_a_link_is_revoked(desk):
    film = FilmFactory()
    link, token = make_link(film.record, None, timezone.now() + timedelta(days=1), "x")
    desk.post(reverse("preview_link_revoke", args=[link.pk]))
    assert desk.get(reverse("shared_preview", args=[token])).status_code == 410


def test_looking_at_the_address_revokes_nothing(desk):
    link, _t = make_link(FilmFactory().record, None, timezone.now() + timedelta(days=1))
    assert desk.get(reverse("preview_link_revoke", args=[link.pk])).status_code == 405


def test_links_of_those_who_left_are_marked(desk, django_user_model):
    user = django_user_model.objects.create_user("gone", password="x", is_staff=True)
    membership = Membership.objects.create(user=user, role="editor")
    make_link(FilmFactory().record, user, timezone.now() + timedelta(days=1))
    address = reverse("preview_all_links")
    assert [state.is_orphaned for state, _n in desk.get(address).context["rows"]] == [False]
    membership.ends_on = timezone.localdate() - timedelta(days=1)
    membership.save()
    assert [state.is_orphaned for state, _n in desk.get(address).context["rows"]] == [True]


def test_links_that_work_stand_first(desk):
    film = FilmFactory()
    make_link(film.record, None, timezone.now() - timedelta(days=1), "old")
    make_link(film.record, None, timezone.now() + timedelta(days=1), "open")
    make_link(film.record, None, timezone.now() - timedelta(days=1), "older")
    rows = desk.get(reverse("preview_all_links")).context["rows"]
    assert [state.state for state, _name in rows] == ["open", "expired", "expired"]


@pytest.mark.parametrize("count", [1, 3])
def test_all_links_cost_the_same_for_one_maker_and_three(
    desk, django_user_model, django_assert_num_queries, count
):
    for number in range(count):
        user = django_user_model.objects.create_user(f"maker-{number}", is_staff=True)
        make_link(FilmFactory().record, user, timezone.now() + timedelta(days=1))
    desk.get(reverse("preview_all_links"))
    with django_assert_num_queries(QUERIES):
        desk.get(reverse("preview_all_links"))


def test_links_beyond_a_page_are_on_the_next_and_those_that_work_on_the_first(desk):
    film = FilmFactory()
    make_link(film.record, None, timezone.now() + timedelta(days=1), "open")
    for number in range(PER_PAGE):
        make_link(film.record, None, timezone.now() - timedelta(days=1), f"old {number}")
    first = desk.get(reverse("preview_all_links")).context
    assert (len(first["rows"]), first["rows"][0][0].link.label) == (PER_PAGE, "open")
    second = desk.get(reverse("preview_all_links"), {"p": "2"})
    assert [state.link.label for state, _name in second.context["rows"]] == ["old 0"]
    assert second.content.decode().count('<a href="?p=1">1</a>') == 1


@pytest.mark.parametrize("role", ["translator", "viewer"])
def test_who_may_not_share_makes_and_revokes_nothing(client, django_user_model, role):
    film = FilmFactory()
    link, _token = make_link(film.record, None, timezone.now() + timedelta(days=1))
    user = django_user_model.objects.create_user(role, password="x", is_staff=True)
    Membership.objects.create(user=user, role=role, languages=["de"])
    client.force_login(user)
    assert client.post(links(film), FORM).status_code == 403
    assert client.post(reverse("preview_link_revoke", args=[link.pk])).status_code == 403
    link.refresh_from_db()
    assert (link.revoked_at, ShareLink.objects.count()) == (None, 1)
