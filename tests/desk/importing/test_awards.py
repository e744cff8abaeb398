import pytest

from desk.importing.awards import AwardLine, read_award


def line_of(value):
    (line,) = read_award(value)
    return line


@pytest.mark.parametrize(
    ("value", "name", "body", "year"),
    [
        ({"Tide Festival": "Jury Prize"}, "Jury Prize", "Tide Festival", None),
        ({"Tide Festival 2008": "Jury Prize"}, "Jury Prize", "Tide Festival", 2008),
        ("Tide Festival: Jury Prize", "Jury Prize", "Tide Festival", None),
        ("Audience award, Bremen 1995", "Audience award", "Bremen", 1995),
        ("1st Prize, Bremen", "1st Prize", "Bremen", None),
        ("1. Preis, Bremen", "1. Preis", "Bremen", None),
        ("Anna-Ufer-Preis 2005", "Anna-Ufer-Preis", "", 2005),
        ("Deutscher Kurzpreis in Silber", "Deutscher Kurzpreis in Silber", "", None),
        ({"name": "Jury Prize", "festival": "Tide", "year": "2001"}, "Jury Prize", "Tide", 2001),
    ],
)
def test_prizes_have_name_body_and_year(value, name, body, year):
    line = line_of(value)

    assert (line.kind, line.name, line.body, line.year) == ("award", name, body, year)
    assert line.result == "won"


@pytest.mark.parametrize(
    ("value", "festival", "section", "premiere", "year"),
    [
        ({"Tide Festival": "World Premiere"}, "Tide Festival", "", "world", None),
        ({"Tide Festival": "Weltpremiere"}, "Tide Festival", "", "world", None),
        ({"Tide": "International Premiere 2011"}, "Tide", "", "international", 2011),
        ("World premiere, Tide Festival 2011", "Tide Festival", "", "world", 2011),
        ("World premiere at the Tide Festival", "Tide Festival", "", "world", None),
        ("Uraufführung beim Tide Festival", "Tide Festival", "", "world", None),
        ("Official closing film, Venice", "Venice", "Official closing film", "", None),
        ("Offizieller Abschlussfilm, Venedig", "Venedig", "Offizieller Abschlussfilm", "", None),
        ({"Venice": "Opening film"}, "Venice", "Opening film", "", None),
    ],
)
def test_premieres_and_closing_films_are_selections(value, festival, section, premiere, year):
    line = line_of(value)

    assert (line.kind, line.body, line.name) == ("selection", festival, section)
    assert (line.premiere, line.year) == (premiere, year)


@pytest.mark.parametrize(
    "text",
    [
        "32 awards",
        "32 Preise",
        "more than 30 festivals",
        "The film was honoured many times and shown by twenty stations.",
        "Der Film wurde mehrfach ausgezeichnet und in zwanzig Ländern gezeigt.",
    ],
)
def test_tallies_and_prose_are_notes(text):
    assert line_of(text) == AwardLine("note", text)


def test_a_line_that_no_rule_knows_is_a_doubtful_note():
    assert line_of("Tide Festival 2008") == AwardLine(
        "note", "Tide Festival 2008", is_doubtful=True
    )


def test_a_mention_and_a_nomination_are_no_prizes_won():
    assert line_of({"Tide": "Special Mention"}).result == "mention"
    assert line_of("Nomination for the Golden Wave, Bremen").result == "nominated"


def test_several_prizes_of_one_festival_are_several_lines():
    names = [line.name for line in read_award({"Tide": ["Jury Prize", "Best Film"]})]

    assert names == ["Jury Prize", "Best Film"]


@pytest.mark.parametrize("value", [None, "", ["a"], {"Tide": {"a": "b"}}, {"name": ["x"]}])
def test_other_shapes_are_no_award(value):
    assert read_award(value) == ()
