"""The preview at the desk: the real page, in a frame, of the desk or of an older state."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from editorial.changes import change
from editorial.models import Membership, Publication, Revision
from editorial.publishing import publish
from films.models import Film
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PageFactory,
    PersonFactory,
    make_image,
    place,
)

pytestmark = pytest.mark.django_db
INNER_QUERIES = 16


def frame(film, query: str = "") -> str:
    return reverse("preview", args=[film.record.uuid]) + query


def inner(film, query: str = "") -> str:
    return reverse("preview_page", args=[film.record.uuid]) + query


def retitle(film, title: str) -> None:
    with change(None, "test"):
        row = Film.objects.get(pk=film.pk)
        row.title_de = title
        row.save()


def text_of(response) -> str:
    return response.content.decode()


def test_the_desk_is_shown_before_anything_is_live(desk):
    film = FilmFactory(title_de="Die Nachtfähre")
    text = text_of(desk.get(inner(film, "?language=de")))
    assert "Die Nachtfähre" in text
    assert not Publication.objects.exists()


def test_the_desk_is_shown_and_not_what_is_live(desk):
    film = FilmFactory(title_de="Alt")
    publish(film.record, "de")
    retitle(film, "Neu")
    assert ">Neu<" in text_of(desk.get(inner(film, "?language=de"))).replace("\n", "").replace(
        " ", ""
    )


def test_a_revision_is_shown_as_it_was(desk):
    film = FilmFactory(title_de="Erste Fassung")
    revision = Revision.objects.get(record=film.record)
    retitle(film, "Zweite Fassung")
    text = text_of(desk.get(inner(film, f"?language=de&revision={revision.pk}")))
    assert ("Erste Fassung" in text, "Zweite Fassung" in text) == (True, False)


def test_todays_names_stand_in_a_revision(desk):
    credit = CreditFactory(person=PersonFactory(name="Ada Lindqvist"))
    revision = Revision.objects.filter(record=credit.film.record).first()
    with change(None, "test"):
        credit.person.name = "Ada Bergström"
        credit.person.save()
    text = text_of(desk.get(inner(credit.film, f"?language=de&revision={revision.pk}")))
    assert ("Ada Bergström" in text, "Ada Lindqvist" in text) == (True, False)


@pytest.mark.parametrize("page", ["film", "microsite"])
def test_a_film_without_anything_is_shown(desk, page):
    film = FilmFactory(
        title_en="", title_de="", slug_en="", slug_de="", year=None,
        synopsis_short_en="", synopsis_short_de="",
    )  # fmt: skip
    response = desk.get(inner(film, f"?language=de&page={page}"), headers={"accept-language": "de"})
    assert response.status_code == 200
    assert "Noch kein Titel" in text_of(response)


def test_the_frame_says_what_is_missing(desk):
    film = FilmFactory(year=None)
    response = desk.get(frame(film, "?language=de"))
    assert [finding.message for finding in response.context["blocking"]] == ["The year is missing."]


def test_a_page_without_anything_is_shown(desk):
    page = PageFactory(title_de="", slug_de="", body_de="")
    assert desk.get(inner(page, "?language=de")).status_code == 200
    assert desk.get(frame(page, "?language=de")).status_code == 200


def test_only_the_inner_page_may_stand_in_a_frame(desk):
    film = FilmFactory()
    response = desk.get(inner(film))
    policy = response.headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "default-src 'none'" in policy
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    outer = desk.get(frame(film))
    assert "frame-ancestors 'none'" in outer.headers["Content-Security-Policy"]
    assert "frame-src 'self'" in outer.headers["Content-Security-Policy"]
    assert outer.headers["X-Frame-Options"] == "DENY"


def test_a_preview_is_kept_and_found_by_nobody(desk):
    response = desk.get(inner(FilmFactory()))
    kept = {word.strip() for word in response.headers["Cache-Control"].split(",")}
    assert kept >= {"private", "no-store"}
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert "canonical" not in text_of(response)


def test_links_lead_to_previews_or_nowhere(desk):
    credit = CreditFactory()
    microsite = text_of(desk.get(inner(credit.film, "?language=de&page=microsite")))
    film_preview = frame(credit.film, "?language=de&amp;page=film")
    assert f'href="{film_preview}" target="_top"' in microsite
    film = text_of(desk.get(inner(credit.film, "?language=de")))
    assert "/de/people/" not in film
    assert 'href="/de/' not in film


@pytest.mark.parametrize("rows", [1, 3])
def test_a_preview_costs_the_same_whatever_its_rows(desk, rows):
    film = FilmFactory()
    for n in range(rows):
        CreditFactory(film=film)
        place(film, make_image(colour=(n * 9, 50, rows)), position=n)
    desk.get(inner(film))
    with CaptureQueriesContext(connection) as queries:
        assert desk.get(inner(film)).status_code == 200
    assert len(queries) == INNER_QUERIES


@pytest.mark.parametrize("role", ["translator", "viewer"])
def test_every_member_may_look_and_only_editors_share(client, django_user_model, role):
    film = FilmFactory()
    user = django_user_model.objects.create_user(role, password="x", is_staff=True)
    Membership.objects.create(user=user, role=role, languages=["de"])
    client.force_login(user)
    assert client.get(frame(film)).status_code == 200
    assert client.get(inner(film)).status_code == 200
    assert "Share" not in text_of(client.get(frame(film)))
    for name in ("preview_links", "preview_all_links"):
        args = [film.record.uuid] if name == "preview_links" else []
        assert client.get(reverse(name, args=args)).status_code == 403


def test_a_stranger_is_sent_to_the_login(client):
    film = FilmFactory()
    for address in (frame(film), inner(film), reverse("preview_links", args=[film.record.uuid])):
        assert client.get(address).status_code == 302


@pytest.mark.parametrize("revision", ["0", "x", "9" * 30, "-1"])
def test_an_unknown_revision_is_not_found(desk, revision):
    assert desk.get(inner(FilmFactory(), f"?revision={revision}")).status_code == 404


def test_a_revision_of_another_record_is_not_found(desk):
    other = Revision.objects.get(record=FilmFactory().record)
    assert desk.get(inner(FilmFactory(), f"?revision={other.pk}")).status_code == 404


def test_a_person_has_no_preview(desk):
    assert desk.get(frame(PersonFactory())).status_code == 404


def test_strange_choices_show_the_first_ones(desk):
    response = desk.get(frame(FilmFactory(), "?language=xx&page=nothing&width=7"))
    assert (response.context["language"], response.context["width"]) == ("en", "desktop")


def test_saving_leads_to_the_preview(desk):
    from tests.desk.test_admin import form_data

    film = FilmFactory()
    address = reverse("admin:films_film_change", args=[film.pk])
    data = form_data(desk.get(address)) | {"title_de": "Neu", "_preview": "de"}
    response = desk.post(address, data)
    assert response.url == frame(film, "?language=de")
    film.refresh_from_db()
    assert film.title_de == "Neu"
