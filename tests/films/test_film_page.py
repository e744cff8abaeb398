"""Parts of the film page: versions, releases, where to watch, companies, other films."""

import re

import pytest
from django.urls import reverse
from django.utils.html import escape

from editorial.changes import change
from editorial.publishing import publish
from films.models import AlternativeTitle, CompanyCredit, ExternalId, Link, Release
from films.sheet import desk_sheet
from people.models import Company, Role
from tests.factories import (
    CreditFactory,
    FilmFactory,
    SelectionFactory,
    VersionFactory,
    make_image,
    place,
)

pytestmark = pytest.mark.django_db


def page_of(client, film, language="en"):
    publish(film.record, language)
    return client.get(f"/{language}/{film.key}/").content.decode()


def cells(page):
    table = page.partition('<table class="versions">')[2].partition("</table>")[0]
    heads = [part.partition("<")[0] for part in table.split('scope="col">')[1:]]
    values = [part.partition("<")[0] for part in table.split("<td ")[1:]]
    return heads, [value.partition(">")[2] for value in values]


def test_versions_have_a_column_for_what_any_of_them_knows(client):
    film = FilmFactory()
    VersionFactory(film=film, format="35 mm", is_main=True)
    VersionFactory(film=film, is_main=False, runtime_seconds=330, subtitle_languages=["de"])
    heads, values = cells(page_of(client, film))
    assert heads == ["Version", "Runtime", "Format", "Subtitles"]
    assert values == ["95 min", "35 mm", "", "5:30 min", "", "German"]


def test_one_version_stands_among_the_facts_alone(client):
    film = FilmFactory()
    VersionFactory(film=film)
    page = page_of(client, film)
    assert ('class="versions"' in page, page.count("95 min")) == (False, 2)


@pytest.mark.parametrize(
    ("facts", "classes", "words"),
    [
        ({"age_rating": "FSK 12"}, "age age--12", "FSK: suitable for ages 12 and over"),
        ({"status": "expected"}, "age", "FSK rating to follow"),
        ({"country": "GB", "age_rating": "12A"}, "age", "Rated 12A by BBFC"),
    ],
)
def test_ratings_are_marks_with_words(client, facts, classes, words):
    film = FilmFactory()
    with change(None, "test"):
        Release.objects.create(film=film, **{"country": "DE", "status": "done", **facts})
    page = page_of(client, film)
    assert page.count(f'<span class="{classes}">') == 1
    assert page.count(f'<span class="visually-hidden">{words}</span>') == 1


def test_rating_that_no_table_knows_stays_text(client):
    film = FilmFactory()
    with change(None, "test"):
        Release.objects.create(film=film, country="DE", status="done", age_rating="FSK 13")
    page = page_of(client, film)
    assert ('class="age' in page, page.count('<span class="rows__more">FSK 13</span>')) == (
        False,
        1,
    )


def test_companies_lead_to_their_pages_wherever_they_stand(client):
    film = FilmFactory()
    with change(None, "test"):
        company = Company(name="Nordlicht & Co")
        company.save()
        CompanyCredit.objects.create(film=film, company=company, function="distributor")
        Release.objects.create(film=film, country="DE").distributors.add(company)
    link = f'<a href="{reverse("company", args=["en", company.key])}">{escape(company.name)}</a>'
    assert page_of(client, film).count(link) == 2


def test_links_say_where_they_lead_and_those_to_the_film_come_first(client):
    film = FilmFactory()
    with change(None, "test"):
        for kind, url in (
            ("website", "https://www.ferry.example/"),
            ("shop", "https://shop.example/dvd"),
            ("watch", "https://stream.example/ferry"),
        ):
            Link.objects.create(film=film, kind=kind, url=url)
        ExternalId.objects.create(film=film, scheme="imdb", value="tt1512792")
    page = page_of(client, film)
    places = [page.find(f">{host}</span>") for host in ("stream.example", "shop.example")]
    assert -1 not in places
    assert places == sorted(places)
    assert page.count('<span class="rows__more">ferry.example</span>') == 1
    assert page.count('href="https://www.imdb.com/title/tt1512792/"') == 1


def test_releases_stand_in_the_order_of_time(client):
    film = FilmFactory()
    with change(None, "test"):
        for country, date in (("AT", "2027-02-26"), ("NL", None), ("DE", "2027-02-18")):
            Release.objects.create(film=film, country=country, date=date)
    sheet = desk_sheet(film.record, "en")
    assert [release.country.code for release in sheet.releases] == ["DE", "AT", "NL"]


def test_facts_name_the_subtitles_of_all_versions(client):
    film = FilmFactory()
    VersionFactory(film=film, is_main=True, subtitle_languages=["en", "de"])
    VersionFactory(film=film, is_main=False, subtitle_languages=["nl", "en"])
    assert desk_sheet(film.record, "en").subtitles == "English, German, Dutch"


def test_press_and_sales_can_be_reached_from_the_page(client):
    film = FilmFactory()
    with change(None, "test"):
        for function in ("world_sales", "press_agent", "funder", "distributor"):
            company = Company(name=function, email=f"{function}@nordlicht.example")
            company.save()
            CompanyCredit.objects.create(film=film, company=company, function=function)
    page = page_of(client, film)
    assert re.findall(r'crew__reach" href="mailto:([a-z_]+)@', page) == [
        "press_agent",
        "world_sales",
    ]


def test_the_strongest_action_is_watching_the_film(client):
    film = FilmFactory()
    with change(None, "test"):
        Link.objects.create(film=film, kind="watch", url="https://stream.example/ferry")
    page = page_of(client, film)
    main = '<a class="button button--main button--play" href="https://stream.example/ferry"'
    assert page.count(main) == 1


@pytest.mark.parametrize(("selections", "part"), [(0, "awards"), (1, "festivals")])
def test_words_about_prizes_alone_belong_to_the_festivals(client, selections, part):
    film = FilmFactory(award_notes_en="No prizes are on record.")
    for _ in range(selections):
        SelectionFactory(film=film)
    page = page_of(client, film)
    section = page.partition(f'<h2 class="section__heading" id="{part}">')[2]
    assert section.partition("</section>")[0].count("No prizes are on record.") == 1


def test_one_credit_stands_once_below_the_stills(client):
    film = FilmFactory()
    for n in range(3):
        place(film, make_image(colour=(n, 9, 9), copyright="Ferry Films"), position=n)
    page = page_of(client, film)
    assert page.count('<p class="stills__credit">© Ferry Films</p>') == 1
    assert page.count('class="stills stills--one-credit"') == 1


def test_department_does_not_repeat_its_only_role(client):
    film = FilmFactory()
    CreditFactory(film=film, role=Role.objects.get(key="sound"))
    CreditFactory(film=film, role=Role.objects.get(key="cinematography"))
    crew = page_of(client, film).partition('<div class="crew">')[2]
    told = re.findall(r'<(?:h3|dt) class="(crew__[^"]+)">([^<]+)<', crew)
    assert told == [
        ("crew__heading", "Camera"),
        ("crew__role", "Cinematography"),
        ("crew__heading", "Sound"),
        ("crew__role visually-hidden", "Sound"),
    ]


def test_film_with_three_facts_has_no_empty_part(client):
    film = FilmFactory(synopsis_short_en="", logline_en="A man crosses a bridge.")
    CreditFactory(film=film)
    page = page_of(client, film)
    assert [part in page for part in ('id="crew"', 'id="related"', '<nav class="film-nav')] == [
        False
    ] * 3
    assert page.count("prose--lead") == 1


def test_original_title_stands_below_another_one(client):
    film = FilmFactory(title_en="Brass")
    with change(None, "test"):
        AlternativeTitle.objects.create(film=film, kind="original", title="Blech")
    assert page_of(client, film).count('<p class="hero__original">Blech</p>') == 1
    publish(film.record, "de")
    with change(None, "test"):
        film.title_de = "Blech"
        film.save()
    assert page_of(client, film, "de").count("hero__original") == 0
