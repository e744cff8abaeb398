"""Rows of pictures, and logos."""

from io import BytesIO

import pytest
from PIL import Image as Pillow

from assets.accepting import accept_image
from assets.adding import add_image
from assets.tasks import complete_image
from editorial.changes import change
from people.models import Company
from press.kit.contents import desk_contents
from press.kit.pdf.back import PAGE, arrange, make_logos
from press.kit.pdf.pictures import Pictures
from tests.press.pdf.conftest import read_kit, words_of

STILL, POSTER = {"ratio": 1.5}, {"ratio": 0.7}


def widths(plates):
    return [[round(plate["width"]) for plate in row["plates"]] for row in arrange(plates)]


def test_rows_fill_the_page_and_a_last_one_is_not_blown_up():
    assert widths([STILL] * 3) == [[80, 80], [98]]
    assert widths([STILL, STILL, POSTER]) == [[80, 80], [52]]


def test_many_pictures_stand_three_abreast():
    assert widths([STILL] * 9) == [[51, 51, 51]] * 3


@pytest.mark.parametrize("ratio", [0.01, 0.7, 1.5, 30])
def test_no_row_is_wider_than_the_page(ratio):
    for row in arrange([{"ratio": ratio}] * 24):
        assert sum(plate["width"] for plate in row["plates"]) + 6 * (len(row["plates"]) - 1) <= (
            PAGE + 0.01
        )


def make_logo(colour):
    sheet = Pillow.new("RGBA", (300, 200), (0, 0, 0, 0))
    sheet.paste(colour, (20, 20, 280, 180))
    sheet.save(out := BytesIO(), "PNG")
    with change(None, "test"):
        image = add_image(accept_image(out.getvalue(), "logo.png"))
    complete_image.func(image.pk)
    return image


def add_company(film, name, function, position, logo=None):
    with change(None, "test"):
        company = Company.objects.create(name=name, logo=logo)
        film.company_credits.create(company=company, function=function, position=position)


def test_logos_stand_in_the_order_of_the_credits_and_who_has_none_by_name(film):
    add_company(film, "Dark", "production_company", 1, make_logo((20, 30, 60, 255)))
    add_company(film, "Nameless", "funder", 2)
    add_company(film, "Pale", "broadcaster", 0, make_logo((250, 250, 250, 255)))
    edition = desk_contents(film.record, ["en"]).main
    logos = make_logos(edition, pictures := Pictures())
    assert [(logo["name"], logo.get("is_pale")) for logo in logos] == [
        ("Pale", True), ("Dark", False), ("Nameless", None),
    ]  # fmt: skip
    assert [name.endswith(".webp") for name in pictures.files] == [True, True]


def test_logos_keep_their_names_for_readers_who_do_not_see_them(film):
    add_company(film, "Dark", "production_company", 0, make_logo((20, 30, 60, 255)))
    assert [logo["alt"] for logo in make_logos(desk_contents(film.record, ["en"]).main, Pictures())
            ] == ["Dark"]  # fmt: skip
    assert words_of(read_kit(film)).count("Dark") == 2


def test_without_any_logo_no_names_stand_in_a_row(film):
    add_company(film, "Nameless", "funder", 0)
    assert make_logos(desk_contents(film.record, ["en"]).main, Pictures()) == []
