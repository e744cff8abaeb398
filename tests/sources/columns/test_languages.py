import pytest

from sources.columns.languages import guess_table_language
from sources.models import Source
from sources.taking.texts import keep_source


@pytest.mark.parametrize(
    ("headers", "language"),
    [
        ("Festival,Ort,Jahr,Reihe", "de"),
        ("Festival;City;Year;Section", "en"),
        ("Film,Festival,Premiere", ""),
    ],
)
def test_language_of_a_table_is_that_of_its_headers(headers, language):
    assert guess_table_language(f"{headers}\nRiga,Riga,2015\n") == language


@pytest.mark.django_db
def test_source_keeps_the_language_that_it_is_given():
    text = "Festival,Ort,Jahr\nRiga Light,Riga,2015\n"
    said = keep_source(text + " ", {"title": "Fr", "kind": "table", "language": "fr"})
    assert said.language == "fr"
    Source.objects.all().delete()
    assert keep_source(text, {"title": "De", "kind": "table"}).language == "de"


@pytest.mark.django_db
def test_language_of_a_text_is_guessed():
    text = "Der Film ist mit dem Preis für die Musik und das Licht nicht auf dem Fest."
    assert keep_source(text, {"title": "Text"}).language == "de"
