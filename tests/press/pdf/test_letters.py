"""What the kit's fonts can draw."""

import pytest
import typst

from press.kit.pdf.letters import (
    BASE,
    FONTS,
    MISSING,
    SCRIPTS,
    fit_letters,
    known_by,
    needed_scripts,
)


def test_texts_inside_lists_and_mappings_are_fitted():
    assert fit_letters({"a": ["x\ny", 1, None]}) == {"a": ["x y", 1, None]}


def test_letters_without_a_font_are_marked_and_the_others_kept():
    assert fit_letters("Ёж, Łódź, Ελλάδα, 渡, ក") == f"Ёж, Łódź, Ελλάδα, 渡, {MISSING}"


def test_overrides_and_controls_go_and_direction_marks_stay():
    assert fit_letters("a\u202eb\u200fc\x07é") == "ab\u200fcé"


def test_joined_emoji_stand_beside_each_other():
    assert fit_letters("👩\u200d🚀❤\ufe0f") == "👩🚀❤"


@pytest.mark.parametrize(
    ("text", "scripts"),
    [
        ("Łódź, Ёж and Ελλάδα", ()),
        ("יעל כהן", ("hebrew",)),
        ("محمد علي", ("arabic",)),
        ("सत्यजित রায় தமிழ் తెలుగు മലയാളം ไทย", (
            "devanagari", "bengali", "tamil", "telugu", "malayalam", "thai",
        )),
        ("Սերգեյ სერგო", ("other",)),
        ("山田 太郎, 김민수, とうきょう", ("east",)),
        ("👩 and 渡", ("emoji", "east")),
    ],
)  # fmt: skip
def test_only_scripts_that_a_kit_has_are_loaded(text, scripts):
    assert needed_scripts({"rows": [[text]]}) == scripts


@pytest.mark.parametrize("script", [BASE, *SCRIPTS])
def test_letters_listed_for_a_script_are_drawn_by_its_fonts_alone(script, tmp_path):
    wanted = "".join(map(chr, sorted(known_by(script))))
    names = ("Text", "Sans") if script == BASE else (script.title(),)
    families = ", ".join(f'"Lichtspiel Kit {name}"' for name in names)
    (tmp_path / "letters.txt").write_text(wanted, encoding="utf-8")
    (tmp_path / "all.typ").write_text(
        '#set document(title: "x")\n'
        f'#set text(font: ({families},), fallback: false)\n#read("letters.txt")',
        encoding="utf-8",
    )
    _made, warnings = typst.compile_with_warnings(
        str(tmp_path / "all.typ"),
        font_paths=[str(FONTS / script)],
        ignore_system_fonts=True,
        pdf_standards=["ua-1", "a-2a"],
        timestamp=0,
    )
    assert warnings == []
