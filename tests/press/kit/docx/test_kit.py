"""The kit as a Word document: structure, languages, descriptions, the same bytes on every day."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from django.core.files.storage import default_storage
from docx.oxml.ns import qn
from PIL import Image as Pillow

from assets.naming import original_name_of
from assets.repairing import cut_names, size_names
from editorial.changes import change
from films.models import AlternativeTitle
from people.models import Company, Role
from press.kit import docx as kit_docx
from press.kit import pdf
from press.kit.contents import Work, desk_contents
from press.kit.docx.pictures import add_picture
from press.kit.docx.writing import Pen
from press.kit.formats import FORMATS
from press.kit.pdf.colours import contrast
from press.models import Kit
from tests.factories import CreditFactory, VersionFactory, make_image
from tests.press.kit.docx.conftest import W, edit, kit_bytes, read_kit, read_part, words_of

DESCRIBED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def add_editor(film):
    role = Role.objects.get(key="editing")
    CreditFactory(film=film, person__name="Ada Lind", role=role)
    with change(None, "test"):
        agent = Company.objects.create(name="Loud & Clear", email="press@loud.example")
        film.company_credits.create(company=agent, function="press_agent")


def add_original_title(film, title):
    with change(None, "test"):
        AlternativeTitle.objects.create(film=film, title=title, kind="original")


def headings(document):
    return [
        (paragraph.style.name, paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style.name.startswith(("Title", "Heading"))
    ]


def languages_of(film, text, *languages):
    """The languages that the runs with these words are marked with; None is the document's."""
    part = read_part(kit_bytes(film, *languages), "word/document.xml")
    found = [run for run in part.iter(f"{W}r") if text in "".join(run.itertext())]
    marks = [run.find(f"{W}rPr/{W}lang") for run in found]
    return [None if mark is None else mark.get(f"{W}val") for mark in marks]


def test_format_is_offered_and_as_old_as_what_it_tells():
    assert FORMATS[Kit.Format.DOCX] is kit_docx
    assert kit_docx.VERSION.endswith(f"/{pdf.VERSION}")


def test_sections_are_headings_in_the_order_of_the_trade(film):
    assert headings(read_kit(film)) == [
        ("Title", "The Ferry"),
        ("Heading 1", "Contacts"),
        ("Heading 1", "At a glance"),
        ("Heading 1", "Synopsis"),
        ("Heading 2", "Later"),
        ("Heading 1", "Technical data"),
        ("Heading 1", "Pictures"),
        ("Heading 1", "Rights"),
    ]


def test_film_without_anything_has_a_cover_and_no_empty_section(bare):
    document = read_kit(bare)
    assert [text for _style, text in headings(document)] == [
        "The Ferry", "Contacts", "At a glance", "Rights",
    ]  # fmt: skip
    header = document.sections[0].first_page_header._element
    assert len(header.xpath(".//*[local-name()='wsp']")) == 1
    empty = [p for p in document.paragraphs if not p.text and not p._p.xpath(".//w:drawing")]
    assert empty == []


def test_two_languages_are_two_parts_below_headings_of_their_own(film):
    told = headings(read_kit(film, "de", "en"))
    assert [text for style, text in told if style == "Heading 1"] == [
        "Deutsch", "English", "Bilder / Pictures",
    ]  # fmt: skip
    assert [text for style, text in told if style == "Heading 2"][:2] == [
        "Kontakte", "Auf einen Blick",
    ]  # fmt: skip


def test_long_kit_lists_its_headings_as_links_to_them(film):
    add_editor(film)
    part = read_part(kit_bytes(film), "word/document.xml")
    marks = [mark.get(f"{W}name") for mark in part.iter(f"{W}bookmarkStart")]
    links = [link.get(f"{W}anchor") for link in part.iter(f"{W}hyperlink")]
    assert [link for link in links if link] == marks
    assert [code.text for code in part.iter(f"{W}instrText")] == [' TOC \\o "1-1" \\n \\h ']
    assert [mark.get(f"{W}fldCharType") for mark in part.iter(f"{W}fldChar")] == [
        "begin", "separate", "end",
    ]  # fmt: skip


def test_every_table_has_a_row_of_heads_that_is_marked(film):
    add_editor(film)
    part = read_part(kit_bytes(film), "word/document.xml")
    tables = list(part.iter(f"{W}tbl"))
    heads = [[len(row.findall(f"{W}trPr/{W}tblHeader")) for row in table.iter(f"{W}tr")]
             for table in tables]  # fmt: skip
    assert [row[0] for row in heads] == [1] * len(tables)
    assert {mark for row in heads for mark in row[1:]} == {0}
    names = [table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") for table in tables]
    assert names == ["Contacts", "At a glance", "Credits", "Technical data", "Pictures"]


def test_credits_name_each_department_once(film):
    add_editor(film)
    table = read_kit(film).tables[2]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Department", "Role", "Name"],
        ["Direction", "Director", "Nora Brandt"],
        ["Editing", "Editing", "Ada Lind"],
        ["Companies", "Press agent", "Loud & Clear"],
    ]


def test_every_picture_has_its_alternative_text(film):
    kit = kit_bytes(film)
    alts = [el.get("descr") for el in read_part(kit, "word/document.xml").iter(DESCRIBED)]
    assert alts == ["A ferry at dawn", "A ferry at dawn"]  # on the cover, in the index
    numbers = [el.get("id") for el in read_part(kit, "word/document.xml").iter(DESCRIBED)]
    assert len(set(numbers)) == len(numbers)


def test_pictures_come_without_what_a_camera_wrote(film):
    with ZipFile(BytesIO(kit_bytes(film))) as archive:
        pictures = [archive.read(name) for name in archive.namelist() if "/media/" in name]
    assert pictures
    assert all(b"Exif" not in picture for picture in pictures)


def test_language_stands_in_the_styles_and_at_foreign_words(film):
    styles = read_part(kit_bytes(film, "de", "en"), "word/styles.xml")
    assert styles.find(f".//{W}rPrDefault/{W}rPr/{W}lang").get(f"{W}val") == "de-DE"
    assert languages_of(film, "Eine Fähre fährt.", "de", "en") == [None]
    assert languages_of(film, "A ferry sails.", "de", "en") == ["en-GB"]


def test_original_title_is_in_the_language_that_is_spoken(film):
    add_original_title(film, "Mustamäe")
    assert set(languages_of(film, "Mustamäe")) == {"de-DE"}


def test_name_in_a_language_nobody_knows_is_not_checked(film):
    add_original_title(film, "Mustamäe")
    with change(None, "test"):
        film.versions.get().delete()
    part = read_part(kit_bytes(film), "word/document.xml")
    runs = [run for run in part.iter(f"{W}r") if "Mustamäe" in "".join(run.itertext())]
    assert [run.find(f"{W}rPr/{W}noProof") is not None for run in runs] == [True] * len(runs)


def test_quote_in_translation_says_so_and_keeps_its_original(film):
    with change(None, "test"):
        item = film.press_items.create(title="Kritik", author="R. Alt", language="de")
        item.quotes.create(text="Sehr schön.", translation_en="Very fine.")
    words = [p.text for p in read_kit(film).paragraphs]
    at = words.index("Press")
    assert words[at + 1 : at + 4] == [
        "“Very fine.”", "R. Alt, Kritik · translated from the German", "Original: „Sehr schön.“",
    ]  # fmt: skip
    assert languages_of(film, "Sehr schön.") == ["de-DE"]


def test_portrait_stands_between_name_and_biography(film):
    person = film.credits.get().person
    with change(None, "test"):
        person.portrait = make_image(colour=(1, 2, 3), photographer="Jaan Tamm")
        person.biography_en = "She was born."
        person.save()
    kit = kit_bytes(film)
    told = [(p.style.name, p.text) for p in docx.Document(BytesIO(kit)).paragraphs]
    at = told.index(("Heading 2", "Nora Brandt"))
    assert told[at + 1 : at + 5] == [
        ("Picture", ""), ("Caption", "Jaan Tamm"), ("Fact Text", "Director"),
        ("Normal", "She was born."),
    ]  # fmt: skip
    alts = [el.get("descr") for el in read_part(kit, "word/document.xml").iter(DESCRIBED)]
    assert alts[1] == "Nora Brandt"


def test_numbered_list_counts_from_where_it_says(film):
    edit(film, synopsis_long_en="3. Three\n4. Four\n\nThen\n\n1. One\n   - below")
    kit = kit_bytes(film)
    part = read_part(kit, "word/document.xml")
    items = [p for p in part.iter(f"{W}p") if p.find(f"{W}pPr/{W}numPr") is not None]
    numbers = [int(p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")) for p in items]
    depths = [int(p.find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val")) for p in items]
    assert [numbers, depths] == [[1, 1, 2, 3], [0, 0, 0, 1]]
    starts = read_part(kit, "word/numbering.xml").findall(f".//{W}startOverride")
    assert [start.get(f"{W}val") for start in starts] == ["3", "1"]


def test_partners_stand_as_logos_at_the_end(film):
    with change(None, "test"):
        mark = make_image(colour=(200, 0, 0), alt_en="")
        company = Company.objects.create(name="Zenith Pictures", logo=mark)
        film.company_credits.create(company=company, function="production_company")
    part = read_part(kit_bytes(film), "word/document.xml")
    assert "Zenith Pictures" in [element.get("descr") for element in part.iter(DESCRIBED)]


def test_properties_are_those_of_the_contents(film):
    told = read_kit(film, as_of=datetime(2026, 3, 1, 12, tzinfo=UTC)).core_properties
    assert told.title == "The Ferry – press kit"
    assert told.language == "en-GB"
    assert told.created == told.modified == datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_page_is_a4_with_its_number_at_the_foot(film):
    section = read_kit(film).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    fields = section.footer._element.iter(f"{W}fldSimple")
    assert [field.get(f"{W}instr") for field in fields] == [" PAGE "]


def test_draft_says_so_on_every_page_and_nothing_else_does(film):
    def heads(**options):
        section = read_kit(film, **options).sections[0]
        return [part.paragraphs[0].text for part in (section.first_page_header, section.header)]

    assert heads(is_draft=True) == ["Draft, not for publication"] * 2
    assert heads() == ["", ""]


@pytest.mark.parametrize(("is_draft", "top"), [(True, 22), (False, 0)])
def test_picture_of_the_cover_hides_no_word_for_a_draft(film, is_draft, top):
    part = read_part(kit_bytes(film, is_draft=is_draft), "word/document.xml")
    places = part.xpath("//*[local-name()='positionV']/*[local-name()='posOffset']")
    assert [int(place.text) / 36000 for place in places] == [top]


def test_equal_contents_give_equal_bytes(film):
    moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
    first = kit_bytes(film, as_of=moment)
    assert kit_bytes(film, as_of=moment) == first
    with ZipFile(BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
    edit(film, year=1999)
    assert kit_bytes(film, as_of=moment) != first


@pytest.mark.parametrize("accent", ["#ffff00", "#111111", "#b8860b"])
def test_headings_can_be_read_in_every_accent(film, accent):
    styles = read_part(kit_bytes(film, accent=accent), "word/styles.xml")
    colour = styles.find(f"{W}style[@{W}styleId='Heading1']/{W}rPr/{W}color")
    assert colour.get(f"{W}themeColor") == "accent1"
    assert contrast(f"#{colour.get(f'{W}val')}", "#ffffff") >= 4.5


HOSTILE = (
    '{ INCLUDETEXT "C:\\\\secret.txt" } { =SUM(ABOVE) } \\* MERGEFORMAT',
    "<w:br/></w:t></w:r> &amp; &#x41; ]]>",
    "W" * 300,
    "=cmd|' /C calc'!A0 $accent ${language} %(x)s {0}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_and_field_codes_come_out_as_plain_text(film, text):
    edit(film, title_en=text[:200])
    with change(None, "test"):
        person = film.credits.get().person
        person.name = text[:200]
        person.save()
    kit = kit_bytes(film)
    part = read_part(kit, "word/document.xml")
    assert words_of(part).count(text[:200]) >= 2
    assert list(part.iter(f"{W}fldSimple")) == []
    assert [code.text for code in part.iter(f"{W}instrText") if "TOC" not in code.text] == []
    assert read_kit(film).core_properties.title.startswith(text[:100])


def test_letters_that_xml_forbids_and_marks_of_direction_are_left_out(film):
    edit(film, title_en="A\x01B\x0bC\u202e\u200fD 👩‍🚀 שלום\ufffe", logline_en="One\x1f two")
    words = words_of(read_part(kit_bytes(film), "word/document.xml"))
    assert "AB CD 👩‍🚀 שלום" in words
    assert "One two" in words


def test_address_that_leads_into_a_program_is_no_link(film):
    with change(None, "test"):
        film.press_items.create(title="Bad", url="javascript:alert(1)")
        film.press_items.create(title="Good", url="https://paper.example/1")
    with ZipFile(BytesIO(kit_bytes(film))) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
    assert "javascript" not in relations
    assert relations.count("https://paper.example/1") == 1


def test_partner_without_a_logo_stands_there_with_its_name(film):
    with change(None, "test"):
        mark = make_image(colour=(200, 0, 0))
        for name, logo in (("Zenith Pictures", mark), ("Plain Words", None)):
            company = Company.objects.create(name=name, logo=logo)
            film.company_credits.create(company=company, function="production_company")
    words = [paragraph.text.strip() for paragraph in read_kit(film).paragraphs]
    end = len(words) - words[::-1].index("Rights") - 1  # the first stands in the list of contents
    assert words[end - 1] == "Plain Words"


def test_pale_logo_stands_on_dark_ground(film):
    clear = Pillow.new("RGBA", (8, 8), (255, 255, 255, 0))
    clear.paste((255, 255, 255, 255), (0, 0, 4, 8))
    clear.save(out := BytesIO(), "WEBP", lossless=True)
    pen = Pen(docx.Document(), "en", {"logo.webp": out.getvalue()})
    logo = {"file": "logo.webp", "alt": "Zenith", "ratio": 1}
    made = add_picture(pen, pen.document.add_paragraph(), logo, 10, is_pale=True)
    key = made.find(f".//{qn('a:blip')}").get(qn("r:embed"))
    with Pillow.open(BytesIO(pen.document.part.related_parts[key].blob)) as shown:
        assert (shown.format, shown.mode) == ("PNG", "RGB")
        assert (shown.getpixel((0, 0)), shown.getpixel((7, 0))) == ((255, 255, 255), (23, 24, 27))


def test_versions_stand_side_by_side(film):
    VersionFactory(film=film, is_main=False, name_en="Long version", runtime_seconds=7200)
    tables = [[[cell.text for cell in row.cells] for row in table.rows]
              for table in read_kit(film).tables]  # fmt: skip
    assert [table[:2] for table in tables if "Long version" in table[0]] == [
        [["Fact", "Main version", "Long version"], ["Running time", "95 min", "120 min"]]
    ]


def test_other_films_of_a_director_are_a_table(film):
    work = Work(1999, "The Pier", ("Director",)), Work(2024, "The Ferry", ("Director", "Editing"))
    contents = desk_contents(film.record, ["en"])
    uuid = contents.main.directors[0].uuid
    told = replace(contents.main, filmographies={uuid: work})
    kit_docx.write(replace(contents, editions=(told,)), out := BytesIO(), lambda *step: None)
    tables = docx.Document(out).tables
    assert [[cell.text for cell in row.cells] for row in tables[1].rows] == [
        ["Year", "Title", "Role"],
        ["1999", "The Pier", "Director"],
        ["2024", "The Ferry", "Director, Editing"],
    ]


def test_picture_that_is_lost_is_left_out(film):
    image = film.placements.get().image
    original = original_name_of(image.sha256, image.extension)
    for name in (original, *size_names(image), *cut_names(image)):
        default_storage.delete(name)
    part = read_part(kit_bytes(film), "word/document.xml")
    assert list(part.iter(DESCRIBED)) == []


def test_versions_are_not_parted_between_pages_and_credits_are(film):
    add_editor(film)
    tables = {table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")): table
              for table in read_kit(film).tables}  # fmt: skip

    def kept(name):
        rows = [row.cells[0].paragraphs[0].paragraph_format for row in tables[name].rows]
        return [form.keep_with_next for form in rows]

    assert kept("Technical data") == [True, True, None]
    assert kept("Credits") == [None] * 4
