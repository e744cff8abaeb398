"""Rows of forms by their uuid."""

from uuid import uuid4

import pytest
from django.urls import reverse

from films.models import AlternativeTitle, Country, PressItem, Quote
from people.models import PersonName
from tests.desk.test_admin import form_data
from tests.editorial.guard.editors import add
from tests.factories import FilmFactory, PersonFactory

pytestmark = pytest.mark.django_db


def address(row):
    return reverse(f"admin:{row._meta.label_lower.replace('.', '_')}_change", args=[row.pk])


def with_country(data, uuid, code="FR"):
    new = {"countries-TOTAL_FORMS": "1", "countries-0-code": code, "countries-0-position": "0"}
    return data | new | {"countries-0-uuid": str(uuid)}


def test_same_form_sent_twice_doubles_no_row(desk):
    film, uuid = FilmFactory(), uuid4()
    data = form_data(desk.get(address(film)))
    for _n in range(2):
        assert desk.post(address(film), with_country(data, uuid)).status_code == 302
    assert [(row.code, row.uuid) for row in film.countries.all()] == [("FR", uuid)]


def test_two_new_rows_with_one_uuid_are_two_rows_even_sent_twice(desk):
    film, uuid = FilmFactory(), uuid4()
    data = with_country(form_data(desk.get(address(film))), uuid) | {
        "countries-TOTAL_FORMS": "2", "countries-1-code": "DE", "countries-1-uuid": str(uuid),
        "countries-1-position": "0",
    }  # fmt: skip
    for _n in range(2):
        assert desk.post(address(film), data).status_code == 302
    assert [row.code for row in film.countries.all()] == ["FR", "DE"]


def test_row_of_another_film_is_refused(desk):
    mine, other = FilmFactory(), FilmFactory()
    row = add(Country, film=other, code="AT")
    data = with_country(form_data(desk.get(address(mine))), row.uuid)
    response = desk.post(address(mine), data)
    messages = [line.message for line in response.context["error_lines"]]
    assert messages == ["A row of this form belongs to another record."]
    row.refresh_from_db()
    assert (row.film, row.code, mine.countries.count()) == (other, "AT", 0)


def test_row_is_known_by_its_uuid_wherever_it_stands_in_the_form(desk):
    film = FilmFactory()
    first, second = (
        add(AlternativeTitle, film=film, title=title, kind="other", position=n)
        for n, title in enumerate(("One", "Two"))
    )
    data = form_data(desk.get(address(film)))
    names = [key for key in data if key.startswith("alternativetitles-0-")]
    swapped = {key: data[key.replace("-0-", "-1-")] for key in names}
    swapped |= {key.replace("-0-", "-1-"): data[key] for key in names}
    swapped["alternativetitles-0-title"] = "Second"
    assert desk.post(address(film), data | swapped).status_code == 302
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.title, second.title) == ("One", "Second")


def test_form_with_an_error_shows_each_row_at_its_own_fields(desk):
    film = FilmFactory()
    add(AlternativeTitle, film=film, title="One")
    data = form_data(desk.get(address(film))) | {"year": "99"}
    add(AlternativeTitle, film=film, title="Zero", position=0)
    response = desk.post(address(film), data)
    formset = next(
        f for f in response.context["inline_admin_formsets"]
        if f.formset.prefix == "alternativetitles"
    )  # fmt: skip
    shown = [(row.original.title, row.form["title"].value()) for row in formset if row.original]
    assert shown == [("One", "One")]


@pytest.mark.parametrize("kind", ["person", "press item"])
def test_rows_of_other_forms_have_identifiers_too(desk, kind):
    if kind == "person":
        owner, prefix, rows = PersonFactory(), "names", PersonName.objects
        new = {"name": "A. L.", "kind": "legal"}
    else:
        owner = add(PressItem, film=FilmFactory(), title="Review")
        prefix, rows = "quotes", Quote.objects
        new = {"text": "Fine."}
    data = form_data(desk.get(address(owner)))
    data |= {f"{prefix}-TOTAL_FORMS": "1", f"{prefix}-0-uuid": str(uuid4())}
    data |= {f"{prefix}-0-position": "0", **{f"{prefix}-0-{k}": v for k, v in new.items()}}
    for _n in range(2):
        response = desk.post(address(owner), data)
        assert response.status_code == 302, response.context["error_lines"]
    assert rows.count() == 1
