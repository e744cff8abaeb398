"""The stills of The Weather Woman: gouache, and over it the thin lines of the chart."""

import numpy as np
from PIL import Image, ImageDraw

from drawing.weather_woman import people
from drawing.weather_woman.fields import (
    Array,
    Low,
    fbm,
    grid,
    isobars,
    label,
    pressure,
    smooth,
)
from drawing.weather_woman.land import CREAM, ditches, farm, polder, storm_sky, turbines
from drawing.weather_woman.strokes import along_forms, mixed, over, paint, picture

STILL = (1800, 1200)
BRUSHES = [(46, 260, 0), (24, 150, 26), (12, 70, 34), (6, 36, 44)]


def chart(
    image: Image.Image,
    lows: list[Low],
    slope: tuple[float, float],
    places: list[tuple[int, int]],
    where: Array,
    step: float = 5,
    thickness: float = 2.6,
    size: float = 26,
    seed: int = 3,
    colour: str = CREAM,
) -> Image.Image:
    """Draw isobars over the picture, as strong as `where` says (0 to 1)."""
    x, y = grid(image.size)
    bend = (
        90 * (fbm(x / 900, y / 900, seed, 2) - 0.5),
        90 * (fbm(x / 900 + 7, y / 900, seed, 2) - 0.5),
    )
    field = pressure(x + bend[0], y + bend[1], lows, slope)
    mask = Image.fromarray((isobars(field, step, thickness) * 255).astype(np.uint8))
    mask = label(mask, field, step, places, size)
    strong = np.asarray(mask, np.float32) * np.clip(where, 0, 1)
    image.paste(colour, (0, 0), Image.fromarray(strong.astype(np.uint8)))
    return image


def front() -> Image.Image:
    """Still: the shelf cloud comes in over the polder, and somebody has gone out to look at it."""
    size, horizon = STILL, 870
    sky = storm_sky(size, horizon, 11, shower=(0.86, 0.12))
    land = polder(size, horizon, 5, (1.3, 0.35))
    rows = np.arange(0, size[1], 2)
    scene = picture(np.where((rows < horizon)[:, None, None], sky, land), size)
    ditches(scene, horizon, [(0.06, 150, 0.55), (-1.1, 240, 0.5), (1.32, 210, 0.5)], 610)
    way = along_forms(scene, lambda x, y: 0.12 if y < horizon else 0)
    done = paint(scene, way, BRUSHES, 3)
    distance(done, horizon)
    turbines(done, [(1390, 872, 92), (1478, 872, 84), (1556, 872, 78), (1626, 872, 72)], "#e9e6d6")
    _x, y = grid(size)
    lows = [(1500, 170, 620, 420, -62), (-200, 900, 700, 500, 16)]
    places = [(1000, 300), (620, 250), (250, 420), (1330, 330)]
    chart(done, lows, (6, 14), places, 0.85 * smooth(590, 430, y))
    people.figure(done, 700, 1062, 118)
    return done


def distance(scene: Image.Image, horizon: float) -> None:
    """Farms and a church on the horizon."""
    big = scene.resize((scene.width * 2, scene.height * 2))
    draw = ImageDraw.Draw(big)
    for x, unit in ((180, 26), (505, 17), (905, 20), (1130, 13), (1270, 15)):
        farm(draw, x, horizon + 5, unit, "#2d3a35", "#6b3a2c")
    x, y = 352 * 2, (horizon + 4) * 2
    draw.polygon(
        [(x - 11, y), (x - 11, y - 62), (x, y - 128), (x + 11, y - 62), (x + 11, y)], "#26313a"
    )
    draw.polygon([(x + 8, y), (x + 8, y - 34), (x + 62, y - 34), (x + 70, y)], "#26313a")
    scene.paste(big.resize(scene.size, Image.Resampling.BOX))


def studio() -> Image.Image:
    """Still: ninety seconds after the news; she draws the line by hand."""
    size = STILL
    x, y = grid(size, 2)
    left, right, top, low, ground_line = 120, 1680, 100, 905, 945
    bow = 36 * ((x - 900) / 780) ** 2
    inside = smooth(left - 3, left + 3, x) * smooth(right + 3, right - 3, x)
    inside *= smooth(top - 3, top + 3, y - bow + 18) * smooth(low + 3, low - 3, y + bow - 18)
    glow = np.exp(-(((x - 900) / 900) ** 2) - ((y - 520) / 560) ** 2)
    wall = mixed([(0, "#0c1218"), (0.6, "#16222b"), (1, "#243844")], glow)
    coast = (x - 1090) / 390 + 0.34 * np.sin((y - 60) / 210)
    coast = coast + 0.5 * (fbm(x / 260, y / 260, 31, 5) - 0.5)
    south = (y - 690) / 130 - 0.15 * np.sin(x / 170) + 0.8 * (fbm(x / 200, y / 200, 35, 4) - 0.5)
    coast = np.maximum(coast, south)
    islands = np.zeros_like(x)
    for ix, iy, iw, ih in ISLANDS:
        off = y - iy - 0.12 * (x - ix)
        islands = np.maximum(islands, 1 - ((x - ix) / iw) ** 2 - (off / ih) ** 2)
    ground = smooth(-0.02, 0.02, coast) + smooth(0, 0.25, islands)
    shelf = [(0, "#93b7b2"), (0.25, "#6a98a0"), (0.8, "#43758a"), (1.6, "#2a566d")]
    sea = mixed(shelf, np.clip(-coast, 0, 1.6))
    relief = fbm(x / 120, y / 120, 41, 4)
    screen = over(sea, mixed([(0.2, "#bfae78"), (0.8, "#dccf9d")], relief), np.clip(ground, 0, 1))
    screen = screen * (0.66 + 0.38 * glow)[..., None]
    scene = wall + (screen - wall) * inside[..., None]
    turn = ground_line // 2
    rows = scene.shape[0] - turn
    shine = np.zeros_like(scene)
    shine[turn:] = np.flipud(scene[turn - rows : turn])
    dark = mixed([(0, "#0b1015"), (1, "#141d24")], smooth(ground_line, 1200, y))
    dark = dark + shine * 0.42 * smooth(1230, ground_line, y)[..., None]
    scene = np.where((y >= ground_line)[..., None], dark, scene)
    image = picture(scene, size)
    way = along_forms(image, lambda a, b: 0.0)
    brushes = [(46, 240, 0), (24, 120, 22), (12, 60, 28), (6, 30, 36), (4, 18, 44)]
    done = paint(image, way, brushes, 8, 3.5)
    _screen_chart(done, (left, top, right, low))
    people.presenter(done, 838, 1040, 330)
    people.camera(done, 1490, 1085, 300)
    return done


ISLANDS = (
    (600, 628, 62, 13),
    (740, 618, 52, 12),
    (870, 596, 48, 14),
    (985, 520, 19, 34),
    (975, 410, 16, 42),
    (1020, 310, 15, 34),
)


def _screen_chart(image: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
    x, y = grid(image.size)
    inside = smooth(box[0], box[0] + 4, x) * smooth(box[2], box[2] - 4, x)
    inside *= smooth(box[1] + 8, box[1] + 16, y) * smooth(box[3] - 8, box[3] - 16, y)
    lows = [(430, 300, 440, 330, -60), (1750, 900, 600, 420, 22)]
    places = [(1000, 200), (1250, 300), (1440, 460), (420, 690)]
    chart(image, lows, (4, 8), places, inside * 0.9, thickness=3, size=27, seed=9, colour="#fbf6e6")
    layer = Image.new("L", (image.width * 2, image.height * 2))
    people.cold_front(
        ImageDraw.Draw(layer), [(500, 300), (690, 330), (860, 425), (955, 570), (985, 745)], 2
    )
    image.paste("#1d3c63", (0, 0), layer.resize(image.size, Image.Resampling.BOX))
    return image
