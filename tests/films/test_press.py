"""Quotes: the rule of shortening, the checklist, and what the page shows of them."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from editorial.changes import change
from editorial.documents import document_of
from editorial.publishing import publish
from editorial.publishing.errors import Blocked
from films.checklist import film_checklist
from films.models import PressItem, Quote
from films.sheet import desk_sheet
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db
WORDS = "Un film qui écoute, et qui se tait quand il le faut."


def quoted(language="fr", **facts):
    film = FilmFactory()
    with change(None, "test"):
        item = PressItem.objects.create(
            film=film, title="Écouter", outlet="Revue", language=language
        )
        Quote.objects.create(press_item=item, **{"text": WORDS, **facts})
    return film


def shown(film, language):
    return desk_sheet(film.record, language).quotes[0]


def test_shortened_words_are_tidied_and_held_to_the_original():
    quote = Quote(text=WORDS, abridged="Un film … qui se tait.")
    quote.clean()
    assert quote.abridged == "Un film […] qui se tait."
    quote.abridged = "Un grand film"
    with translation.override("de"), pytest.raises(ValidationError) as error:
        quote.clean()
    assert error.value.message_dict == {
        "abridged": ["„grand“ steht nicht im Original. Gezeigt werden darf nur, was dort steht."]
    }


def test_false_quote_keeps_a_film_from_going_live():
    film = quoted(abridged="Un grand film")
    findings = film_checklist(document_of(film.record), "en")
    assert [f.field for f in findings if f.is_blocking] == ["press_items"]
    with pytest.raises(Blocked):
        publish(film.record, "en")


def test_whole_quote_in_a_foreign_language_is_marked_with_it():
    quote = shown(quoted(), "en")
    assert (quote.shown.value, quote.shown.language, quote.is_translated) == (WORDS, "fr", False)
    assert not quote.original


def test_shortened_quote_keeps_the_whole_at_hand():
    quote = shown(quoted(abridged="Un film […] qui se tait."), "de")
    assert quote.shown.value == "Un film […] qui se tait."
    assert quote.original.value == WORDS


@pytest.mark.parametrize(
    ("language", "words", "source"),
    [("en", "A film that listens.", "French"), ("de", "Ein Film, der zuhört.", "Französischen")],
)
def test_translation_is_shown_with_the_language_it_comes_from(language, words, source):
    film = quoted(translation_en="A film that listens.", translation_de="Ein Film, der zuhört.")
    quote = shown(film, language)
    assert (quote.shown.value, quote.shown.language) == (words, language)
    assert (quote.translated_from, quote.original.value) == (source, WORDS)


def test_readers_of_the_original_language_get_the_original():
    quote = shown(quoted("de", translation_de="Nicht nötig."), "de")
    assert (quote.shown.value, quote.is_translated) == (WORDS, False)


def test_article_without_a_quote_is_named_and_page_tells_provenance(client):
    film = quoted(translation_en="A film that listens.")
    with change(None, "test"):
        PressItem.objects.create(film=film, title="Quiet water", outlet="Hafenbote", language="en")
    publish(film.record, "en")
    response = client.get(f"/en/{film.slug_en}/")
    assert [a.outlet for a in response.context["film"].articles] == ["Hafenbote"]
    page = response.content.decode()
    assert page.count("translated from the French") == 1
    assert page.count(f'<blockquote class="quote__words" lang="fr">{WORDS}</blockquote>') == 1


def test_words_of_an_interview_are_not_the_interviewers(client):
    film = quoted()
    with change(None, "test"):
        PressItem.objects.update(kind="interview", author="Jan Kok")
    publish(film.record, "en")
    page = client.get(f"/en/{film.slug_en}/").content.decode()
    assert page.count("<span>from an interview by Jan Kok</span>") == 1
    assert page.count("<span>Jan Kok</span>") == 0


def test_quotes_that_stand_out_come_first():
    film = quoted()
    with change(None, "test"):
        Quote.objects.create(press_item=PressItem.objects.get(), text="Grand.", is_featured=True)
    assert [q.is_featured for q in desk_sheet(film.record, "en").quotes] == [True, False]
