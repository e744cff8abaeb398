"""The full kit: structure, languages, order of reading, the same bytes on every day."""

from datetime import UTC, datetime

import pytest

from editorial.changes import change
from press.kit.contents import desk_contents
from press.kit.pdf.compiling import NotSet, compile_pdf
from press.kit.pdf.setting import set_frame
from tests.press.pdf.conftest import kit_bytes, read_kit, words_of

HOSTILE = (
    '#import "x": *; *bold* _under_ $x^2$ @ref <label> \\u{41} // no comment',
    "=cmd|' /C calc'!A0 & <b>&amp;</b>",
    "W" * 300,
)


def edit(film, **facts):
    with change(None, "test"):
        for name, value in facts.items():
            setattr(film, name, value)
        film.save()


def headings(reader):
    def flat(items):
        for item in items:
            if isinstance(item, list):
                yield from flat(item)
            else:
                yield item.title

    return list(flat(reader.outline))


def test_kit_is_tagged_archival_and_in_its_language(film):
    reader = read_kit(film, "de")
    catalogue = reader.trailer["/Root"]
    assert catalogue["/Lang"] == "de"
    assert catalogue["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalogue
    raw = catalogue["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in raw
    assert "<pdfaid:part>2</pdfaid:part>" in raw
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in raw
    assert reader.metadata.title == "Die Fähre – Presseheft"


def test_every_font_is_embedded(film):
    fonts = [
        font.get_object()
        for page in read_kit(film).pages
        for font in page["/Resources"].get("/Font", {}).values()
    ]
    descriptors = [
        font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts
    ]
    assert descriptors
    assert all({"/FontFile2", "/FontFile3"} & set(descriptor) for descriptor in descriptors)


def test_sections_stand_in_the_order_of_the_trade_and_empty_ones_leave_no_trace(film):
    assert headings(read_kit(film)) == [
        "Contacts", "At a glance", "Synopsis", "Later", "Pictures", "Rights",
    ]  # fmt: skip


def test_text_is_extracted_in_the_order_of_reading(film):
    words = words_of(read_kit(film))
    wanted = [
        "Press kit", "The Ferry", "Contacts", "At a glance", "A ferry sails.", "First she waits.",
        "Later", "Then she sails.", "Dawn", "Jaan Tamm", "Rights",
    ]  # fmt: skip
    places = [words.index(part) for part in wanted]
    assert places == sorted(places)


def test_second_language_follows_and_pictures_stand_once(film):
    reader = read_kit(film, "de", "en")
    found = headings(reader)
    assert [word for word in found if word in ("Deutsch", "English", "Bilder / Pictures")] == [
        "Deutsch", "English", "Bilder / Pictures",
    ]  # fmt: skip
    words = words_of(reader)
    assert words.index("Eine Fähre fährt.") < words.index("A ferry sails.")


def test_equal_contents_give_equal_bytes(film):
    moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
    first = kit_bytes(film, as_of=moment)
    assert kit_bytes(film, as_of=moment) == first
    edit(film, year=1999)
    assert kit_bytes(film, as_of=moment) != first


def test_date_of_the_document_is_that_of_the_contents(film):
    reader = read_kit(film, as_of=datetime(2026, 3, 1, 12, tzinfo=UTC))
    assert reader.metadata.creation_date == datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_a_title_comes_out_as_plain_text(film, text):
    edit(film, title_en=text[:200], logline_en=text)
    words = words_of(read_kit(film)).replace(" ", "")
    assert text.replace(" ", "") in words


def test_marks_emoji_and_other_scripts_are_printed_or_marked_as_missing(film):
    edit(film, title_en="Ferry \u202e\u200f 👩‍🚀 Паром 渡し船 កខគ")
    words = words_of(read_kit(film))
    assert "Паром 渡し船" in words
    assert "👩🚀" in words
    assert "\u202e" not in words
    assert "\ufffd" * 3 in words


def test_draft_says_so_on_every_page_and_nothing_else_does(film):
    def drafts(reader):
        return ["Draft, not for publication" in page.extract_text() for page in reader.pages]

    assert set(drafts(read_kit(film, is_draft=True))) == {True}
    assert set(drafts(read_kit(film))) == {False}


def test_warning_of_the_typesetter_is_an_error(film, tmp_path, monkeypatch):
    (tmp_path / "bad.typ").write_text(
        '#set document(title: "x")\n#set text(font: "No Such Font")\nHello', encoding="utf-8"
    )
    monkeypatch.setattr("press.kit.pdf.compiling.TEMPLATES", tmp_path)
    contents = desk_contents(film.record, ["en"])
    with pytest.raises(NotSet, match="unknown font family: no such font"):
        compile_pdf("bad.typ", set_frame(contents), {}, contents.as_of)
