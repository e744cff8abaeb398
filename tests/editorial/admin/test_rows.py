"""Rows that look the same in every record are made once, for each role and language."""

import pytest

from editorial.admin import rows as admin_rows
from films.admin.inlines import CompanyTable
from films.models import Country
from people.models import Company
from tests.desk.test_film_form import add, save
from tests.factories import CreditFactory, FilmFactory, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_made(monkeypatch):
    monkeypatch.setattr(admin_rows, "_made", {})


def nord():
    return add(Company, name="Nord")


def part(page: str, prefix: str) -> str:
    """Return the HTML of a table or stack of rows."""
    start = page.index(f'id="{prefix}-group"')
    return page[start : page.index("</fieldset>", start)]


def shown(client, film, prefix, **headers) -> str:
    url = f"/admin/films/film/{film.pk}/change/"
    return part(client.get(url, **headers).content.decode(), prefix)


def test_table_without_rows_is_the_same_in_every_film(desk):
    first, second = FilmFactory(), FilmFactory()
    made = shown(desk, first, "countries")
    assert f'value="{first.pk}"' not in made
    assert shown(desk, second, "countries") == made
    admin_rows._made.clear()
    assert shown(desk, second, "countries") == made


def test_table_with_rows_shows_them(desk):
    empty, film = FilmFactory(), FilmFactory()
    add(Country, film=film, code="EE")
    shown(desk, empty, "countries")
    table = shown(desk, film, "countries")
    assert 'name="countries-0-code" value="EE"' in table
    assert table.count("empty-form") == 1
    assert 'name="countries-0-code"' not in shown(desk, empty, "countries")


def test_column_of_one_film_is_not_that_of_all(desk):
    plain, company = CreditFactory().film, CreditFactory(person=None, company=nord()).film
    heads = [shown(desk, film, "credits").count("column-more") for film in (plain, company)]
    patterns = [shown(desk, film, "credits").count("field-more") for film in (plain, company)]
    assert (heads, patterns) == ([0, 1], [0, 2])


def test_each_language_has_its_own(desk):
    film = FilmFactory()
    english = shown(desk, film, "countries", HTTP_ACCEPT_LANGUAGE="en")
    german = shown(desk, film, "countries", HTTP_ACCEPT_LANGUAGE="de")
    assert ("Country" in english, "Land" in english) == (True, False)
    assert ("Country" in german, "Land" in german) == (False, True)


def test_each_role_has_its_own(desk, client):
    film = FilmFactory()
    assert shown(desk, film, "countries").count("<input") > 4
    client.force_login(make_member(role="viewer"))
    assert 'name="countries-__prefix__-code"' not in shown(client, film, "countries")
    client.force_login(make_member(role="translator", languages=["de"]))
    table = shown(client, film, "countries")
    assert 'name="countries-__prefix__-code"' not in table


def test_what_was_sent_is_shown(desk):
    film = FilmFactory()
    shown(desk, film, "countries")
    row = {"countries-TOTAL_FORMS": "1", "countries-0-code": "xx", "countries-0-position": "0"}
    page = save(desk, film, **row).content.decode()
    assert 'value="xx"' in part(page, "countries")


def test_rows_that_list_rows_of_the_database_are_made_anew(desk, monkeypatch):
    monkeypatch.setattr(CompanyTable, "autocomplete_fields", ())
    film = FilmFactory()
    assert "Nord" not in shown(desk, film, "company_credits")
    nord()
    assert "Nord" in shown(desk, film, "company_credits")
