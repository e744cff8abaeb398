"""The colour that holds a picture's place."""

import re
from pathlib import Path

import pytest
from PIL import Image

from assets.tones import CLEAR, HUES, LIGHTS, find_tone, tone_classes

CSS = Path("static/css/components/picture.css")


@pytest.mark.parametrize(
    ("colour", "tone"),
    [
        ("#000000", "l0"),
        ("#808080", "l2"),
        ("#ffffff", "l4"),
        ("#c02020", "h1l2"),
        ("#20a040", "h5l3"),
        ("#2040c0", "h9l2"),
    ],
)
def test_tone_is_the_hue_and_the_light_of_the_mean(colour, tone):
    assert find_tone(Image.new("RGB", (40, 30), colour)) == tone


def test_tone_of_grey_modes_and_of_halves():
    assert find_tone(Image.new("L", (40, 30), 128)) == "l2"
    halves = Image.new("RGB", (40, 30), "black")
    halves.paste("white", (0, 0, 20, 30))
    assert find_tone(halves) == "l2"


def test_what_shines_through_has_no_tone():
    assert find_tone(Image.new("RGBA", (40, 30), (0, 0, 0, 0))) == CLEAR


@pytest.mark.parametrize(
    ("tone", "classes"),
    [("", ""), ("l2", "tone-l2"), ("h11l0", "tone-l0 tone-h11"), (CLEAR, "tone-clear")],
)
def test_tone_is_a_few_classes(tone, classes):
    assert tone_classes(tone) == classes


def test_stylesheet_knows_every_class():
    known = set(re.findall(r"\.(tone-[a-z0-9]+) \{", CSS.read_text()))
    tones = [f"h{hue}l{light}" for hue in range(HUES) for light in range(LIGHTS)]
    named = {word for tone in [*tones, CLEAR] for word in tone_classes(tone).split()}
    assert named == known | {"tone-h0"}
