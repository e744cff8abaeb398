"""The style sheet of a page, its address, and that it can always be had."""

import re

import pytest
from django.test import override_settings

from assets.renditions import Picture
from microsites.sheet.objects import Background
from microsites.theming import READY, make_theme, stylesheet_url
from microsites.theming.addresses import PREFIX, read_path, write_path
from microsites.theming.stylesheet import DAYLIGHT, read_sheet, want, write_sheet
from tests.factories import FilmFactory, make_image
from tests.microsites.making import go_live

PICTURE = Picture("ab" * 32, 1600, 900, is_complete=True, focal_x=30, focal_y=70)
PLAIN = make_theme(None, {})


def path_of(url: str) -> str:
    return url.removeprefix(PREFIX).partition("/")[2]


@pytest.mark.parametrize("mode", ["fixed", "cover", "tile"])
@pytest.mark.parametrize("key", READY)
def test_address_says_everything_the_sheet_is_made_of(key, mode):
    theme = make_theme(READY[key].values, {})
    wanted = want(theme, ["text", "hero", "text"], Background("#102030", PICTURE, mode))
    again = read_path(write_path(wanted))
    assert (again.kinds, again.mode) == (("hero", "text"), mode)
    assert write_sheet(again) == write_sheet(wanted)


def test_same_page_has_the_same_address_and_another_look_another():
    assert stylesheet_url(PLAIN, ["text"], None) == stylesheet_url(PLAIN, ["text"], None)
    other = make_theme(READY["salon"].values, {})
    names = {stylesheet_url(theme, ["text"], None).split("/")[3] for theme in (PLAIN, other)}
    assert len(names) == 2


@pytest.mark.parametrize(
    ("key", "is_bright"),
    [("house", False), ("marquee", False), ("confetti", True), ("fjord", True)],
)
def test_bright_looks_alone_set_words_on_a_sheet_instead_of_a_fading_picture(key, is_bright):
    sheet = write_sheet(want(make_theme(READY[key].values, {}), ["hero"], None))
    assert (read_sheet(DAYLIGHT) in sheet) == is_bright


@pytest.mark.django_db
def test_page_just_rendered_finds_its_style_also_in_another_process(client):
    film = FilmFactory(slug_en="ferry", slug_de="faehre")
    go_live(film)
    page = client.get("/en/ferry/microsite/").content.decode()
    url = re.search(rf'href="({PREFIX}[^"]+)"', page)[1]
    answer = client.get(url)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "--ink:" in answer.content.decode()


def test_sheet_of_an_earlier_version_is_answered_and_not_kept(client):
    url = stylesheet_url(PLAIN, [], None)
    answer = client.get(f"{PREFIX}000000000000/{path_of(url)}")
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-cache")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "x.css",
        "golos+golos/hero/plain-cover-100-000000-000000-ffffff-ffffff-ffffff.css",
        "comic+golos/hero/plain-cover-100-000000-000000-ffffff-ffffff-ffffff-ffffff.css",
        "golos+golos/hero/plain-cover-101-000000-000000-ffffff-ffffff-ffffff-ffffff.css",
        "golos+golos/hero/plain-zoom-100-000000-000000-ffffff-ffffff-ffffff-ffffff.css",
        "golos+golos/../hero/plain-cover-100-000000-000000-ffffff-ffffff-ffffff-ffffff.css",
        "golos+golos/hero+hero/plain-cover-100-000000-000000-ffffff-ffffff-ffffff-ffffff.css",
        "golos+golos/text+hero/plain-cover-100-000000-000000-ffffff-ffffff-ffffff-ffffff.css",
        "golos+golos/hero/0-0-cover-100-000000-000000-ffffff-ffffff-ffffff-ffffff.css",
    ],
)
def test_address_that_no_page_has_is_not_found(client, path):
    assert client.get(f"{PREFIX}000000000000/{path}").status_code == 404


def test_unknown_kind_of_block_costs_nothing_but_its_style(client):
    url = stylesheet_url(PLAIN, ["no-such-kind"], None)
    assert client.get(url).status_code == 200


def test_only_the_fonts_of_the_theme_are_named_and_latin_comes_first():
    sheet = write_sheet(want(make_theme(READY["salon"].values, {}), [], None))
    files = re.findall(r"fonts/([\w-]+)\.woff2", sheet)
    families = {re.sub("-(italic|latin|ext|cyrillic)", "", file) for file in files}
    assert families == {"playfair", "garamond"}
    assert files[:3] == ["playfair-latin", "playfair-latin-ext", "playfair-cyrillic"]
    assert write_sheet(want(PLAIN, [], None)).count("@font-face") == 0


def test_picture_lies_in_a_layer_of_its_own_in_several_sizes():
    theme = make_theme(READY["orbit"].values, {})
    sheet = write_sheet(want(theme, [], Background("#000000", PICTURE, "fixed")))
    rules = sheet[sheet.rindex("@layer layout{") :]
    assert "position:fixed" in rules
    assert "background-attachment" not in sheet
    assert "background-position:30% 70%" in rules
    assert re.findall(r"-1-(\d+)\.avif", rules) == ["960", "1440", "1600"]
    assert rules.count('type("image/avif")') == 3


def test_pattern_is_repeated_and_small():
    sheet = write_sheet(want(PLAIN, [], Background("#000000", PICTURE, "tile")))
    assert "480px auto repeat" in sheet
    assert re.findall(r"-1-(\d+)\.avif", sheet) == ["960"]


def test_picture_not_finished_is_shown_as_the_one_jpeg():
    fresh = Picture("ab" * 32, 1600, 900, is_complete=False)
    sheet = write_sheet(want(PLAIN, [], Background("#000000", fresh, "cover")))
    assert set(re.findall(r"renditions/ab/[\w-]+\.(\w+)", sheet)) == {"jpg"}


def test_address_begins_with_the_picture_so_that_previews_give_it_their_pass(client):
    url = stylesheet_url(PLAIN, [], Background("#000000", PICTURE, "cover"))
    assert url.rpartition("/")[2].startswith("ab" * 12)
    answer = client.get(f"{url}?pass=abc:def")
    assert answer["Cache-Control"] == "private, no-store"
    assert re.findall(r"\.avif\?pass=([^\"]+)", answer.content.decode()) == ["abc:def"] * 3
    odd = client.get(url, {"pass": '");x{}'})
    assert "?pass" not in odd.content.decode()


@pytest.mark.django_db
def test_picture_that_may_not_be_shown_is_absent():
    image = make_image()
    row = {"background_image": str(image.uuid)}
    assert make_theme(row, {}).background_picture is None
    assert make_theme(row, {str(image.uuid): image}).background_picture == image.picture


def test_sheet_is_short_and_strings_stay_whole():
    sheet = write_sheet(want(PLAIN, [], None))
    assert "/*" not in sheet
    assert "\n" not in sheet
    assert 'content:""' in sheet.replace('content: ""', 'content:""')


@override_settings(DEBUG=True)
def test_sheet_works_without_collected_files(client):
    url = stylesheet_url(PLAIN, ["text"], None)
    assert client.get(url).status_code == 200


@pytest.mark.parametrize("picture", [None, PICTURE])
@pytest.mark.parametrize(("colour", "has_bands"), [("#ffd34a", True), ("#fff8ec", False)])
def test_bands_are_laid_where_their_colour_is_another_than_the_surface(picture, colour, has_bands):
    theme = make_theme({**READY["confetti"].values, "surface_opacity": 86}, {})
    sheet = write_sheet(want(theme, [], Background(colour, picture, "tile")))
    assert ("nth-of-type(4n + 2)" in sheet) == has_bands
