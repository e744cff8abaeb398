"""PDFs at the door: those that are only read come in."""

import io
import re

import pytest
from django.utils import translation
from pypdf.generic import NullObject, TextStringObject

from assets import pdf
from assets.pdf import MAX_DOCUMENT_BYTES, accept_document
from assets.pdf_reading import MAX_OBJECTS
from assets.refusing import Refused
from tests.assets.pdfs import (
    carries_file,
    has_form_program,
    is_locked,
    links_to,
    opens_with,
    packed_pdf,
    pdf_bytes,
    runs_script,
)

URL = TextStringObject("https://example.com/Launch?/JavaScript")


def code_of(data, name="press.pdf"):
    with pytest.raises(Refused) as refusal:
        accept_document(data, name)
    return refusal.value.code


def test_good_pdf_is_kept_byte_by_byte():
    data = pdf_bytes(pages=3)
    accepted = accept_document(io.BytesIO(data), "folder/Press Book.PDF")
    assert (accepted.data, accepted.pages, accepted.original_name, accepted.size) == (
        data,
        3,
        "Press Book.PDF",
        len(data),
    )


def test_links_to_the_web_stay_whatever_their_address_says():
    data = pdf_bytes(links_to("/URI", URI=URL), title="About /JavaScript and /Launch")
    assert accept_document(data, "press.pdf").pages == 1


@pytest.mark.parametrize(
    "change", [runs_script, opens_with("/JavaScript", JS=TextStringObject("app.alert(1)"))]
)
def test_script_within_the_document_comes_in(change):
    assert accept_document(pdf_bytes(change), "press.pdf").pages == 1


def test_script_does_not_hide_what_reaches_further():
    script = opens_with("/JavaScript", JS=TextStringObject("1"))
    assert code_of(pdf_bytes(lambda writer: (script(writer), carries_file(writer)))) == "active"


def test_document_that_says_it_has_no_pages_comes_in():
    assert accept_document(pdf_bytes(pages=0), "press.pdf").pages == 0


def test_document_without_the_line_that_leads_to_its_objects_is_looked_at():
    data = pdf_bytes(opens_with("/Launch", F=TextStringObject("cmd.exe")))
    assert accept_document(pdf_bytes().partition(b"startxref")[0], "press.pdf").pages == 1
    assert code_of(data.partition(b"startxref")[0]) == "active"


def test_document_whose_pages_are_missing_is_refused():
    data = pdf_bytes(pages=0).replace(b"/Count 0", b"/Count 9")
    assert code_of(data) == "undecodable"


@pytest.mark.parametrize(
    "change",
    [
        opens_with("/Launch", F=TextStringObject("cmd.exe")),
        links_to("/Launch", F=TextStringObject("cmd.exe")),
        links_to("/SubmitForm", F=TextStringObject("https://example.com")),
        links_to("/GoToE"),
        links_to("/GoToR", F=TextStringObject("//host/share/x.pdf")),
        carries_file,
        has_form_program,
    ],
)
def test_pdf_that_acts_is_refused(change):
    assert code_of(pdf_bytes(change)) == "active"


def test_names_written_in_other_ways_are_read_all_the_same():
    data = pdf_bytes(opens_with("/Launch", F=TextStringObject("cmd.exe")))
    assert code_of(data.replace(b"/Launch", b"/#4caunc#68")) == "active"


def test_an_action_beside_a_harmless_one_of_the_same_name_is_seen():
    data = pdf_bytes(opens_with("/Launch", F=TextStringObject("cmd.exe")))
    assert code_of(data.replace(b"/S /Launch", b"/S /URI /S /Launch")) == "active"


def test_an_action_in_an_object_that_cannot_be_read_is_seen():
    data = pdf_bytes(opens_with("/Launch", F=TextStringObject("cmd.exe")))
    deep = b"/Launch /X " + b"<</A" * 20_000 + b" 1" + b">>" * 20_000
    assert code_of(data.replace(b"/Launch", deep)) == "active"


def test_file_made_to_keep_its_reader_busy_is_given_up(monkeypatch):
    monkeypatch.setattr(pdf, "SECONDS", 2)
    assert code_of(packed_pdf(b"/X(" + b"x" * 15_000_000 + b")")) == "too_complex"


def test_objects_packed_to_a_thousandth_are_not_unpacked():
    assert code_of(packed_pdf(b"/X(" + b"x" * 60_000_000 + b")")) == "undecodable"


@pytest.mark.parametrize(
    ("catalogue", "found"),
    [
        (b"", 1),
        (b"/OpenAction<</S/Launch/F(cmd)>>", "active"),
        (b"/OpenAction<</S/URI/S/Launch/F(cmd)>>", "active"),
        (b"/Names<</EmbeddedFiles 3 0 R>>", "active"),
    ],
)
def test_objects_that_are_compressed_are_looked_at(catalogue, found):
    data = packed_pdf(catalogue)
    assert (code_of(data) if catalogue else accept_document(data, "press.pdf").pages) == found


def test_what_an_update_of_the_file_brings_is_looked_at():
    data = pdf_bytes()
    start = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    root = re.search(rb"/Root (\d+) 0 R", data)[1]
    pages = re.search(rb"/Pages (\d+) 0 R", data)[1]
    update = b"%s 0 obj\n<</Type/Catalog/Pages %s 0 R/OpenAction<</S/Launch/F(cmd)>>>>\nendobj\n"
    added = update % (root, pages)
    place = len(data)
    table = b"xref\n%s 1\n%010d 00000 n \ntrailer\n<</Size 9/Root %s 0 R/Prev %d>>\n" % (
        root,
        place,
        root,
        start,
    )
    whole = data + added + table + b"startxref\n%d\n%%%%EOF\n" % (place + len(added))
    assert code_of(whole) == "active"


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "press.pdf", "empty"),
        (b"version https://git-lfs.github.com/spec/v1\n", "press.pdf", "lfs_pointer"),
        (pdf_bytes(), "press.exe", "not_a_pdf"),
        (b"MZ" + pdf_bytes(), "press.pdf", "not_a_pdf"),
        (b"<html>%PDF-1.7", "press.pdf", "not_a_pdf"),
        (b"%PDF-1.7\n", "press.pdf", "undecodable"),
        (pdf_bytes()[:200], "press.pdf", "undecodable"),
        (pdf_bytes(is_locked), "press.pdf", "encrypted"),
        (b"%PDF-" + b"x" * MAX_DOCUMENT_BYTES, "press.pdf", "too_large"),
    ],
)
def test_other_files_are_refused(data, name, code):
    assert code_of(data, name) == code


def test_file_of_endless_parts_is_refused_before_they_are_looked_at():
    def add_parts(writer):
        for _number in range(MAX_OBJECTS):
            writer._add_object(NullObject())

    assert code_of(pdf_bytes(add_parts)) == "too_complex"


def test_refusal_says_in_german_what_was_found():
    with pytest.raises(Refused) as refusal:
        accept_document(pdf_bytes(carries_file), "Heft.pdf")
    with translation.override("de"):
        messages = refusal.value.messages
    assert messages == [
        "„Heft.pdf“ enthält eine eingebettete Datei. Ein PDF für Besucher darf nur zu lesen sein. "
        "Drucken Sie es in ein neues PDF oder exportieren Sie es ohne, und laden Sie dieses hoch."
    ]
