"""The public search: what it finds in which spelling, what it never shows, what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from desk.search_page import texts
from editorial.changes import change
from editorial.models import Publication
from editorial.publishing import publish, withdraw
from editorial.publishing.reindexing import fill_search_texts
from editorial.spelling import MARK
from films.models import AlternativeTitle, CompanyCredit, Country, Genre, Screening
from people.looking_up import How, find_names
from people.models import Company, Role
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PageFactory,
    PersonFactory,
    SelectionFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db
ONE_WORD_QUERIES = 15
TWO_WORD_QUERIES = 17


def make_film(title="Night Ferry", person="Ada Lindqvist", **facts):
    film = FilmFactory(title_en=title, title_de=facts.pop("title_de", title), **facts)
    CreditFactory(film=film, person=PersonFactory(name=person))
    publish(film.record, "en")
    return film


@pytest.fixture
def film():
    return make_film()


def ask(client, question, language="en", **more):
    response = client.get(f"/{language}/search/", {"q": question, **more})
    assert response.status_code == 200
    return response


def found(client, question, kind="films", language="en"):
    """Return the titles or names of one kind, without marks."""
    groups = {group.kind: group.hits for group in ask(client, question, language).context["groups"]}
    names = {
        "films": lambda hit: hit.tile.title,
        "people": lambda hit: hit.plain_name,
        "companies": lambda hit: hit.plain_name,
        "screenings": lambda hit: hit.film.title,
    }
    plain = names.get(kind, lambda hit: hit.name.replace("<mark>", "").replace("</mark>", ""))
    return [plain(hit) for hit in groups.get(kind, ())]


@pytest.mark.parametrize("question", ["night ferry", "FERRY", "nightferry", "Night-Ferry", "ferr"])
def test_film_is_found_by_its_title(client, film, question):
    assert found(client, question) == ["Night Ferry"]


@pytest.mark.parametrize("title", ["Weltraum-Bahnhof", "Weltraum Bahnhof", "Weltraumbahnhof"])
@pytest.mark.parametrize(
    "question", ["Weltraum-Bahnhof", "weltraum bahnhof", "Weltraumbahnhof", "Bahnhof", "weltraumb"]
)
def test_compounds_are_found_however_they_are_written(client, title, question):
    make_film(title)
    assert found(client, question) == [title]


@pytest.mark.parametrize(
    ("title", "question"),
    [
        ("Die weiße Fähre", "Weisse Faehre"),
        ("Die weiße Fähre", "weiße Fahre"),
        ("Die weisse Faehre", "weiße Fähre"),
        ("Čas jeřábů", "cas jerabu"),
        ("L’Été", "l'ete"),
        ("Ночной паром", "ПАРОМ"),
    ],
)
def test_letters_with_and_without_signs_are_the_same(client, title, question):
    make_film(title)
    assert found(client, question) == [title]


def test_film_is_found_by_its_text_and_shows_the_place(client, film):
    [group] = ask(client, "crosses").context["groups"]
    assert group.hits[0].reason == "A ferry <mark>crosses</mark> the sound for the last time."


def test_film_is_found_by_another_title(client):
    film = FilmFactory(title_en="Night Ferry")
    with change(None, "test"):
        AlternativeTitle.objects.create(film=film, title="Öine praam", kind="original")
    publish(film.record, "en")
    [group] = ask(client, "oine praam").context["groups"]
    assert group.hits[0].reason == "also “<mark>Öine</mark> <mark>praam</mark>”"


def test_film_is_found_by_a_character(client):
    credit = CreditFactory(
        film__title_en="Night Ferry",
        role=Role.objects.get(key="actor"),
        character_en="Stoker Jürgen",
    )
    publish(credit.film.record, "en")
    [group] = ask(client, "juergen").context["groups"]
    assert group.hits[0].reason == "with the character Stoker <mark>Jürgen</mark>"


@pytest.mark.parametrize(
    "question",
    ["lindqvist", "Ada Lindqvist", "Lindqvist, Ada", "Линдквист", "lindkvist", "Lindqvits"],
)
def test_people_and_their_films_are_found_in_any_spelling(client, film, question):
    with change(None, "test"):
        film.credits.get().person.names.create(name="Ада Линдквист", script="Cyrl", kind="script")
    assert found(client, question, "people") == ["Ada Lindqvist"]
    assert found(client, question) == ["Night Ferry"]


def test_name_in_another_script_is_shown_and_marked(client, film):
    with change(None, "test"):
        film.credits.get().person.names.create(name="Ада Линдквист", kind="script")
    [hit] = ask(client, "Линдквист").context["groups"][1].hits
    assert (hit.name, hit.other, hit.other_mark) == (
        "Ada Lindqvist",
        "Ада <mark>Линдквист</mark>",
        "und-Cyrl",
    )


def test_misspelling_finds_but_is_not_shown(client, film):
    with change(None, "test"):
        film.credits.get().person.names.create(name="Adda Limbquist", kind="misspelling")
    [hit] = ask(client, "Limbquist").context["groups"][1].hits
    assert (hit.plain_name, hit.other) == ("Ada Lindqvist", "")


# Each step by which a name is found, asked for a name that only one row has.
STEPS = [
    ("Adelheid Krummnagel", How.EXACT),
    ("krummn", How.BEGINNING),
    ("ada krummnagel", How.BEGINNING),
    ("lindqvist krummnagel", How.BEGINNING),
    ("lindqvist krumm", How.BEGINNING),
    ("Krummnaguel-Adelheid", How.SIMILAR),
    ("Qrummnagel", How.SOUND),
    ("ada qrummnagel", How.SOUND),
    ("lindqvist qrumm", How.SOUND),
    ("Theo Krummnagel", How.INITIALS),
    ("Theo Lindqvist", How.INITIALS),
    ("Krummangel", How.SIMILAR),
    ("lindqvist Krummangel", How.SIMILAR),
]


@pytest.mark.parametrize(("question", "how"), STEPS)
def test_no_step_of_the_search_finds_a_legal_name(client, film, question, how):
    person = film.credits.get().person
    with change(None, "test"):
        name = person.names.create(name="Adelheid T. Krummnagel", kind="legal")
        person.names.create(name="Adelheid Krummnagel", kind="legal")
    assert ask(client, question).context["groups"] == []
    assert find_names(question, "person") == {person.pk: how}  # the desk does
    with change(None, "test"):
        person.names.exclude(pk=name.pk).update(kind="stage")
        name.kind = "stage"
        name.save()
    assert found(client, question, "people") == ["Ada Lindqvist"]


def test_word_of_a_legal_name_does_not_narrow_a_question(client, film):
    other = make_film("Day Ferry", "Ada Berg")
    with change(None, "test"):
        film.credits.get().person.names.create(name="Ada Krummnagel", kind="legal")
        other.credits.get().person.names.create(name="Ada Stein", kind="stage")
    assert found(client, "ada ferry krummnagel") == []
    assert found(client, "ada ferry stein") == ["Day Ferry"]
    assert sorted(found(client, "ada", "people")) == ["Ada Berg", "Ada Lindqvist"]


@pytest.mark.parametrize(
    "question", ["2011", "estonia", "feature", "Lindqvist 2011", "ferry estonia", "ada ferry"]
)
def test_years_countries_categories_and_names_go_together(client, question):
    film = FilmFactory(title_en="Night Ferry", year=2011)
    CreditFactory(film=film, person__name="Ada Lindqvist")
    with change(None, "test"):
        Country.objects.create(film=film, code="EE")
    publish(film.record, "en")
    make_film("Other", "Uno Berg", year=1999, category="short")
    assert found(client, question) == ["Night Ferry"]


@pytest.mark.parametrize("most", [0, 2_000])
def test_all_words_are_found_however_many_have_the_rarest(client, monkeypatch, most):
    monkeypatch.setattr(texts, "MOST_LISTED", most)
    for title in ("The Silent Lantern", "The Silent Orchard", "The Lantern", "Silent Night"):
        make_film(title)
    assert found(client, "the silent lantern") == ["The Silent Lantern"]
    assert sorted(found(client, "the lantern")) == ["The Lantern", "The Silent Lantern"]
    assert found(client, "silent cinema") == []


def test_company_festival_and_their_films_are_found(client, film):
    SelectionFactory(film=film, edition__festival__name_en="Harbour Days")
    with change(None, "test"):
        company = Company(name="Großfilm Süd", other_names=["GFS"])
        company.save()
        CompanyCredit.objects.create(film=film, company=company, function="world_sales")
    publish(film.record, "en")
    assert found(client, "grossfilm sued", "companies") == ["Großfilm Süd"]
    assert found(client, "gfs") == ["Night Ferry"]
    assert found(client, "harbour", "festivals") == ["Harbour Days"]
    assert found(client, "harbour") == ["Night Ferry"]


def test_coming_screenings_are_found_by_their_place(client, film):
    with change(None, "test"):
        venue = VenueFactory(name="Kino Ømø", city="Kiel")
        for year in (1999, timezone.now().year + 1):
            Screening.objects.create(film=film, venue=venue, local_time=f"{year}-05-01T20:00Z")
    for question in ("kiel", "omo", "ferry kiel"):
        assert found(client, question, "screenings") == ["Night Ferry"]
    assert found(client, "ferry", "screenings") == []


def test_pages_are_found_with_a_piece_of_text(client):
    publish(PageFactory().record, "de")
    [group] = ask(client, "hinsehen", "de").context["groups"]
    assert [hit.note for hit in group.hits] == ["Wir lehren das <mark>Hinsehen</mark>."]


@pytest.mark.parametrize(
    ("question", "language", "titles"),
    [
        ("imprint", "en", ["Imprint"]),
        ("Impressum", "en", ["Imprint"]),
        ("impressum", "de", ["Impressum"]),
        ("datenschutz", "de", ["Datenschutz"]),
        ("accessib", "en", ["Accessibility"]),
        ("imprint ferry", "en", []),
    ],
)
def test_pages_that_the_site_makes_are_found_by_their_names(
    client, film, question, language, titles
):
    assert found(client, question, "pages", language) == titles


def test_imprint_that_somebody_wrote_is_found_once(client):
    page = PageFactory(title_en="Imprint", slug_en="who-we-are", purpose="imprint")
    publish(page.record, "en")
    [hit] = ask(client, "imprint").context["groups"][0].hits
    assert hit.url == "/en/who-we-are/"


def test_titles_come_before_people_and_people_before_texts(client):
    make_film("In prose", synopsis_short_en="Where is Marlene?")
    make_film("Credited", "Marlene Berg")
    make_film("My Marlene")
    make_film("Marlene")
    assert found(client, "marlene") == ["Marlene", "My Marlene", "Credited", "In prose"]


@pytest.mark.parametrize("question", ["Baikomur", "Bajkonur", "Baikonr", "Baiknour"])
def test_slip_in_a_title_is_forgiven_if_nothing_else_is_found(client, question):
    make_film("Baikonur")
    response = ask(client, question)
    assert response.context["is_forgiven"]
    assert found(client, question) == ["Baikonur"]
    assert "Did you mean this?" in response.content.decode()


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("Байконур", "Baikonur"),
        ("lane 4", "Lane Four"),
        ("Bahn vier", "Bahn 4"),
        ("zwölf Tage", "12 Tage"),
        ("weathewoman", "The Weather Woman"),
        ("weatherwoman", "The Weather Woman"),
    ],
)
def test_title_written_otherwise_is_found_if_nothing_else_is(client, question, title):
    make_film(title)
    assert found(client, question) == [title]


@pytest.mark.parametrize("question", ["Munich", "München", "Guest Rossi", "Berlin premiere"])
def test_screenings_are_found_by_city_guests_and_remarks(client, question):
    film = make_film()
    venue = VenueFactory(city="Muenchen", country="DE")
    with change(None, "test"):
        Screening.objects.create(
            film=film, venue=venue, local_time="2099-05-01T20:00Z",
            guests_en="Guest: Ada Rossi", note_en="Berlin premiere",
        )  # fmt: skip
    publish(film.record, "en")
    assert found(client, question, "screenings") == ["Night Ferry"]


@pytest.mark.parametrize(("language", "question"), [("en", "comedy"), ("de", "Komödie")])
def test_film_is_found_by_its_genre(client, language, question):
    film = make_film()
    with change(None, "test"):
        film.genres.add(Genre.objects.get(key="comedy"))
    publish(film.record, "en")
    publish(film.record, "de")
    assert found(client, question, language=language) == ["Night Ferry"]


def test_slip_is_not_forgiven_where_the_word_itself_is_found(client):
    make_film("Baikonur")
    make_film("Baikomur")
    assert found(client, "baikomur") == ["Baikomur"]


def test_it_never_shows_what_is_not_live(client):
    draft = CreditFactory(film=FilmFactory(title_en="Secretum"), person__name="Secretum Berg").film
    gone = make_film("Secretum gone", "Gone Secretum", synopsis_long_en="secretum")
    withdraw(gone.record, "en")
    later = make_film("Fine", "Uno Berg")
    with change(None, "test"):
        later.title_en, later.synopsis_short_en = "Secretum", "Secretum"
        later.save()
        CreditFactory(film=later, person__name="Secretum Hand")
        company = Company(name="Secretum Film")
        company.save()
        CompanyCredit.objects.create(film=later, company=company, function="funder")
        SelectionFactory(film=draft, edition__festival__name_en="Secretum Days")
        PageFactory(title_en="Secretum", body_en="Secretum")
        venue = VenueFactory(name="Secretum Kino")
        Screening.objects.create(film=draft, venue=venue, local_time="2099-01-01T20:00Z")
    publish(later.record, "en", at=timezone.now() + timezone.timedelta(days=3))
    response = ask(client, "secretum")
    assert response.context["groups"] == []
    assert response.content.decode().casefold().count("secretum") == 3  # the question itself


def test_it_finds_people_only_in_languages_that_show_them(client, film):
    assert found(client, "lindqvist", "people", "de") == []


def test_older_texts_are_folded_once(client, film):
    make_film("Die weiße Fähre")
    Publication.objects.update(search_text="die weiße fähre")
    assert fill_search_texts() == 4
    assert fill_search_texts() == 0
    texts = Publication.objects.filter(language="en").values_list("search_text", flat=True)
    assert [text.startswith(MARK) for text in texts] == [True, True]
    assert found(client, "weisse faehre") == ["Die weiße Fähre"]


def test_one_kind_can_be_asked_for(client, film):
    response = ask(client, "lindqvist", **{"in": "people"})
    assert [group.kind for group in response.context["groups"]] == ["people"]
    assert response.context["counts"]["films"] == 1


def test_nothing_found_says_what_was_searched_and_offers_films(client, film):
    response = ask(client, "xyzzy")
    assert [tile.title for tile in response.context["suggested"]] == ["Night Ferry"]
    assert "Nothing was found for “xyzzy”." in response.content.decode()


BEGINS_WITH_A = ["films", "people", "pages"]


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        *(
            (text, [])
            for text in ("", "   ", "\x00", "')--", '" NEAR(', "%", "_", "\\", "😀", "{x}")
        ),
        ("İstanbul" * 50, []),
        ("%(n)s", ["films"]),
        ("a" * 9000, BEGINS_WITH_A),
        ("ä" * 400, BEGINS_WITH_A),
        ("a " * 4000, BEGINS_WITH_A),
    ],
)
def test_it_bears_any_question(client, film, question, kinds):
    assert [group.kind for group in ask(client, question).context["groups"]] == kinds


def test_question_and_content_are_escaped(client):
    make_film("<b>Ferry</b> & Co")
    page = client.get("/en/search/", {"q": "<svg/onload=alert(1)> ferry"}).content.decode()
    assert "<svg/onload" not in page
    page = ask(client, "ferry").content.decode()
    assert "&lt;b&gt;<mark>Ferry</mark>&lt;/b&gt; &amp; Co" in page


def test_results_are_not_for_search_engines(client, film):
    assert '<meta name="robots" content="noindex">' in ask(client, "ferry").content.decode()


def test_search_without_language_leads_to_the_visitors(client):
    response = client.get("/search/?q=ferry", headers={"accept-language": "de"})
    assert response["Location"] == "/de/search/?q=ferry"


@pytest.mark.parametrize("rows", [1, 3])
def test_it_costs_the_same_whatever_it_finds(client, rows):
    for n in range(rows):
        film = make_film(f"Ferry {n}", f"Ferry Berg {n}")
        with change(None, "test"):
            company = Company(name=f"Ferry Film {n}")
            company.save()
            CompanyCredit.objects.create(film=film, company=company, function="funder")
        publish(film.record, "en")
        publish(PageFactory(title_en=f"Ferry {n}").record, "en")
    for question, budget in (("ferry", ONE_WORD_QUERIES), ("ferry berg", TWO_WORD_QUERIES)):
        ask(client, question)
        with CaptureQueriesContext(connection) as queries:
            assert len(found(client, question, "people")) == rows
        assert len(queries) == budget
