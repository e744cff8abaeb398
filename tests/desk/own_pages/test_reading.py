"""Own pages as sources: every fact at its place, no line lost."""

import pytest

from desk.own_pages.reading import is_own_page, language_of, read_own_page
from sources.reading.objects import Aside

PAGE = """---
title: Salt Lantern
language: en
release_year: 2014
duration: 88 minutes
country: Germany / Finland
director: Mira Altweg
technical_specs: 35 mm, Color, hand-made
crew:
  - role: Director
    name: Mira Altweg
  - role: Screenplay
    name: Mira Altweg, Andrej Petrenko
  - role: Production
    name: Kivi Pictures GmbH
cast:
  - Tamas Lindgren as Anton
awards:
  - Riga Festival: Best Film
poster_image: poster.jpg
external_links:
  - name: Site
    url: /en/salt-lantern/microsite/
  - name: Watch at home
    url: https://watch.example.org/salt
full_video_url: https://watch.example.org/all
---
The lake has been gone for thirty years.
"""


def said(reading, part):
    return [fact.values for fact in reading.facts if fact.part == part]


def test_reading_gives_the_facts_of_the_record():
    reading = read_own_page(PAGE, "salt-lantern")
    assert said(reading, "facts") == [{"year": 2014}]
    assert said(reading, "countries") == [{"codes": ["DE", "FI"]}]
    assert said(reading, "versions") == [
        {"runtime_seconds": 5280},
        {"format": "35 mm"},
        {"colour": "colour"},
        {"note": "hand-made"},
    ]
    assert said(reading, "texts") == [
        {"language": "en", "field": "title", "text": "Salt Lantern"},
        {
            "language": "en",
            "field": "synopsis_long",
            "text": "The lake has been gone for thirty years.",
        },
    ]
    assert [(row["function"], row["name"]) for row in said(reading, "companies")] == [
        ("production_company", "Kivi Pictures GmbH")
    ]
    assert [(row["name"], row["body"]) for row in said(reading, "awards")] == [
        ("Best Film", "Riga Festival")
    ]


def test_director_is_credited_once():
    found = said(read_own_page(PAGE, "salt-lantern"), "credits")
    assert [(row["role"], row["name"], row["character"]) for row in found] == [
        ("director", "Mira Altweg", ""),
        ("screenplay", "Mira Altweg", ""),
        ("screenplay", "Andrej Petrenko", ""),
        ("actor", "Tamas Lindgren", "Anton"),
    ]


def test_own_microsite_is_no_link():
    reading = read_own_page(PAGE, "salt-lantern")
    assert [(row["url"], row["kind"]) for row in said(reading, "links")] == [
        ("https://watch.example.org/salt", "watch"),
        ("https://watch.example.org/all", "watch"),
    ]
    own = [left for left in reading.left if left.reason is Aside.OWN_MICROSITE]
    assert [PAGE[left.start : left.end] for left in own] == ["url: /en/salt-lantern/microsite/"]


def test_pictures_are_left_to_the_folder():
    reading = read_own_page(PAGE, "salt-lantern")
    left = [one for one in reading.left if one.reason is Aside.FOLDER]
    assert [PAGE[one.start : one.end] for one in left] == ["poster_image: poster.jpg"]


@pytest.mark.parametrize("text", [PAGE, "\ufeff" + PAGE, PAGE.replace("\n", "\r\n")])
def test_places_are_those_of_the_text_and_no_line_is_lost(text):
    reading = read_own_page(text, "salt-lantern")
    assert reading.lines_lost() == []
    assert all(text[fact.start : fact.end] == fact.printed for fact in reading.facts)
    year = next(fact for fact in reading.facts if fact.values == {"year": 2014})
    assert year.printed == "release_year: 2014"


def test_language_of_the_page_counts_before_what_was_told():
    assert language_of(PAGE) == "en"
    assert said(read_own_page(PAGE, "salt-lantern", "de"), "texts")[0]["language"] == "en"
    without = PAGE.replace("language: en\n", "")
    assert said(read_own_page(without, "salt-lantern", "de"), "texts")[0]["language"] == "de"


@pytest.mark.parametrize(
    "text",
    ["", "Directed by: X", "---\nfoo: bar\n---\n", "---\ntitle: X\n", "---\ntitle: [\n---\n"],
)
def test_other_texts_are_no_own_pages(text):
    assert not is_own_page(text)
    assert is_own_page(PAGE)
