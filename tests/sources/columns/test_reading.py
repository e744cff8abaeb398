"""Tables of credits and festivals become facts, no row is lost."""

import pytest
from django.core.exceptions import ValidationError

from sources.columns.guessing import guess_layout
from sources.columns.layout import Layout
from sources.columns.meanings import Meaning
from sources.columns.objects import Why
from sources.columns.reading import read_table

CREDITS = """Funktion;Name;Rolle;Genannt als
Regie;Ada Lindqvist;;
Drehbuch;"Ada Lindqvist; Bo Nyman";;
Darsteller;Cleo Berg;Die Kapitänin;Cléo Berg
Kamera;"Sund, Dora";;
;Emil Holm;;
Regie;Ada Lindqvist;;
;;;
Produktion;Hafenlicht Film GmbH;;
Kamerabühne;;;
"""
FESTIVALS = """Festival,Year,City,Country,Section,Premiere,Award,Result,Comment
"Harbour Days, Kiel",2011,Kiel,Germany,Horizons,World premiere,Audience Award; Jury Prize,won,"sold
out"
Nordic Nights,7.10.2012,Bodø,Norwegen,,,Best Film,nominated,
,2012,Bergen,,,,,,
Sea Week,someday,Riga,,,,,,
=HYPERLINK("x"),2012,,,,,,,
"""


def read(text, layout=None, titles=()):
    done = read_table(text, layout or guess_layout(text), titles)
    assert done.reading.lines_lost() == []
    return done


def credit(role, name, character="", **more):
    return {"role": role, "role_text": "", "name": name, "kind": "person", "other_name": "",
            "character": character} | more  # fmt: skip


def test_a_table_of_credits_becomes_credits_and_companies():
    done = read(CREDITS)
    assert done.reading.of("credits") == [
        credit("director", "Ada Lindqvist"),
        credit("screenplay", "Ada Lindqvist"),
        credit("screenplay", "Bo Nyman"),
        credit("actor", "Cleo Berg", "Die Kapitänin", credited_as="Cléo Berg"),
        credit("cinematography", "Dora Sund"),
        credit("cinematography", "Emil Holm"),
    ]
    firm = {"function": "production_company", "name": "Hafenlicht Film GmbH"}
    assert done.reading.of("companies") == [firm]
    assert [(row.number, row.why) for row in done.unread] == [(7, Why.TWICE), (10, Why.NO_NAME)]


def test_a_role_that_is_carried_on_is_doubtful():
    doubtful = [f.values["name"] for f in read(CREDITS).reading.facts if f.is_doubtful]
    assert doubtful == ["Emil Holm"]


def test_a_table_of_festivals_becomes_selections_and_awards():
    done = read(FESTIVALS)
    assert done.reading.of("selections") == [
        {"festival": "Harbour Days, Kiel", "city": "Kiel", "country": "DE",
         "country_printed": "Germany", "date": "2011", "section": "Horizons",
         "premiere": "world", "note": "sold\nout"},
        {"festival": "Nordic Nights", "city": "Bodø", "country": "NO",
         "country_printed": "Norwegen", "date": "2012-10-07"},
    ]  # fmt: skip
    prizes = [(a["name"], a["year"], a["result"]) for a in done.reading.of("awards")]
    assert prizes == [
        ("Audience Award", 2011, "won"), ("Jury Prize", 2011, "won"),
        ("Best Film", 2012, "nominated"),
    ]  # fmt: skip
    expected = [(4, Why.NO_FESTIVAL), (5, Why.NO_DATE), (6, Why.FORMULA)]
    assert [(row.number, row.why) for row in done.unread] == expected


def test_a_fact_stands_at_its_row_and_is_printed_as_it_is():
    fact = read(CREDITS).reading.facts[0]
    assert (fact.printed, CREDITS[fact.start : fact.end]) == ("Regie;Ada Lindqvist;;",) * 2


def test_rows_of_other_films_are_left_aside():
    text = "Film,Role,Name\nThe Ferry,Director,Ada Lindqvist\nAnother,Director,Bo Nyman\n"
    done = read(text, titles=["Die Fähre", "THE FERRY"])
    assert done.reading.of("credits") == [credit("director", "Ada Lindqvist")]
    assert [(row.number, row.why) for row in done.unread] == [(3, Why.OTHER_FILM)]


def test_first_and_last_names_are_put_together():
    text = "Vorname,Name,Tätigkeit\nAda,Lindqvist,Regie\n"
    assert read(text).reading.of("credits") == [credit("director", "Ada Lindqvist")]


def test_a_column_of_order_orders_the_cast():
    text = "No,Name,Character\n2,Bo Nyman,Cook\n10,Cleo Berg,Guest\n1,Ada Lindqvist,Captain\n"
    names = [values["name"] for values in read(text).reading.of("credits")]
    assert names == ["Ada Lindqvist", "Bo Nyman", "Cleo Berg"]


def test_without_headers_columns_are_known_by_what_stands_in_them():
    layout = guess_layout("Regie\tAda Lindqvist\nKamera\tBo Nyman\n")
    assert (layout.has_header, layout.meanings) == (False, (Meaning.ROLE, Meaning.NAME))
    layout = guess_layout("Filmfest Kiel;Germany;2010\nSea Film Festival;Norway;2011\n")
    assert layout.meanings == (Meaning.FESTIVAL, Meaning.COUNTRY, Meaning.DATE)


def test_doubled_and_empty_headers_are_no_hindrance():
    layout = guess_layout("Name,Name,,Role\nAda Lindqvist,x,y,Director\n")
    assert layout.meanings == (Meaning.NAME, Meaning.NOTHING, Meaning.NOTHING, Meaning.ROLE)


def test_rows_of_any_length_are_read():
    text = "Role,Name\nDirector\nEditing,Bo Nyman,more,and more\n"
    assert read(text).reading.of("credits") == [credit("editing", "Bo Nyman")]


def test_a_sign_before_a_formula_is_taken_off_again():
    text = "Role,Name,Character\nCast,Ada Lindqvist,'=One\n"
    assert read(text).reading.of("credits") == [credit("actor", "Ada Lindqvist", "=One")]


@pytest.mark.parametrize(
    "text",
    ["a,b\n" * 100_000, ",".join("abc") + ",x" * 200 + "\n1,2\n"],
    ids=["100,000 rows", "200 columns"],
)
def test_what_is_larger_than_any_film_is_refused_in_words(text):
    with pytest.raises(ValidationError):
        guess_layout(text)


@pytest.mark.parametrize(
    "meanings",
    [(), (Meaning.NAME,), (Meaning.ROLE,), (Meaning.FESTIVAL, Meaning.NAME),
     (Meaning.NAME, Meaning.NAME, Meaning.ROLE)],
)  # fmt: skip
def test_columns_that_say_too_little_are_refused(meanings):
    with pytest.raises(ValidationError):
        Layout(",", True, meanings).check()
