"""An interview: questions, answers, what stands before them."""

import pytest

from tests.factories import FilmFactory
from tests.microsites.blocks.shown import show, words, write
from tests.microsites.making import add_block, add_page

pytestmark = pytest.mark.django_db


def test_interview_without_entries_leaves_no_trace():
    film = FilmFactory()
    add_block(
        add_page(film), "interview", text_en="Alone.", entries=({"url": "https://a.example/"},)
    )
    assert show(film, "interview") is None


def test_questions_stand_before_their_answers():
    film = FilmFactory()
    turns = (
        {
            "title_en": "Why a ferry?",
            "text_en": "It *waits*.",
            "title_de": "Warum?",
            "text_de": "Ja.",
        },
        {"text_en": "And it leaves."},
    )
    add_block(add_page(film), "interview", text_en="By Bo Rask.", entries=turns)
    assert words(write(film, "interview")) == ("By Bo Rask. Why a ferry? It waits . And it leaves.")


def test_answer_in_another_language_is_marked():
    film = FilmFactory()
    turns = ({"title_de": "Warum?", "text_de": "Darum."},)
    add_block(add_page(film), "interview", entries=turns)
    html = write(film, "interview")
    assert '<h3 class="interview__question" lang="de">Warum?</h3>' in html
    assert html.count('lang="de"') == 2
