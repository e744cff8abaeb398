"""Pages of people: who has one, what stands there, what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.changes import change
from editorial.publishing import publish
from films.models import Award
from people.models import Depiction, Role
from tests.factories import CreditFactory, FilmFactory, PersonFactory, make_image, place

pytestmark = pytest.mark.django_db
PERSON_QUERIES = 17


def credited(person, role="director", **facts):
    """Return a live film with this credit."""
    film = FilmFactory(year=facts.pop("year", 2011))
    CreditFactory(film=film, person=person, role=Role.objects.get(key=role), **facts)
    publish(film.record, "en")
    publish(film.record, "de")
    return film


def page(client, person, language="en"):
    response = client.get(f"/{language}/people/{person.key}/")
    assert response.status_code == 200
    return response


def test_person_with_nothing_but_a_film_has_a_page_without_a_frame(client):
    person = PersonFactory(name="Ada Lindqvist")
    film = credited(person)
    text = page(client, person).content.decode()
    assert (film.title_en in text, "person__portrait" in text, "<dl" in text) == (
        True,
        False,
        False,
    )


def test_roles_have_the_form_that_fits_the_person(client):
    person = PersonFactory(word_form="f")
    credited(person, "cinematography")
    assert page(client, person, "de").context["filmography"][0].roles == ("Kamerafrau",)


def test_character_stands_for_the_role_of_the_cast(client):
    person = PersonFactory()
    credited(person, "actor", character_en="The captain", character_de="Die Kapitänin")
    assert '<p class="tile__done">as The captain</p>' in page(client, person).content.decode()
    german = page(client, person, "de").content.decode()
    assert '<p class="tile__done">als Die Kapitänin</p>' in german


def test_character_falls_back_to_a_language_that_is_live(client):
    person = PersonFactory()
    credited(person, "actor", character_en="The captain")
    [character] = page(client, person, "de").context["filmography"][0].characters
    assert (character.value, character.language, character.is_foreign) == (
        "The captain",
        "en",
        True,
    )


def test_role_as_printed_is_shown_where_no_role_fits(client):
    person = PersonFactory()
    film = FilmFactory()
    CreditFactory(film=film, person=person, role=None, role_text_en="Keeper of the camels")
    publish(film.record, "en")
    assert page(client, person).context["filmography"][0].roles == ("Keeper of the camels",)


def test_name_in_the_credits_is_shown_if_it_is_another(client):
    person = PersonFactory(name="Ada Lindqvist")
    credited(person, credited_as="A. Lindqvist", year=2012)
    credited(person, credited_as="Ada Lindqvist", year=2011)
    entries = page(client, person).context["filmography"]
    assert [entry.credited_as for entry in entries] == [("A. Lindqvist",), ()]


def test_names_in_other_scripts_are_marked_and_mere_spellings_left_out(client):
    person = PersonFactory(name="Jörg Weiß")
    credited(person)
    with change(None, "test"):
        for name, kind in (
            ("Йорг Вайс", "script"),
            ("Joerg Weiss", "other"),
            ("Jorge Blanco", "stage"),
            ("Jork Weis", "misspelling"),
            ("Jörg Maria Weiß", "legal"),
        ):
            person.names.create(name=name, kind=kind)
    names = page(client, person).context["names"]
    assert [(name.name, name.mark) for name in names.in_scripts] == [("Йорг Вайс", "und-Cyrl")]
    assert [name.name for name in names.others] == ["Jorge Blanco"]


def test_awards_that_the_person_received_are_told_with_their_film(client):
    person = PersonFactory()
    film = FilmFactory(title_en="Night Ferry")
    CreditFactory(film=film, person=person)
    with change(None, "test"):
        Award.objects.create(film=film, name_en="Best Actress", year=2012, recipient=person)
        Award.objects.create(film=film, name_en="Best Film", year=2012)
    publish(film.record, "en")
    text = page(client, person).content.decode()
    assert ("Best Actress" in text, "for “Night Ferry”" in text, "Best Film" in text) == (
        True,
        True,
        False,
    )


def test_stills_with_the_person_come_from_live_films_only(client):
    person = PersonFactory()
    film = FilmFactory()
    CreditFactory(film=film, person=person)
    shown, hidden = make_image(), make_image(colour=(9, 9, 9))
    place(film, shown)
    place(FilmFactory(), hidden)
    with change(None, "test"):
        for image in (shown, hidden):
            Depiction.objects.create(image=image, person=person)
    publish(film.record, "en")
    assert [still.image for still in page(client, person).context["stills"]] == [shown]


def test_person_of_a_draft_has_no_page(client):
    person = CreditFactory().person
    assert client.get(f"/en/people/{person.key}/").status_code == 404


def test_person_has_a_page_only_in_languages_of_live_films(client):
    person = PersonFactory()
    film = FilmFactory()
    CreditFactory(film=film, person=person)
    publish(film.record, "en")
    assert client.get(f"/de/people/{person.key}/").status_code == 404
    assert [item.code for item in page(client, person).context["switcher"]] == ["en"]


def test_many_films_stand_as_rows_newest_first(client):
    person = PersonFactory()
    for year in range(1981, 2021):
        credited(person, year=year)
    response = page(client, person)
    years = [entry.tile.year for entry in response.context["filmography"]]
    assert years == sorted(range(1981, 2021), reverse=True)
    assert response.content.decode().count('class="film-row"') == 40


@pytest.mark.parametrize("rows", [1, 3])
def test_page_costs_the_same_whatever_its_rows(client, rows):
    person = PersonFactory()
    for n in range(rows):
        film = credited(person)
        image = make_image(colour=(n * 9, 50, rows))
        place(film, image)
        with change(None, "test"):
            Depiction.objects.create(image=image, person=person)
            Award.objects.create(film=film, name_en=f"Prize {n}", recipient=person)
            person.names.create(name=f"Ада {n}", kind="script")
        publish(film.record, "en")
    page(client, person)
    with CaptureQueriesContext(connection) as queries:
        response = page(client, person)
    assert len(response.context["stills"]) == rows
    assert len(queries) == PERSON_QUERIES
