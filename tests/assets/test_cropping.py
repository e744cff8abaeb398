"""Where crops lie: numbers only, no file."""

import pytest

from assets.cropping import (
    Box,
    box_for,
    crop_widths,
    crops_for,
    focus_in,
    is_whole,
    mark_of,
    work_size,
)
from assets.specs import CROP_BY_NAME, CROPS

HERO, TILE, PORTRAIT, CARD = (CROP_BY_NAME[name] for name in ("hero", "tile", "portrait", "card"))


@pytest.mark.parametrize(
    ("full", "work"),
    [
        ((1800, 1200), (1800, 1200)),
        ((6000, 4000), (2560, 1707)),
        ((8000, 2000), (5760, 1440)),
        ((3000, 4500), (2560, 3840)),
        ((2000, 800), (2000, 800)),
    ],
)
def test_work_size_leaves_the_widest_crop_its_width(full, work):
    assert work_size(full) == work


@pytest.mark.parametrize(
    ("focal", "box"),
    [
        ((50, 50), Box(0, 94, 1800, 1012)),
        ((50, 0), Box(0, 0, 1800, 1012)),
        ((50, 100), Box(0, 188, 1800, 1012)),
        ((0, 45), Box(0, 34, 1800, 1012)),
    ],
)
def test_box_follows_the_focal_point_as_far_as_the_edges_let_it(focal, box):
    assert box_for(HERO, (1800, 1200), focal) == box


def test_box_of_an_upright_crop_moves_across():
    assert box_for(PORTRAIT, (1800, 1200), (20, 50)) == Box(0, 0, 960, 1200)
    assert box_for(PORTRAIT, (1800, 1200), (40, 50)) == Box(240, 0, 960, 1200)


@pytest.mark.parametrize("crop", CROPS, ids=lambda crop: crop.name)
@pytest.mark.parametrize("full", [(1800, 1200), (16, 16), (640, 16), (16, 640), (9000, 3766)])
@pytest.mark.parametrize("focal", [(0, 0), (50, 50), (100, 100), (33, 67)])
def test_every_box_lies_in_its_picture_and_holds_the_focal_point(crop, full, focal):
    box, (width, height) = box_for(crop, full, focal), work_size(full)
    x, y = width * focal[0] / 100, height * focal[1] / 100
    assert box.left <= x <= box.left + box.width
    assert box.top <= y <= box.top + box.height
    assert 0 <= box.left <= width - box.width
    assert 0 <= box.top <= height - box.height


def test_focal_point_is_known_within_the_crop():
    assert focus_in(PORTRAIT, (1800, 1200), (40, 50)) == (50, 50)
    assert focus_in(PORTRAIT, (1800, 1200), (100, 50)) == (100, 50)
    assert focus_in(PORTRAIT, (1800, 1200), (10, 30)) == (19, 30)


def test_picture_of_the_same_shape_is_its_own_crop():
    assert is_whole(TILE, (1800, 1200))
    assert is_whole(TILE, (1800, 1195))
    assert not is_whole(TILE, (1800, 1100))


def test_upright_picture_has_no_lying_crops():
    names = [[crop.name for crop in crops_for(full)] for full in ((1000, 1500), (1800, 1200))]
    assert names == [["portrait", "square"], ["hero", "portrait", "square", "card"]]


@pytest.mark.parametrize(
    ("full", "widths"),
    [
        ((6000, 4000), (960, 1440, 1920, 2560)),
        ((1800, 1200), (960, 1440, 1800)),
        ((700, 500), (700,)),
        # The same height as a whole screen has: 1440 pixels.
        ((8000, 1440), (960, 1440, 1920, 2560)),
    ],
)
def test_crop_is_never_wider_than_its_part_of_the_picture(full, widths):
    assert crop_widths(HERO, full) == widths


def test_card_of_a_small_picture_is_small():
    assert crop_widths(CARD, (700, 500)) == (700,)


def test_mark_says_file_and_focal_point():
    marks = {
        mark_of("ab" * 32, (50, 50)),
        mark_of("ab" * 32, (5, 50)),
        mark_of("cd" * 32, (50, 50)),
    }
    assert len(marks) == 3
    assert max(len(mark) for mark in (mark_of("ab" * 32, (100, 100)),)) + len("h11l4") <= 40
