"""A film as the start of another one."""

import pytest
from django.urls import reverse

from editorial.changes import change
from editorial.documents import document_of
from editorial.models import Membership, Record
from editorial.publishing import publish
from films.duplicating import CHOICES, duplicate_film
from films.models import CompanyCredit, Film
from people.models import Company
from tests.editorial.history.test_restoring import full_film
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db
NOT_COPIED = (
    "titles", "external_ids", "links", "selections", "awards", "screenings", "releases",
    "press_items", "quotes", "trailers", "text_tracks",
)  # fmt: skip


@pytest.fixture
def film() -> Film:
    film = full_film()
    with change(None, "test"):
        company = Company(name="Fährmann Film")
        company.save()
        CompanyCredit.objects.create(film=film, company=company, function="production_company")
        film.award_notes_en = "Many."
        film.title_en, film.title_de = "The Night Ferry", "Die Nachtfähre"
        film.save()
    publish(film.record, "en")
    return film


def without_uuids(rows):
    return [{key: value for key, value in row.items() if key != "uuid"} for row in rows]


def test_all_that_may_go_along_does_with_rows_of_its_own(film):
    old = document_of(film.record)
    new = document_of(duplicate_film(film, CHOICES))
    assert new["facts"] == old["facts"]
    for part in ("countries", "credits", "companies", "versions", "images"):
        assert without_uuids(new[part]) == without_uuids(old[part])
        assert {row["uuid"] for row in new[part]} & {row["uuid"] for row in old[part]} == set()
    assert [new[part] for part in NOT_COPIED] == [[]] * len(NOT_COPIED)
    texts = {code: new["texts"][code]["facts"] for code in ("en", "de")}
    assert texts["en"]["title"] == "The Night Ferry (copy)"
    assert texts["de"]["title"] == "Die Nachtfähre (Kopie)"
    assert texts["en"]["synopsis_short"] == old["texts"]["en"]["facts"]["synopsis_short"]
    assert set(texts["en"]) & {"slug", "award_notes"} == set()
    characters = [list(new["texts"][c]["credits"].values()) for c in ("en", "de")]
    assert characters == [list(old["texts"][c]["credits"].values()) for c in ("en", "de")]


def test_only_facts_and_title_go_along_without_a_choice(film):
    new = document_of(duplicate_film(film, ()))
    assert [new[part] for part in ("credits", "companies", "versions", "images")] == [[]] * 4
    assert new["texts"]["en"]["facts"] == {"title": "The Night Ferry (copy)"}


def test_the_copy_is_a_draft_and_leaves_the_film_alone(film):
    before = document_of(film.record)
    record = duplicate_film(film, CHOICES)
    assert not record.publications.exists()
    assert not record.translation_marks.exists()
    assert document_of(film.record) == before


def test_a_long_title_is_cut():
    record = duplicate_film(FilmFactory(title_en="x" * 250), ())
    assert len(document_of(record)["texts"]["en"]["facts"]["title"]) == 250


def test_the_page_asks_and_leads_to_the_new_film(desk, film):
    address = reverse("admin:films_film_duplicate", args=[film.pk])
    assert desk.get(address).status_code == 200
    answer = desk.post(address, {"parts": ["credits"]})
    new = Record.objects.order_by("-pk").first()
    assert answer.url == reverse("admin:films_film_change", args=[new.pk])
    assert len(document_of(new)["credits"]) == 2
    assert desk.post(address, {"parts": ["screenings"]}).status_code == 200


@pytest.mark.parametrize("role", ["viewer", "translator"])
def test_who_may_not_edit_does_not_duplicate(client, django_user_model, film, role):
    user = django_user_model.objects.create_user("anna", is_staff=True)
    Membership.objects.create(user=user, role=role, languages=["de"])
    client.force_login(user)
    address = reverse("admin:films_film_duplicate", args=[film.pk])
    assert client.get(address).status_code == client.post(address).status_code == 403
    assert Film.objects.count() == 1
