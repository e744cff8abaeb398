"""The three tables: what stands in each row, in both languages, and what they cost."""

from datetime import date

import pytest
from django.utils import translation

from desk.data_out.choosing import chosen_films
from desk.data_out.tables import TABLES
from films.models import Film
from tests.desk.data_out.world import LEAKS, make_ferry
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


def rows_of(key: str, language: str = "en", films: str = "all") -> list[dict]:
    """Return the rows of a table by heading."""
    table = TABLES[key]
    with translation.override(language):
        names = [column.name for column in table.columns()]
        assert len(set(names)) == len(names)
        return [
            dict(zip(names, row, strict=True)) for row in table.rows(chosen_films(films), language)
        ]


def told(row: dict) -> dict:
    return {name: value for name, value in row.items() if value not in ("", None)}


def test_film_has_its_facts_in_one_row():
    make_ferry()
    (row,) = rows_of("films")
    assert told(row) == {
        "Key": "ferry", "Title (English)": "The Ferry", "Title (German)": "Die Fähre",
        "Original title": "Паром", "Category": "Feature film", "State of production": "Finished",
        "Year": 2011, "Runtime in minutes": 95.5, "Runtime in seconds": 5730,
        "Country codes": "DE, KZ", "Countries": "Germany; Kazakhstan", "Director": "Ada Lindqvist",
        "Dialogue": "Russian; Kazakh", "Format": "35 mm", "Colour": "Colour",
        "Production company": "Nord & Söhne", "IMDb": "tt1512792",
        "State (English)": "live, changed", "State (German)": "draft",
    }  # fmt: skip


def test_words_of_a_film_are_german_on_demand():
    make_ferry()
    (row,) = rows_of("films", "de")
    assert told(row) == {
        "Schlüssel": "ferry", "Titel (Englisch)": "The Ferry", "Titel (Deutsch)": "Die Fähre",
        "Originaltitel": "Паром", "Kategorie": "Spielfilm", "Produktionsstand": "Fertiggestellt",
        "Jahr": 2011, "Laufzeit in Minuten": 95.5, "Laufzeit in Sekunden": 5730,
        "Ländercodes": "DE, KZ", "Länder": "Deutschland; Kasachstan", "Regie": "Ada Lindqvist",
        "Dialog": "Russisch; Kasachisch", "Format": "35 mm", "Farbe": "Farbe",
        "Produktionsfirma": "Nord & Söhne", "IMDb": "tt1512792",
        "Stand (Englisch)": "online, geändert", "Stand (Deutsch)": "Entwurf",
    }  # fmt: skip


def test_credits_stand_in_the_order_of_the_desk():
    make_ferry()
    assert [told(row) for row in rows_of("credits")] == [
        {"Key": "ferry", "Film": "The Ferry", "Order": 1, "Role key": "director",
         "Role": "Director", "Name": "Ada Lindqvist",
         "Sort name": "Lindqvist, Ada", "Kind": "person", "Credited as": "A. Lindqvist",
         "Department": "Direction"},
        {"Key": "ferry", "Film": "The Ferry", "Order": 2, "Role key": "actor",
         "Role": "Cast", "Name": "Sailors; of Kiel", "Kind": "group",
         "Character": "=1+1", "Lead": "yes", "Department": "Cast"},
    ]  # fmt: skip


def test_roles_are_named_as_fits_the_person():
    make_ferry()
    assert rows_of("credits", "de")[0]["Aufgabe"] == "Regisseurin"


def test_selection_has_a_row_for_each_award_and_awards_beside_have_theirs():
    make_ferry()
    shown = {
        "Key": "ferry", "Film": "The Ferry", "Festival": "Harbour Days", "Year": 2012,
        "City": "Rostock", "Country code": "DE", "Country": "Germany", "Section": "Competition",
        "Premiere": "World premiere", "Date": date(2012, 2, 29),
    }  # fmt: skip
    assert [told(row) for row in rows_of("festivals")] == [
        shown | {"Award": "Silver Wave", "Result": "Won", "Recipient": "Ada Lindqvist"},
        shown | {"Award": "Best Sound", "Result": "Nominated"},
        {"Key": "ferry", "Film": "The Ferry", "Year": 2013, "Award": "Grand Prize",
         "Result": "Won", "Awarded by": "Academy"},
    ]  # fmt: skip


def test_films_are_chosen_by_state_and_by_number():
    live, draft = make_ferry(), FilmFactory(key="draft")
    assert [row["Key"] for row in rows_of("films")] == ["draft", "ferry"]
    assert [row["Key"] for row in rows_of("films", films="live")] == ["ferry"]
    assert [row["Key"] for row in rows_of("films", films=f"{draft.pk},0,x")] == ["draft"]
    assert {row["Key"] for row in rows_of("credits", films=str(live.pk))} == {"ferry"}


@pytest.mark.parametrize("key", TABLES)
def test_no_table_has_internal_notes_or_claims(key):
    make_ferry()
    text = str(rows_of(key))
    assert [word for word in LEAKS if word in text] == []


def test_empty_film_has_empty_cells():
    film = FilmFactory(key="empty", title_de="", year=None)
    Film.objects.filter(pk=film.pk).exists()
    (row,) = rows_of("films")
    assert told(row)["Key"] == "empty"
    assert (row["Year"], row["Runtime in minutes"], row["Director"]) == (None, None, "")


COST = {"films": 13, "credits": 3, "festivals": 4}


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("key", COST)
def test_more_films_cost_no_more_queries(key, count, django_assert_num_queries):
    for number in range(count):
        make_ferry(f"ferry-{number}")
    with django_assert_num_queries(COST[key]):
        rows_of(key)
