"""The catalogue: what it lists, how it is narrowed, what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.changes import change
from editorial.publishing import publish, withdraw
from films.models import Country
from pages.addresses import slug_problem
from tests.factories import CreditFactory, FilmFactory, PersonFactory, make_image, place

pytestmark = pytest.mark.django_db
CATALOGUE_QUERIES = 7
BY_PERSON_QUERIES = 8


def make_film(title, year=2011, category="feature", countries=("DE",), people=(), language="en"):
    film = FilmFactory(title_en=title, title_de=title, year=year, category=category)
    with change(None, "test"):
        for code in countries:
            Country.objects.create(film=film, code=code)
    for person in people:
        CreditFactory(film=film, person=person)
    publish(film.record, language)
    return film


def look(client, query="", language="en"):
    response = client.get(f"/{language}/films/{query}")
    assert response.status_code == 200
    return response


def titles(response):
    return [tile.title for tile in response.context["tiles"]]


def options(response, key):
    [facet] = [facet for facet in response.context["facets"] if facet.key == key]
    return {option.label: option.count for option in facet.options}


@pytest.fixture
def films():
    ada = PersonFactory(name="Ada Lindqvist", key="ada")
    return [
        make_film("Night Ferry", 2011, "feature", ("DE", "EE"), [ada]),
        make_film("Ärger im Sund", 2010, "short", ("EE",), [ada]),
        make_film("Zander", 2011, "documentary", ("DE",)),
    ]


def test_it_lists_live_films_newest_first(client, films):
    FilmFactory(title_en="Draft")
    assert titles(look(client)) == ["Night Ferry", "Zander", "Ärger im Sund"]


def test_order_by_title_knows_umlauts(client, films):
    assert titles(look(client, "?sort=title")) == ["Ärger im Sund", "Night Ferry", "Zander"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?category=short", ["Ärger im Sund"]),
        ("?year=2011", ["Night Ferry", "Zander"]),
        ("?year=2010s&country=EE", ["Night Ferry", "Ärger im Sund"]),
        ("?person=ada", ["Night Ferry", "Ärger im Sund"]),
        ("?person=ada&country=DE", ["Night Ferry"]),
        ("?person=ada&category=documentary", []),
    ],
)
def test_choices_narrow_the_list_together(client, films, query, found):
    assert titles(look(client, query)) == found


def test_counts_say_what_a_choice_would_leave(client, films):
    response = look(client, "?country=EE")
    assert options(response, "category") == {"Feature film": 1, "Short film": 1}
    assert options(response, "country") == {"Germany": 2, "Estonia": 2}


def test_person_is_offered_for_two_films(client, films):
    make_film("Kelp", people=[PersonFactory(name="Once Only")])
    make_film("Eel", people=[PersonFactory(name="Uno Berg", key="uno")])
    make_film("Cod", people=[films[0].credits.get().person])
    assert [f.key for f in look(client).context["facets"]] == ["category", "year", "country"]
    uno = CreditFactory(person__name="Uno Berg").person
    for title in ("Smelt", "Ruffe"):
        make_film(title, people=[uno])
    assert options(look(client), "person") == {"Ada Lindqvist": 3, "Uno Berg": 2}


def test_many_years_are_offered_by_decade(client):
    for year in range(1995, 2006):
        make_film(f"Film {year}", year)
    assert options(look(client), "year") == {"2000s": 6, "1990s": 5}
    within = options(look(client, "?year=1990s"), "year")
    assert within == {"2000s": 6, "1990s": 5, "1999": 1, "1998": 1, "1997": 1, "1996": 1, "1995": 1}


def test_chosen_value_links_to_the_list_without_it(client, films):
    [chosen] = look(client, "?category=short&country=EE").context["chosen"][:1]
    assert (chosen.label, chosen.url) == ("Short film", "?country=EE")


def test_draft_withdrawn_and_foreign_films_change_nothing(client, films):
    make_film("Nur deutsch", 1950, "series", ("AT",), language="de")
    gone = make_film("Gone", 1960, "series", ("FR",))
    withdraw(gone.record, "en")
    response = look(client)
    assert response.context["total"] == 3
    assert options(response, "country") == {"Germany": 2, "Estonia": 2}


def test_person_of_drafts_is_unknown(client, films):
    hidden = CreditFactory(person__name="Hidden Hand").person
    response = look(client, f"?person={hidden.key}")
    assert (response.context["found"], response.context["chosen"]) == (3, [])
    assert "Hidden Hand" not in response.content.decode()


def test_search_engines_keep_the_plain_list_alone(client, films):
    plain, narrowed = look(client).content.decode(), look(client, "?year=2011").content.decode()
    assert ('rel="canonical"' in plain, "noindex" in plain) == (True, False)
    assert ('rel="canonical"' in narrowed, "noindex" in narrowed) == (False, True)


def test_switcher_keeps_what_was_chosen(client, films):
    publish(films[0].record, "de")
    urls = {item.code: item.url for item in look(client, "?year=2011").context["switcher"]}
    assert urls["de"] == "/de/films/?year=2011"


@pytest.mark.parametrize(
    "query",
    ["?year=99999", "?year=2011'", "?category=x", "?country=<b>", "?person=%00", "?page=0",
     "?page=-1", "?page=9999999", "?sort=x", "?year=2011&year=", "?category=" + "a" * 5000],
)  # fmt: skip
def test_senseless_choices_count_as_none(client, films, query):
    assert look(client, query).context["found"] == 3


def test_nothing_left_offers_all_films(client, films):
    page = look(client, "?category=short&year=1999").content.decode()
    assert "No films match." in page
    assert "0 of 3 films" in page


def test_no_films_at_all_is_said(client):
    assert "No film is to be seen here yet." in look(client).content.decode()


def test_pages_have_sixty_films(client):
    for n in range(61):
        make_film(f"Film {n}", countries=())
    first, second = look(client), look(client, "?page=2")
    assert [len(titles(first)), len(titles(second))] == [60, 1]
    assert (first.context["pager"].after, second.context["pager"].before) == ("?page=2", "?")
    assert titles(look(client, "?page=5")) == titles(second)


def test_word_of_the_address_cannot_be_a_slug():
    assert slug_problem("films").startswith("“films” is an address of the site itself.")


def test_people_are_offered_only_where_their_films_are_few(client, monkeypatch):
    people = [PersonFactory(name="Ada Lindqvist"), PersonFactory(name="Uno Berg")]
    for title, country in (("Night Ferry", "EE"), ("Day Ferry", "EE"), ("Zander", "DE")):
        make_film(title, countries=(country,), people=people)
    assert options(look(client), "person") == {"Ada Lindqvist": 3, "Uno Berg": 3}
    monkeypatch.setattr("films.catalogue.facets.MOST_CREDITED", 2)
    assert [facet.key for facet in look(client).context["facets"]] == ["country"]
    few = options(look(client, "?country=EE"), "person")
    assert few == {"Ada Lindqvist": 2, "Uno Berg": 2}


@pytest.mark.parametrize("rows", [1, 3])
def test_it_costs_the_same_whatever_its_films(client, rows):
    ada = PersonFactory(key="ada")
    for n in range(rows):
        film = make_film(f"Film {n}", 2000 + n, countries=("DE", "EE"), people=[ada])
        place(film, make_image(colour=(n, 5, 5)))
        publish(film.record, "en")
    for query, budget in (("", CATALOGUE_QUERIES), ("?person=ada", BY_PERSON_QUERIES)):
        look(client, query)
        with CaptureQueriesContext(connection) as queries:
            response = look(client, query)
        assert len(titles(response)) == rows
        assert len(queries) == budget
