"""Ready themes and copies of looks."""

import itertools

import pytest
from django.utils import translation

from editorial.changes import change
from microsites.models import Theme
from microsites.theming import READY, make_theme
from microsites.theming.checking import find_mistakes
from tests.factories import FilmFactory


@pytest.mark.parametrize("key", READY)
def test_ready_theme_may_be_saved(key):
    assert find_mistakes(READY[key].values) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("key", READY)
def test_ready_theme_fills_every_column_but_the_picture(key):
    film = FilmFactory()
    with change(None, "test"):
        theme = Theme(film=film, **READY[key].values)
        theme.full_clean()
        theme.save()
    fields = {field.name for field in Theme._meta.fields} - {"id", "uuid", "film"}
    assert fields - set(READY[key].values) == {"background_image"}


def test_there_are_six_and_the_house():
    assert next(iter(READY)) == "house"
    assert len(READY) == 7


def test_no_two_of_them_share_fonts_or_form():
    for one, other in itertools.combinations(READY.values(), 2):
        fonts = [(t.values["heading_font"], t.values["body_font"]) for t in (one, other)]
        forms = [
            tuple(t.values[n] for n in ("layout", "navigation", "width")) for t in (one, other)
        ]
        assert fonts[0] != fonts[1]
        assert forms[0] != forms[1]


def test_names_and_hints_are_german_in_german():
    words = [str(text) for t in READY.values() for text in (t.label, t.help)]
    with translation.override("de"):
        german = [str(text) for t in READY.values() for text in (t.label, t.help)]
    same = [word for word, other in zip(words, german, strict=True) if word == other]
    assert set(same) <= {"Orbit", "Salon", "Dossier", "Fjord"}


def test_without_a_row_the_look_is_the_house():
    theme = make_theme(None, {})
    assert (theme.layout, theme.navigation) == ("sections", "bar")
    assert make_theme(READY["house"].values, {}) == theme


def test_row_without_colours_has_those_of_the_house_in_its_own_form():
    theme = make_theme({"layout": "split", "accent_colour": "red"}, {})
    assert (theme.layout, theme.accent) == ("split", READY["house"].values["accent_colour"])
