"""Quotes from a source: as printed, and not longer than is quoted."""

import pytest

from editorial.publishing import publish
from films.models import Quote
from sources.models import Source
from sources.reading.objects import Fact
from sources.taking.choices import Choice
from sources.taking.quoting import MOST_WORDS
from sources.taking.take import take
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db
SHORT = "A quiet gem, and a funny one."
LONG = " ".join(f"word{number}" for number in range(MOST_WORDS + 1))


@pytest.fixture
def film():
    return FilmFactory(slug_en="ferry")


def quote(film, text, values=None):
    source, _known = Source.objects.get_or_create(title="A review", text=f"{SHORT}\n{LONG}")
    start = source.text.index(text)
    fact = Fact("quotes", {"text": text}, text, start, start + len(text))
    return take(source, film.record, [Choice(fact, values=values)])


def test_a_short_quote_goes_out_as_every_other(client, film):
    assert quote(film, SHORT).refused == []
    publish(film.record, "en")
    assert client.get("/en/ferry/").content.decode().count(SHORT) == 1


def test_a_long_quote_is_refused_until_a_person_shortens_it(film):
    messages = [refused.message for refused in quote(film, LONG).refused]
    assert messages == [
        "The quote has 61 words; at most 60 are quoted. Shorten it, with […] for what is left out."
    ]
    assert Quote.objects.count() == 0
    shortened = "word0 word1 […] word60"
    assert quote(film, LONG, {"text": shortened}).refused == []
    assert Quote.objects.get().text == shortened


def test_words_that_the_source_does_not_have_are_refused(film):
    messages = [one.message for one in quote(film, SHORT, {"text": "A loud gem."}).refused]
    assert messages == ["“loud” does not stand in the original. Only its own words may be shown."]
    assert Quote.objects.count() == 0
