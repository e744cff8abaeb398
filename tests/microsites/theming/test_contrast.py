"""What may be saved can be read, and every proposal may be saved."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assets.renditions import Picture
from microsites.sheet.objects import Background
from microsites.theming.checking import find_better, find_mistakes
from microsites.theming.colours import BLACK, WHITE, contrast, luminance, mix
from microsites.theming.look import Look, make_look
from microsites.theming.ready import READY, resolve
from microsites.theming.sheet import make_theme
from microsites.theming.stylesheet import want
from microsites.theming.tokens import colour_tokens

COLOUR = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
OPACITY = st.integers(0, 100)
NAMES = ("background", "surface", "text", "heading", "link", "accent")
THEME = st.fixed_dictionaries(
    {},
    optional={
        **{f"{name}_colour": COLOUR for name in NAMES},
        "surface_opacity": OPACITY,
        "background_image": st.just("0b8f8c1e-0000-4000-8000-000000000000"),
    },
)
# Every third step of each channel: what a picture may show, its extremes among it.
SHADES = (BLACK, "#0000ff", "#00ff00", "#7f7f7f", "#b3402a", "#ff0000", "#ffff00", WHITE)


def grounds(look: Look) -> list[str]:
    """Return colours that may lie under texts: one or more surfaces over what is behind them."""
    found = [look.surface]
    for below in SHADES if look.has_picture else [look.background]:
        for _layer in range(3):
            below = mix(below, look.surface, look.opacity / 100)
            found.append(below)
    return found


def least(look: Look, colour: str) -> float:
    return min(contrast(colour, ground) for ground in grounds(look))


@given(THEME)
def test_accepted_themes_pass_wcag(values):
    theme = {**values, **find_better(resolve(values))}
    assert find_mistakes(theme) == {}
    look = make_look(resolve(theme))
    needed = {"text": 4.5, "link": 4.5, "heading": 3, "accent": 3}
    assert [name for name, ratio in needed.items() if least(look, look[name]) < ratio] == []


@given(THEME)
def test_accepted_themes_are_left_as_they_are(values):
    if not find_mistakes(values):
        assert find_better(resolve(values)) == {}


@given(THEME)
def test_every_theme_that_cannot_be_read_is_refused_at_a_field_that_was_filled_in(values):
    look = make_look(resolve(values))
    mistakes = find_mistakes(values)
    assert set(mistakes) <= set(values)
    if least(look, look.text) < 4.4 or least(look, look.link) < 4.4:
        assert mistakes != {}


@given(THEME)
def test_all_tokens_that_are_read_pass_on_all_that_they_stand_on(values):
    look = make_look({**resolve(values), **find_better(resolve(values))})
    tokens = colour_tokens(look)
    small = ("--ink", "--ink-dim", "--link", "--heading", "--accent")
    assert [name for name in small if least(look, tokens[name]) < 4.5] == []
    assert [name for name in small if contrast(tokens["--raised"], tokens[name]) < 4.5] == []
    assert [n for n in ("--display", "--fill", "--focus") if least(look, tokens[n]) < 3] == []
    on_accent = [contrast(tokens["--on-accent"], tokens[n]) for n in ("--accent", "--fill")]
    assert [ratio for ratio in on_accent if ratio < 4.5] == []
    frame = replace(look, surface=tokens["--frame-solid"])
    assert least(frame, tokens["--on-frame"]) >= 4.5


@given(THEME, COLOUR, st.booleans())
def test_page_with_another_background_can_be_read(values, colour, has_picture):
    theme = make_theme({**values, "background_image": None}, {})

    picture = Picture("0" * 64, 900, 600, is_complete=True) if has_picture else None
    own = Background(colour, picture, "cover")
    look = want(theme, [], own).look
    assert look.failing == []
    assert look.opacity >= theme.opacity
    assert (look.background, look.has_picture) == (colour, has_picture)


def test_white_on_white_is_refused_with_a_grey_that_is_just_dark_enough():
    values = {"surface_colour": "#ffffff", "background_colour": "#ffffff",
              "text_colour": "#eeeeee", "heading_colour": "#000000",
              "link_colour": "#0000cc", "accent_colour": "#0000cc"}  # fmt: skip
    mistakes = find_mistakes(values)
    assert list(mistakes) == ["text_colour"]
    assert mistakes["text_colour"].messages == [
        "Text would stand out from the surface by 1.2 : 1, at least 4.5 : 1 are needed. "
        "The nearest colour that can be read: #767676"
    ]
    assert find_mistakes({**values, "text_colour": "#767676"}) == {}
    assert round(contrast("#767676", "#ffffff"), 1) == 4.5


def test_thin_surface_over_a_picture_is_made_denser():
    values = {**READY["salon"].values, "background_image": "picture", "surface_opacity": 10}
    better = find_better(resolve(values))
    assert list(better) == ["surface_opacity"]
    assert find_mistakes({**values, **better}) == {}
    one_less = {**values, "surface_opacity": better["surface_opacity"] - 1}
    assert find_mistakes(one_less) != {}


def test_look_that_goes_on_reading_keeps_its_hue():
    values = {**READY["confetti"].values, "link_colour": "#ffb3d1"}
    proposal = find_better(resolve(values))["link_colour"]
    red, green, blue = (int(proposal[n : n + 2], 16) for n in (1, 3, 5))
    assert red > blue > green
    assert luminance(proposal) < luminance("#ffb3d1")


def test_colour_of_the_ground_is_blamed_where_the_other_was_not_entered():
    mistakes = find_mistakes({"surface_colour": "#ffffff"})
    assert list(mistakes) == ["surface_colour"]
    assert len(mistakes["surface_colour"].messages) == 4


def test_unknown_font_is_refused_with_the_list():
    message = find_mistakes({"heading_font": "comic"})["heading_font"].messages[0]
    assert message.startswith("There is no font “comic”. There are: house-serif, house-sans, ")
