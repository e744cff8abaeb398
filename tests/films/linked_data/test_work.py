"""What search engines read of a film."""

import pytest
from django.urls import reverse

from editorial.changes import change
from editorial.publishing import publish
from films.linked_data.durations import iso_duration
from films.models import (
    AlternativeTitle,
    Award,
    CompanyCredit,
    Country,
    ExternalId,
    Link,
    PressItem,
    Quote,
    Release,
)
from people.models import Company, Role
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PersonFactory,
    VersionFactory,
    add_trailer,
    make_image,
    place,
)
from tests.structured import node_of, nodes_of

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"


def publish_in_english(film):
    publish(film.record, "en")
    return f"/en/{film.slug_en}/"


def test_movie_names_every_country_with_its_code(client):
    film = FilmFactory()
    with change(None, "test"):
        for position, code in enumerate(("DE", "SU")):
            Country.objects.create(film=film, code=code, position=position)
    movie = node_of(client.get(publish_in_english(film)), "Movie")
    assert movie["countryOfOrigin"] == [
        {"@type": "Country", "name": "Germany", "identifier": "DE"},
        {"@type": "Country", "name": "Soviet Union", "identifier": "SU"},
    ]


def test_movie_tells_who_plays_whom_and_who_does_what(client):
    film = FilmFactory(key="ferry")
    ada = PersonFactory(name="Ada Lindqvist")
    CreditFactory(film=film, person=ada)
    CreditFactory(
        film=film, person=ada, role=Role.objects.get(key="actor"), character_en="The Pilot"
    )
    CreditFactory(film=film, person=ada, role=Role.objects.get(key="gaffer"))
    movie = node_of(client.get(publish_in_english(film)), "Movie")
    url = f"{SITE}/en/people/{ada.record.key}/"
    person = {"@type": "Person", "@id": f"{url}#person", "name": "Ada Lindqvist", "url": url}
    assert movie["director"] == [person]
    assert movie["actor"] == [
        {"@type": "PerformanceRole", "actor": person, "characterName": "The Pilot"}
    ]
    assert movie["contributor"] == [{"@type": "Role", "contributor": person, "roleName": "Gaffer"}]


def test_movie_has_languages_and_length_of_the_main_version(client):
    film = FilmFactory()
    VersionFactory(
        film=film,
        runtime_seconds=5730,
        dialogue_languages=["kk", "ru"],
        subtitle_languages=["en"],
    )
    VersionFactory(film=film, is_main=False, runtime_seconds=60)
    movie = node_of(client.get(publish_in_english(film)), "Movie")
    assert (movie["duration"], movie["inLanguage"], movie["subtitleLanguage"]) == (
        "PT95M30S", ["kk", "ru"], ["en"]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("seconds", "written"), [(None, ""), (0, ""), (45, "PT45S"), (5700, "PT95M"), (90.4, "PT1M30S")]
)
def test_duration_is_written_as_iso_8601(seconds, written):
    assert iso_duration(seconds) == written


@pytest.mark.parametrize(
    ("releases", "published"),
    [
        ([("2012-05-01", "day"), ("2013-01-02", "day")], "2012-05-01"),
        ([("2013-01-02", "day"), ("2012-05-01", "month")], None),
        ([("2012-05-01", "day"), ("2012-05-01", "month")], None),
        ([("2011-01-01", "year")], None),
        ([(None, "day")], None),
    ],
)
def test_first_day_is_told_only_if_it_is_certain(client, releases, published):
    film = FilmFactory()
    with change(None, "test"):
        for day, precision in releases:
            Release.objects.create(film=film, country="DE", date=day, precision=precision)
    movie = node_of(client.get(publish_in_english(film)), "Movie")
    assert movie.get("datePublished") == published


def test_releases_are_events_dated_as_far_as_known(client):
    film = FilmFactory()
    with change(None, "test"):
        company = Company(name="Nordlicht")
        company.save()
        release = Release.objects.create(
            film=film, country="FR", date="2012-05-01", precision="month"
        )
        release.distributors.add(company)
    movie = node_of(client.get(publish_in_english(film)), "Movie")
    assert movie["releasedEvent"] == [
        {
            "@type": "PublicationEvent",
            "startDate": "2012-05",
            "location": {"@type": "Country", "name": "France", "identifier": "FR"},
            "description": "Cinema",
            "publishedBy": [{"@type": "Organization", "name": "Nordlicht"}],
        }
    ]
    assert "contentRating" not in movie


@pytest.mark.parametrize(
    ("country", "kind", "rating", "told"),
    [
        ("DE", "cinema", "", None),
        ("DE", "cinema", "ab 12", ["FSK 12"]),
        ("AT", "cinema", "ab 8", ["JMK ab 8"]),
        ("GB", "cinema", "PG", ["BBFC PG"]),
        ("FR", "cinema", "U", None),
        ("PL", "cinema", "12", None),
    ],
)
def test_rating_is_told_with_the_board_that_gave_it(client, country, kind, rating, told):
    film = FilmFactory()
    with change(None, "test"):
        Release.objects.create(
            film=film, country=country, kind=kind, status="expected", age_rating=rating
        )
    movie = node_of(client.get(publish_in_english(film)), "Movie")
    assert movie.get("contentRating") == told


def test_movie_knows_its_other_names_and_pages_elsewhere(client):
    film = FilmFactory(title_en="Ferry", title_de="Fähre")
    with change(None, "test"):
        AlternativeTitle.objects.create(film=film, kind="working", title="Sound")
        ExternalId.objects.create(film=film, scheme="imdb", value="tt0000001")
        ExternalId.objects.create(film=film, scheme="eidr", value="10.5240/AAAA")
        Link.objects.create(film=film, kind="website", url="https://ferry.example/")
        Link.objects.create(film=film, kind="watch", url="https://shop.example/")
    publish(film.record, "de")
    movie = node_of(client.get(publish_in_english(film)), "Movie")
    assert movie["alternateName"] == ["Sound", "Fähre"]
    assert movie["sameAs"] == [
        "https://www.imdb.com/title/tt0000001/",
        "https://doi.org/10.5240/AAAA",
        "https://ferry.example/",
    ]
    assert movie["titleEIDR"] == "10.5240/AAAA"
    assert [(i["propertyID"], i["value"]) for i in movie["identifier"]] == [
        ("IMDb", "tt0000001"), ("EIDR", "10.5240/AAAA")
    ]  # fmt: skip


def test_only_prizes_that_were_won_are_awards(client):
    film = FilmFactory()
    with change(None, "test"):
        Award.objects.create(film=film, name_en="Audience Award", body_en="Tamme", year=2019)
        Award.objects.create(film=film, name_en="Best Film", body_en="Tamme", result="nominated")
    movie = node_of(client.get(publish_in_english(film)), "Movie")
    assert movie["award"] == ["Audience Award, Tamme, 2019"]


@pytest.mark.parametrize(
    ("facts", "is_told"),
    [
        ({"author": "Ida Berg", "outlet": "Der Abend"}, True),
        ({"author": "Ida Berg"}, False),
        ({"outlet": "Der Abend"}, False),
        ({"author": "Ida Berg", "outlet": "Der Abend", "kind": "interview"}, False),
    ],
)
def test_review_needs_critic_and_medium_and_has_no_rating(client, facts, is_told):
    film = FilmFactory()
    with change(None, "test"):
        item = PressItem.objects.create(film=film, title="At sea", language="en", **facts)
        Quote.objects.create(press_item=item, text="A quiet gem.")
    movie = node_of(client.get(publish_in_english(film)), "Movie")
    review = {
        "@type": "Review",
        "name": "At sea",
        "reviewBody": "A quiet gem.",
        "inLanguage": "en",
        "author": {"@type": "Person", "name": "Ida Berg"},
        "publisher": {"@type": "Organization", "name": "Der Abend"},
    }
    assert movie.get("review") == ([review] if is_told else None)


def test_pictures_say_whose_they_are(client):
    film = FilmFactory()
    image = make_image(
        caption_en="Night", photographer="Jo Kern", copyright="Kern, CC BY 4.0", width=900
    )
    place(film, image)
    movie = node_of(client.get(publish_in_english(film)), "Movie")
    assert movie["image"] == [
        {
            "@type": "ImageObject",
            "contentUrl": SITE + image.picture.fallback.url,
            "width": 900,
            "height": 600,
            "caption": "Night",
            "creditText": "Jo Kern, © Kern, CC BY 4.0",
            "creator": {"@type": "Person", "name": "Jo Kern"},
            "copyrightNotice": "© Kern, CC BY 4.0",
            "license": "https://creativecommons.org/licenses/by/4.0/",
        }
    ]


def test_trailer_has_all_that_search_engines_ask_for(client):
    film = FilmFactory(title_en="Ferry")
    place(film, make_image())
    add_trailer(film)
    movie = node_of(client.get(publish_in_english(film)), "Movie")
    (trailer,) = movie["trailer"]
    assert (trailer["name"], trailer["description"]) == (
        "Ferry: Trailer", "A ferry crosses the sound for the last time."
    )  # fmt: skip
    assert client.get(trailer["contentUrl"].removeprefix(SITE)).status_code == 200
    assert client.get(trailer["thumbnailUrl"].removeprefix(SITE)).status_code == 200
    assert trailer["uploadDate"][10] == "T"


def test_series_has_no_property_of_films_alone(client):
    film = FilmFactory(category="series")
    VersionFactory(film=film, subtitle_languages=["en"])
    series = node_of(client.get(publish_in_english(film)), "TVSeries")
    assert (series["timeRequired"], "duration" in series, "subtitleLanguage" in series) == (
        "PT95M", False, False
    )  # fmt: skip


def test_commercial_is_a_work_without_properties_of_films(client):
    film = FilmFactory(category="commercial")
    credit = CreditFactory(film=film)
    add_trailer(film)
    place(film, make_image())
    with change(None, "test"):
        company = Company(name="Nordlicht")
        company.save()
        CompanyCredit.objects.create(film=film, company=company, function="production_company")
    work = node_of(client.get(publish_in_english(film)), "CreativeWork")
    assert [prop for prop in ("director", "trailer", "productionCompany") if prop in work] == []
    assert work["contributor"][0]["contributor"]["name"] == credit.person.name
    assert work["contributor"][0]["roleName"] == "Director"
    assert work["producer"][0]["name"] == "Nordlicht"


def test_path_leads_from_home_to_the_film(client):
    film = FilmFactory(title_en="Ferry")
    response = client.get(publish_in_english(film))
    path = node_of(response, "BreadcrumbList")["itemListElement"]
    assert (path[0]["item"], path[-1]["name"]) == (f"{SITE}/en/", "Ferry")
    assert [step["position"] for step in path] == list(range(1, len(path) + 1))


def test_markup_in_a_title_stays_text(client):
    film = FilmFactory(title_en="</script><script>alert(1)</script>")
    response = client.get(publish_in_english(film))
    assert node_of(response, "Movie")["name"] == "</script><script>alert(1)</script>"
    assert "<script>alert" not in response.content.decode()


def test_preview_tells_machines_nothing(desk):
    film = FilmFactory()
    page = desk.get(reverse("preview_page", args=[film.record.uuid]))
    assert nodes_of(page) == []
