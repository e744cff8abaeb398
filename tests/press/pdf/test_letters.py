"""What the kit's fonts can draw."""

from press.kit.pdf.letters import MISSING, fit_letters


def test_texts_inside_lists_and_mappings_are_fitted():
    assert fit_letters({"a": ["x\ny", 1, None]}) == {"a": ["x y", 1, None]}


def test_letters_without_a_font_are_marked_and_the_others_kept():
    assert fit_letters("Ёж, Łódź, Ελλάδα, 渡") == f"Ёж, Łódź, Ελλάδα, {MISSING}"


def test_overrides_and_controls_go_and_direction_marks_stay():
    assert fit_letters("a\u202eb\u200fc\x07é") == "ab\u200fcé"


def test_joined_emoji_stand_beside_each_other():
    assert fit_letters("👩\u200d🚀❤\ufe0f") == "👩🚀❤"
