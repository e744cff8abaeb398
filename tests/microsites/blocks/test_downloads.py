"""Files to take away, and the gate that gives them out."""

import pytest

from assets.adding import add_document
from assets.pdf import accept_document
from editorial.changes import change
from editorial.publishing import withdraw
from tests.assets.pdfs import pdf_bytes
from tests.factories import FilmFactory, make_image
from tests.microsites.blocks.shown import show, words, write
from tests.microsites.making import add_block, add_page, go_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return FilmFactory(key="ferry")


def make_pdf(name="Press book – Fähre.pdf"):
    with change(None, "test"):
        return add_document(accept_document(pdf_bytes(), name))


def address(file):
    return f"/media/documents/{file.sha256[:2]}/{file.sha256}.pdf"


def test_file_stands_with_its_kind_and_size(film):
    file = make_pdf()
    add_block(add_page(film), "downloads", entries=({"file": file, "title_en": "Press book"},))
    html = write(film, "downloads")
    assert words(html).startswith("Press book PDF, ")
    assert f'href="{address(file)}" download="Press book – Fähre.pdf"' in html


def test_file_without_a_title_is_called_by_its_name(film):
    add_block(add_page(film), "downloads", entries=({"file": make_pdf("lessons.pdf")},))
    assert [str(file.title) for file in show(film, "downloads").data["files"]] == ["lessons.pdf"]


def test_picture_is_given_in_its_largest_size(film):
    image = make_image(width=1200, height=800)
    entry = {"image": image, "title_en": "Wallpaper", "title_de": "Hintergrundbild"}
    add_block(add_page(film), "downloads", entries=(entry,))
    (file,) = show(film, "downloads").data["files"]
    assert (file.facts, file.name) == ("JPEG, 1200 × 800", f"ferry-{image.record.key}.jpg")
    assert words(write(film, "downloads", "de")) == "Hintergrundbild JPEG, 1200 × 800"


def test_empty_block_leaves_no_trace(film):
    add_block(add_page(film), "downloads", entries=({"title_en": "To come"},), text_en="Soon.")
    assert show(film, "downloads") is None


def test_gate_gives_the_file_out_while_the_microsite_is_live(client, film):
    file = make_pdf()
    add_block(add_page(film), "downloads", entries=({"file": file},))
    assert client.get(address(file)).status_code == 404
    go_live(film)
    answer = client.get(address(file))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert b"".join(answer.streaming_content) == pdf_bytes()
    for language in ("en", "de"):
        withdraw(film.record, language)
    assert client.get(address(file)).status_code == 404


def test_file_is_saved_under_its_name_and_never_opened_on_the_site(client, film):
    file = make_pdf()
    add_block(add_page(film), "downloads", entries=({"file": file},))
    go_live(film)
    headers = client.get(address(file)).headers
    assert headers["Content-Disposition"] == (
        "attachment; filename*=utf-8''Press%20book%20%E2%80%93%20F%C3%A4hre.pdf"
    )
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["X-Content-Type-Options"] == "nosniff"
