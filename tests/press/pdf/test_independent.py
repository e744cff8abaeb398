"""Kits as checkers see them that share no code with us: PDF/UA, PDF/A, Poppler, qpdf, ExifTool.

Baikonur is that of the demo; of the others one has what a film needs to go live, one only a title.
"""

import json
import re
from io import StringIO
from zipfile import ZipFile

import page as conformance
import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from editorial.models import Record
from press.building.exporting import write_kit
from press.kit.contents import desk_contents, live_contents
from press.models import Kit
from tests.factories import FilmFactory
from tests.microsites.making import go_live
from tests.programs import run

# Tells pytest-django to make a database for the module's fixture.
pytestmark = pytest.mark.django_db
PDFS = (
    "baikonur_press-kit_en.pdf", "baikonur_press-kit_de.pdf", "baikonur_press-kit_de-en.pdf",
    "baikonur_press-kit-short_en.pdf", "baikonur_press-kit-short_de-en.pdf",
    "bare_press-kit_en.pdf", "bare_press-kit-short_en.pdf", "baikonur_press-kit_en_draft.pdf",
    "empty_press-kit_en_draft.pdf",
)  # fmt: skip
# Poppler takes half a second for every large picture: not all of them are drawn.
DRAWN = (
    "baikonur_press-kit_en.pdf", "baikonur_press-kit-short_de-en.pdf", "bare_press-kit_en.pdf",
    "empty_press-kit_en_draft.pdf",
)  # fmt: skip
ARCHIVE = "baikonur_press-kit_de-en.zip"
# Poppler up to 23 takes `/Suspects false`, which PDF/UA wants, for a mistake.
HARMLESS = "Syntax Error: Suspects object is wrong type (boolean)\n"
DRAFT = "Draft, not for publication"
WORDS = (
    "XMP-dc:Title", "XMP-dc:Description", "XMP-dc:Description-de", "XMP-dc:Description-en",
    "XMP-photoshop:Credit", "IPTC:CodedCharacterSet", "IPTC:Caption-Abstract", "IPTC:Credit",
)  # fmt: skip


@pytest.fixture(scope="module")
def kits(django_db_setup, django_db_blocker, tmp_path_factory):
    """A folder with the kits, built once: nothing of them stays in the database."""
    folder = tmp_path_factory.mktemp("kits")
    media = str(tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), transaction.atomic():
        make_kits(folder)
        transaction.set_rollback(True)
    return folder


def make_kits(folder):
    call_command(
        "import_content", "demo/catalogue", only="baikonur", publish=True, stdout=StringIO()
    )
    baikonur = Record.objects.get(key="baikonur")
    bare = FilmFactory(key="bare", title_en="Bare", synopsis_short_en="", logline_en="It sails.")
    go_live(bare, "en")
    empty = FilmFactory(key="empty", title_en="Empty", year=None,
                        synopsis_short_en="", synopsis_short_de="")  # fmt: skip
    write(baikonur, folder, Kit.Format.PDF, "en", "de", "de,en")
    write(baikonur, folder, Kit.Format.SHORT, "en", "de,en")
    write(baikonur, folder, Kit.Format.ZIP, "de,en")
    write(bare.record, folder, Kit.Format.PDF, "en")
    write(bare.record, folder, Kit.Format.SHORT, "en")
    for record in (baikonur, empty.record):
        write_kit(desk_contents(record, ["en"]), Kit.Format.PDF, folder)


def write(record, folder, format, *choices):
    for choice in choices:
        write_kit(live_contents(record, choice.split(",")), format, folder)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("name", PDFS)
def test_kit_keeps_every_rule_of_the_standard(kits, name, profile):
    report = conformance.validate_pdf(kits / name, profile=profile)
    assert [(found.rule_id, found.message) for found in report.failures] == []
    assert report.rules.total >= 100


def test_checker_finds_what_is_broken(kits):
    whole = (kits / PDFS[0]).read_bytes()
    broken = whole.replace(b"<pdfaid:part>2", b"<pdfaid:part>4").replace(b"/Alt", b"/Xlt")
    found = {
        profile: [
            failure.rule_id
            for failure in conformance.validate_pdf_bytes(broken, profile=profile).failures
        ]
        for profile in ("ua1", "2a")
    }
    assert found == {
        "ua1": ["PDFUA1-FIGURE-ALTERNATIVE-TEXT-001"], "2a": ["PDFA2A-ID-PART-001"],
    }  # fmt: skip


@pytest.mark.parametrize("name", PDFS)
def test_qpdf_finds_no_mistake_in_the_build_of_the_file(kits, name):
    checked = run("qpdf", "--check", kits / name)
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize("name", DRAWN)
def test_poppler_draws_every_page_without_a_word(kits, name, tmp_path):
    drawn = run("pdftoppm", "-r", "20", "-gray", kits / name, tmp_path / "page")
    assert (drawn.returncode, drawn.stderr) == (0, "")
    assert len(list(tmp_path.iterdir())) == int(facts_of(kits / name)["Pages"])


@pytest.mark.parametrize("name", PDFS)
def test_poppler_finds_every_font_embedded_and_its_letters_named(kits, name):
    listed = run("pdffonts", kits / name)
    rows = [line.split()[-5:-2] for line in listed.stdout.splitlines()[2:]]
    assert rows
    assert [row for row in rows if row != ["yes", "yes", "yes"]] == []


@pytest.mark.parametrize(
    ("name", "title", "pages"),
    [
        ("baikonur_press-kit_de.pdf", "Baikonur – Presseheft", None),
        ("baikonur_press-kit-short_en.pdf", "Baikonur – press kit", "1"),
        ("baikonur_press-kit-short_de-en.pdf", "Baikonur – Presseheft", "2"),
        ("bare_press-kit-short_en.pdf", "Bare – press kit", "1"),
    ],
)
def test_poppler_reads_title_tags_paper_and_pages(kits, name, title, pages):
    facts = facts_of(kits / name)
    assert facts["Title"] == title
    assert (facts["Tagged"], facts["JavaScript"], facts["Encrypted"]) == ("yes", "no", "no")
    assert facts["Page size"] == "595.276 x 841.89 pts (A4)"
    assert pages in (None, facts["Pages"])


def facts_of(path):
    told = run("pdfinfo", path)
    assert told.stderr in ("", HARMLESS)
    return {
        key: value.strip()
        for key, _, value in (one.partition(":") for one in told.stdout.splitlines())
    }


def words_of(path, *options):
    return " ".join(run("pdftotext", *options, path, "-").stdout.split())


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("baikonur_press-kit_de.pdf", (
            "Baikonur", "Presseheft", "Inhalt", "Kontakte", "Auf einen Blick", "Kurzinhalt",
            "Pressenotiz", "Langinhalt", "Zur Produktion", "Regie", "Besetzung und Stab",
            "Technische Daten", "Festivals und Preise", "Pressestimmen", "Bilder",
            "Billing Block", "VEIT HELMER-FILMPRODUKTION", "Rechte",
            "© 2011 Veit Helmer-Filmproduktion",
        )),
        ("baikonur_press-kit_de-en.pdf", (
            "Deutsch", "Kontakte", "Kurzinhalt", "Langinhalt", "Pressestimmen", "English",
            "Contacts", "Short synopsis", "Production notes", "Bilder / Pictures", "Rechte",
            "Rights",
        )),
        ("bare_press-kit_en.pdf", ("Press kit", "Bare", "Contacts", "It sails.", "Rights")),
    ],
)  # fmt: skip
def test_poppler_reads_the_sections_in_their_order(kits, name, wanted):
    """Every word is looked for behind the one before, from the first page after the contents on."""
    words, at = words_of(kits / name), 0
    for one in wanted:
        found = words.find(one, at)
        assert found >= 0, f"{one!r} does not follow {words[max(0, at - 60) : at]!r}"
        at = found + len(one)


@pytest.mark.parametrize("name", PDFS)
def test_draft_is_said_on_every_page_of_drafts_alone(kits, name):
    pages = run("pdftotext", kits / name, "-").stdout.split("\f")[:-1]
    said = [DRAFT in " ".join(page.split()) for page in pages]
    assert said == [name.endswith("_draft.pdf")] * len(pages)


@pytest.fixture(scope="module")
def pictures(kits, tmp_path_factory):
    """What ExifTool reads in every picture of the ZIP, by name: a mapping of tags."""
    folder = tmp_path_factory.mktemp("zip")
    ZipFile(kits / ARCHIVE).extractall(folder)
    told = run(
        "exiftool", "-json", "-G1", "-a", "-validate", "-warning", "-error", "-all:all", "-r",
        "-ext", "jpg", "-ext", "png", folder,
    )  # fmt: skip
    read = {one["SourceFile"]: one for one in json.loads(told.stdout)}
    return {name.removeprefix(f"{folder}/"): tags for name, tags in read.items()}


def test_exiftool_finds_every_picture_well_built(pictures):
    assert len(pictures) >= 12
    assert {tags["ExifTool:Validate"] for tags in pictures.values()} == {"OK"}
    assert not any("ExifTool:Warning" in tags for tags in pictures.values())


def test_exiftool_finds_no_place_camera_or_thumbnail(pictures):
    private = re.compile(
        r"GPS|^IFD|Serial|Make$|Model$|Thumbnail|Software|CreateDate|City|Location"
    )
    found = [(name, tag) for name, tags in pictures.items() for tag in tags if private.search(tag)]
    assert found == []


def test_exiftool_reads_the_words_of_a_still_in_both_languages(pictures):
    (tags,) = (
        tags for name, tags in pictures.items() if name.startswith("stills/baikonur_still_02")
    )
    german = "Ein Start in der Dämmerung. Die Kamele kennen das schon."
    credit = "© Lichtspiel authors, CC BY 4.0"
    assert {tag: tags.get(tag) for tag in WORDS} == {
        "XMP-dc:Title": "Baikonur",
        "XMP-dc:Description": german,
        "XMP-dc:Description-de": german,
        "XMP-dc:Description-en": "A launch at dusk. The camels have seen it before.",
        "XMP-photoshop:Credit": credit,
        "IPTC:CodedCharacterSet": "UTF8",
        "IPTC:Caption-Abstract": german,
        "IPTC:Credit": credit[:32],
    }


def test_exiftool_reads_credit_and_terms_in_every_photograph(pictures):
    photographs = {name: tags for name, tags in pictures.items() if name.endswith(".jpg")}
    assert photographs
    for name, tags in photographs.items():
        terms = [tags[f"XMP-xmpRights:UsageTerms-{code}"] for code in ("de", "en")]
        assert [name, *(text.split()[0] for text in terms)] == [name, "Die", "Pictures"]
        assert tags["XMP-dc:Rights-de"] == tags["XMP-dc:Rights-en"] == tags["XMP-photoshop:Credit"]
        assert tags["IPTC:SpecialInstructions"] == terms[0]
