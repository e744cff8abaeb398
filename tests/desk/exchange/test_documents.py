"""PDFs of microsites in an export: out, and in by the same door."""

import pytest

from assets.adding import add_document
from assets.models import MediaFile
from assets.pdf import accept_document
from desk.exchange import export_content, load_export, read_export
from desk.loading import LoadOptions
from editorial.changes import change
from tests.assets.pdfs import carries_file, pdf_bytes
from tests.desk.exchange.test_round_trip import come_back, empty_site
from tests.factories import FilmFactory
from tests.microsites.making import add_block, add_page, go_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    film = FilmFactory(key="ferry")
    with change(None, "test"):
        file = add_document(accept_document(pdf_bytes(), "Press book.pdf"))
    add_block(add_page(film), "downloads", entries=({"file": file, "title_en": "Press book"},))
    go_live(film)
    return film


def test_microsite_with_a_pdf_comes_back(film, tmp_path):
    come_back(tmp_path)
    file = MediaFile.objects.get()
    assert (file.kind, file.original_name, file.extension) == ("document", "Press book.pdf", "pdf")


def test_pdf_that_acts_is_refused_here_too(film, tmp_path):
    folder = tmp_path / "out"
    export_content(folder)
    (path,) = folder.glob("films/ferry/documents/*.pdf")
    path.write_bytes(pdf_bytes(carries_file))
    empty_site()
    report = load_export(read_export(folder), LoadOptions())
    told = [problem for problem in report.all_problems() if "embedded file" in problem.message]
    assert (len(told), MediaFile.objects.count()) == (1, 0)
