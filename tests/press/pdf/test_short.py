"""The kit on one page."""

from editorial.changes import change
from tests.press.pdf.conftest import read_short, words_of


def test_short_kit_is_one_page_for_each_language(film):
    assert len(read_short(film, "en").pages) == 1
    assert len(read_short(film, "en", "de").pages) == 2


def test_page_holds_the_longest_texts_by_giving_up_what_matters_less(film):
    with change(None, "test"):
        film.title_en = "The Ferry That Never Came " * 7
        film.synopsis_short_en = "She waits and the sea does not care. " * 200
        film.logline_en = "She waits. " * 40
        film.save()
    reader = read_short(film, "en")
    assert len(reader.pages) == 1
    assert words_of(reader).count("The Ferry That Never Came") == 4
