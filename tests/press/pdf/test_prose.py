"""Markdown as blocks."""

from editorial.texts import Text
from press.kit.pdf.prose import read_blocks, read_prose


def plain(words, *marks, url=""):
    return {"text": words, "marks": list(marks), "url": url}


def test_paragraph_keeps_emphasis_and_links():
    assert read_blocks("She *sails* to [it](https://example.com).") == [
        {"kind": "p", "spans": [
            plain("She "), plain("sails", "em"), plain(" to "), plain("it", url="https://example.com"),
            plain("."),
        ]},
    ]  # fmt: skip


def test_headings_begin_with_the_first_level_and_skip_none():
    blocks = read_blocks("### One\n\n##### Two")
    assert [block["level"] for block in blocks] == [1, 2]


def test_nested_list_keeps_its_depth():
    (block,) = read_blocks("- one\n  - two\n- three")
    first, second = block["items"]
    assert [inner["kind"] for inner in first] == ["p", "ul"]
    assert second == [{"kind": "p", "spans": [plain("three")]}]


def test_table_is_rows_of_cells():
    (block,) = read_blocks("| a | b |\n|---|---|\n| c | d |")
    assert block["rows"] == [[[plain("a")], [plain("b")]], [[plain("c")], [plain("d")]]]


def test_code_of_a_typesetter_stays_text():
    (block,) = read_blocks('#read("/etc/passwd") <b>x</b>')
    words = "".join(span["text"] for span in block["spans"])
    assert words == '#read("/etc/passwd") <b>x</b>'


def test_address_inside_the_site_is_no_link_on_paper():
    (block,) = read_blocks("[there](/en/there/)")
    assert block["spans"] == [plain("there")]


def test_prose_knows_its_language():
    assert read_prose(Text("Ja", "de", True))["lang"] == "de"
