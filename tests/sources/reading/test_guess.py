"""What a text says of itself, and that nothing is made up."""

import pytest

from sources.reading.guess import FIELDS, guess_language, guess_source
from tests.sources.reading.records import load_records

TOLD = [record for record in load_records() if record.source]


@pytest.mark.parametrize("record", TOLD, ids=lambda record: record.name)
def test_texts_say_where_they_stood(record):
    guessed = guess_source(record.text)
    assert {name: guessed[name] for name in record.source} == record.source


@pytest.mark.parametrize("text", ["", "\n\n", "???", "Hello", "1 2 3\n4 5 6", "\0\ud800"])
def test_a_text_that_says_nothing_of_itself_gives_nothing(text):
    assert guess_source(text) == dict.fromkeys(FIELDS, "")


def test_address_and_label_are_taken():
    text = "https://papers.example/ferry\nSource: Harbour Post\nAuthor: Ida Berg\n2016-09-09\n"
    guessed = guess_source(text)
    assert (guessed["url"], guessed["medium"]) == ("https://papers.example/ferry", "Harbour Post")
    assert (guessed["author"], guessed["date"]) == ("Ida Berg", "2016-09-09")


def test_makers_of_a_film_are_no_authors():
    text = "The Night Ferry\nDirected by Nino Beridze\nA film by Nino Beridze\n"
    assert guess_source(text)["author"] == ""


def test_language_is_told_by_its_small_words():
    assert guess_language("Der Film ist ein Fest für die Augen, und das ist nicht wenig.") == "de"
    assert guess_language("Credits: Ana Sol, Leo Marr") == ""
