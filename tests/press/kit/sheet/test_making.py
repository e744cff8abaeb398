"""What stands on the data sheet, in which words and order."""

import pytest

from editorial.changes import change
from films.document import LIMITS
from press.kit.sheet.making import make_sheets
from tests.factories import VersionFactory
from tests.press.kit.sheet.conftest import contents_of, fields_of


def test_specification_answers_a_form(film):
    assert fields_of(film)["specification"] == [
        ("Title", "The Ferry"),
        ("Original title", "Паром"),
        ("International title", "Ferry"),
        ("Title (German)", "Die Fähre"),
        ("Director", "Nora Brandt"),
        ("Category", "Feature film"),
        ("Year", "2024"),
        ("Country", "Germany"),
        ("Running time", "95 min (1:34:35)"),
        ("Languages", "Russian, German"),
        ("Subtitles", "English"),
        ("Picture", "Colour"),
        ("Aspect ratio", "2.39:1"),
        ("Sound", "5.1"),
        ("Format", "DCP"),
        ("Age rating", "FSK 12 (Germany)"),
        ("Premiere status", "World premiere: Harbour Days 2012"),
        ("Completion", "2024"),
    ]


def test_german_sheet_has_german_words(film):
    specification = dict(fields_of(film, "de")["specification"])
    assert specification["Titel (Englisch)"] == "The Ferry"
    assert specification["Länge"] == "95 Min. (1:34:35)"
    assert specification["Bildformat"] == "1:2,39"
    assert specification["Premierenstatus"] == "Weltpremiere: Hafentage 2012"


def test_each_of_several_versions_has_its_line(film):
    VersionFactory(film=film, is_main=False, name_en="Cut for TV", runtime_seconds=600)
    specification = dict(fields_of(film)["specification"])
    main = "DCP · 95 min (1:34:35) · 2.39:1 · Colour · 5.1 · Russian, German · Subtitles: English"
    assert specification["Main version"] == main
    assert specification["Cut for TV"] == "10 min (0:10:00)"


def test_unfinished_film_says_what_is_being_done(bare):
    with change(None, "test"):
        bare.status = "post"
        bare.save()
    assert dict(fields_of(bare)["specification"])["Completion"] == "In post-production (2024)"


def test_texts_are_plain_and_keep_their_paragraphs(film):
    assert fields_of(film)["texts"] == [
        ("Logline", "A ferry sails."),
        ("Long synopsis", "She waits.\n\nShe sails."),
    ]


def test_text_of_another_language_says_so(film):
    (sheet,) = make_sheets(contents_of(film, "de"))
    texts = {entry.label: entry.language for entry in sheet.sections[0].entries}
    assert texts == {"Logline": "", "Inhalt, lang (Englisch)": "en"}


def test_limits_are_those_of_the_form(film):
    (sheet,) = make_sheets(contents_of(film))
    limits = {entry.key: entry.limit for entry in sheet.sections[0].entries}
    assert limits == {"logline": LIMITS["logline"], "synopsis-long": LIMITS["synopsis_long"]}


def test_director_cast_and_heads_of_departments_are_told(film):
    fields = fields_of(film)
    assert fields["director"] == [("Biography: Nora Brandt", "Born at sea.")]
    assert fields["credits"] == [("Cast", "Ada Lind (Mate)"), ("Editing", "Jaan Tamm")]


def test_own_company_is_told_with_its_address_and_once(film):
    assert fields_of(film)["contacts"] == [
        ("Production company", "Nord Film\nHafen 1\noffice@nord.example"),
        ("World sales", "Sea Sales\nsales@sea.example"),
    ]


def test_what_is_not_known_leaves_no_trace(bare):
    assert fields_of(bare) == {
        "specification": [
            ("Title", "The Ferry"),
            ("Title (German)", "Die Fähre"),
            ("Category", "Feature film"),
            ("Year", "2024"),
            ("Completion", "2024"),
        ]
    }


@pytest.mark.parametrize("language", ["en", "de"])
def test_keys_are_unique(film, language):
    (sheet,) = make_sheets(contents_of(film, language))
    keys = [entry.key for entry in sheet.entries]
    assert len(keys) == len(set(keys))
