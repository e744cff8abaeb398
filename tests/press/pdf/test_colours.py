"""The accent on paper."""

import pytest

from press.kit.pdf.colours import INK, PAPER, contrast, make_palette


@pytest.mark.parametrize("accent", ["#ffff00", "#000080", "#808080", "#ffffff", "#000000"])
def test_every_accent_can_be_read_wherever_it_stands(accent):
    palette = make_palette(accent, "#b8860b")
    pairs = [
        (palette["on_accent"], palette["accent"]),
        (palette["on_paper"], PAPER),
        (palette["on_ink"], INK),
    ]
    assert [round(contrast(*pair), 1) >= 4.4 for pair in pairs] == [True, True, True]


def test_what_is_no_colour_is_replaced():
    assert make_palette("red; }", "#b8860b")["accent"] == "#b8860b"
