"""Which other films stand below a film, and what they cost."""

import pytest

from editorial.changes import change
from editorial.memory import renew
from editorial.publishing import publish, withdraw
from editorial.publishing.window import live_at
from films.models import CompanyCredit
from films.related import find_related
from films.sheet import live_sheet
from people.models import Company, Role
from tests.factories import CreditFactory, FilmFactory, make_image, place

pytestmark = pytest.mark.django_db


def live_film(key, *languages, **facts):
    film = FilmFactory(key=key, **facts)
    for language in languages or ("en",):
        publish(film.record, language)
    return film


def credit(film, person, role="director"):
    CreditFactory(film=film, person=person, role=Role.objects.get(key=role))


def related_to(film, language="en"):
    renew()
    publications = live_at(language, film.key, "film")
    return [tile.key for tile in find_related(live_sheet(publications, language), publications)]


def test_director_comes_before_people_before_companies_before_category():
    film = FilmFactory(key="film", category="short")
    director = CreditFactory(film=film).person
    editor = CreditFactory(film=film, role=Role.objects.get(key="editing")).person
    other = CreditFactory(film=film, role=Role.objects.get(key="music")).person
    with change(None, "test"):
        company = Company(name="Nordlicht")
        company.save()
        CompanyCredit.objects.create(film=film, company=company, function="production_company")
    publish(film.record, "en")

    by_category = FilmFactory(key="category", category="short", year=2020)
    by_company = FilmFactory(key="company")
    with change(None, "test"):
        CompanyCredit.objects.create(film=by_company, company=company, function="distributor")
    by_colleagues = FilmFactory(key="colleagues")
    credit(by_colleagues, other, "music")
    credit(by_colleagues, editor, "producer")
    by_director = FilmFactory(key="director", year=1990)
    credit(by_director, director)
    for one in (by_category, by_company, by_colleagues, by_director):
        publish(one.record, "en")

    assert related_to(film) == ["director", "colleagues", "company"]
    withdraw(by_colleagues.record, "en")
    assert related_to(film) == ["director", "company", "category"]


def test_without_anything_in_common_the_newest_of_the_category_come_first():
    film = live_film("film", category="short")
    live_film("old", category="short", year=1990)
    live_film("new", category="short", year=2020)
    live_film("feature", category="feature", year=2024)
    assert related_to(film) == ["new", "old", "feature"]


def test_only_films_live_in_the_language_are_related():
    film = live_film("film", "en", "de")
    live_film("german", "de")
    FilmFactory(key="draft")
    assert related_to(film) == []
    assert related_to(film, "de") == ["german"]


@pytest.mark.parametrize("rows", [1, 3])
def test_related_films_cost_the_same_whatever_they_share(rows, django_assert_num_queries):
    film = FilmFactory(key="film")
    others = [FilmFactory(key=f"other-{n}") for n in range(3)]
    for n, other in enumerate(others[:rows]):
        place(other, make_image(colour=(n * 9, 50, 90)))
    for _n in range(rows):
        person = CreditFactory(film=film).person
        for other in others:
            credit(other, person)
    for one in (film, *others):
        publish(one.record, "en")
    publications = live_at("en", "film", "film")
    sheet = live_sheet(publications, "en")
    find_related(sheet, publications)
    with django_assert_num_queries(4):
        assert len(find_related(sheet, publications)) == 3
